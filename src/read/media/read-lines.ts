import { AppError } from '../../domain/app-error.js';
import type { PrintedLine } from '../printed-line.js';
import { decodeText } from './decode-text.js';
import { readDocx } from './docx-lines.js';
import { readHtml } from './html-lines.js';
import { readPdf } from './pdf-lines.js';
import { sniffMedium } from './sniff-medium.js';
import { splitText } from './text-lines.js';
import { readXlsx } from './xlsx-lines.js';
import { kindOfZip } from './zip-parts.js';

/**
 * The lines of a document, whatever medium it is: text in any of its encodings, Markdown, HTML, .xlsx, .docx, or PDF with a text
 * layer. The medium is told by the content.
 * @throws AppError UNREADABLE_DOCUMENT where it is none that is read, or is damaged
 */
export async function readLines(bytes: Uint8Array): Promise<PrintedLine[]> {
  const medium = sniffMedium(bytes);
  if (medium === 'PDF') return readPdf(bytes);
  if (medium === 'ZIP') return readPacked(bytes);
  return medium === 'HTML' ? readHtml(decodeText(bytes)) : splitText(decodeText(bytes));
}

async function readPacked(bytes: Uint8Array): Promise<PrintedLine[]> {
  const kind = await kindOfZip(bytes);
  if (kind === 'XLSX') return readXlsx(bytes);
  if (kind === 'DOCX') return readDocx(bytes);
  throw new AppError(
    'UNREADABLE_DOCUMENT',
    'expected an Excel (.xlsx) or Word (.docx) file, got an archive of another kind: save an OpenDocument file as .xlsx or .docx, give what another archive holds one by one',
  );
}
