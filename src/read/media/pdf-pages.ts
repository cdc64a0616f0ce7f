import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { AppError } from '../../domain/app-error.js';
import type { GlyphFont } from './pdf-glyphs.js';
import { readMatrix, IDENTITY } from './pdf-matrix.js';
import type { Drawing, OperatorList, OperatorNumbers } from './pdf-operators.js';
import { PageReader } from './pdf-operators.js';

/** One page's drawing, with its number from 1. */
export interface DrawnPage extends Drawing {
  readonly number: number;
}

const MOST_PAGES = 3000;
const MOST_OPERATORS = 2_000_000;

type Library = typeof import('pdfjs-dist');

/**
 * The pages of a PDF one after the other; each is released before the next one is read.
 * @throws AppError UNREADABLE_DOCUMENT where it is locked, damaged beyond what the library mends, or has too many pages
 */
export async function* drawPages(bytes: Uint8Array): AsyncGenerator<DrawnPage> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = open(library, bytes);
  try {
    const pdf = await opened(task);
    if (pdf.numPages > MOST_PAGES)
      throw new AppError(
        'UNREADABLE_DOCUMENT',
        `expected a PDF of at most ${MOST_PAGES} pages, got ${pdf.numPages} pages`,
      );
    for (let number = 1; number <= pdf.numPages; number++) yield { number, ...(await drawPage(library, pdf, number)) };
  } finally {
    await task.destroy();
  }
}

function open(library: Library, bytes: Uint8Array): PDFDocumentLoadingTask {
  const folder = (name: string): string =>
    decodeURIComponent(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')).pathname);
  return library.getDocument({
    // The library takes what it is given for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    // Images are not decoded: only the text and the lines are wanted.
    maxImageSize: 1,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
  });
}

async function opened(task: PDFDocumentLoadingTask): Promise<PDFDocumentProxy> {
  try {
    return await task.promise;
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    const got = name === 'PasswordException' ? 'one locked by a password: save it without' : 'one that is damaged';
    throw new AppError('UNREADABLE_DOCUMENT', `expected a PDF that opens, got ${got}`, {}, { cause });
  }
}

async function drawPage(library: Library, pdf: PDFDocumentProxy, number: number): Promise<Drawing> {
  try {
    const page = await pdf.getPage(number);
    try {
      const operators = (await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE })) as OperatorList;
      if (operators.fnArray.length > MOST_OPERATORS) throw new RangeError(`${operators.fnArray.length} operators`);
      const numbers = library.OPS as OperatorNumbers;
      const fonts = await fontsOf(page, operators, numbers);
      const matrix = readMatrix(page.getViewport({ scale: 1 }).transform) ?? IDENTITY;
      return new PageReader(matrix, fonts, numbers).read(operators);
    } finally {
      page.cleanup();
    }
  } catch (cause) {
    throw new AppError('UNREADABLE_DOCUMENT', `expected a PDF whose pages can be read, got damage on page ${number}`, {}, { cause });
  }
} // prettier-ignore

interface LibraryFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[] | null;
}

/** Every font that the page sets, by the library's name for it. */
async function fontsOf(
  page: PDFPageProxy,
  { fnArray, argsArray }: OperatorList,
  { setFont, setGState }: OperatorNumbers,
): Promise<Map<string, GlyphFont>> {
  const names = new Set<string>();
  fnArray.forEach((operator, at) => {
    const [first] = argsArray[at] ?? [];
    if (operator === setFont) names.add(String(first));
    if (operator !== setGState || !Array.isArray(first)) return;
    for (const [key, value] of first as [string, unknown][])
      if (key === 'Font' && Array.isArray(value)) names.add(String(value[0]));
  });
  const fonts = new Map<string, GlyphFont>();
  for (const name of names) {
    const font = await new Promise<LibraryFont | null>((resolve) => page.commonObjs.get(name, resolve as (font: unknown) => void));
    fonts.set(name, { vertical: font?.vertical === true, unit: font?.fontMatrix?.[0] || 0.001 });
  }
  return fonts;
} // prettier-ignore
