import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../../src/app/load-reference.js';
import { readerReference } from '../../src/app/read-document.js';
import { readLines } from '../../src/read/media/read-lines.js';
import { readReport } from '../../src/read/read-report.js';
import { figuresOfFacts, figuresOfReport } from '../support/documents/expect-figures.js';
import { USUAL, layOutReport } from '../support/documents/lay-out.js';
import type { PrintedDocument } from '../support/documents/printed-document.js';
import { publishedFacts } from '../support/documents/published-facts.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderHtml } from '../support/documents/render-html.js';
import { renderMarkdown } from '../support/documents/render-markdown.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { renderXlsx } from '../support/documents/render-xlsx.js';
import { STYLES } from '../support/documents/styles.js';

type Render = (document: PrintedDocument) => Promise<Uint8Array> | Uint8Array;

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
/** The same text as UTF-16 with its mark. */
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

const FORMATS: Readonly<Record<string, Render>> = {
  HTML: (document) => utf8(renderHtml(document)),
  'HTML in a layout table, in UTF-16': (document) => utf16(renderHtml(document, { layoutTable: true })),
  'HTML on one line': (document) => utf8(renderHtml(document, { minified: true })),
  Markdown: (document) => utf8(renderMarkdown(document)),
  'a workbook of one sheet': (document) => renderXlsx(document),
  'a workbook with a sheet a table, amounts as text': (document) =>
    renderXlsx(document, { sheets: 'PER_TABLE', numbers: 'TEXT' }),
  'a workbook of numbers without formats': (document) => renderXlsx(document, { numbers: 'GENERAL' }),
  'a Word document': (document) => renderDocx(document),
  'a PDF with ruled tables': (document) => renderPdf(document, { rulings: 'ALL' }),
  'a PDF with lines between rows': (document) => renderPdf(document, { rulings: 'HORIZONTAL' }),
  'a PDF without lines': (document) => renderPdf(document, { rulings: 'NONE' }),
};

/** A whole number of a table on its side may be 行次 or 栏次. */
const SIDEWAYS = /on their side/;
/** Layouts that a PDF without vertical lines can't tell: heads that stand over the gap between two columns. */
const UNTOLD = /in turn|not merged/;
const LONG = Boolean(process.env['DUIZHAO_LONG']);
const reference = readerReference(loadReference());

/** In the short form each format meets some layouts and each layout some formats; all of them with DUIZHAO_LONG=1. */
const PAIRS = Object.entries(FORMATS).flatMap(([format, render], f) =>
  Object.entries(STYLES)
    .filter(
      ([name], s) =>
        (LONG || (s + f) % 15 === 0) &&
        !(/lines$|between rows/.test(format) && UNTOLD.test(name)) &&
        !(/without formats/.test(format) && SIDEWAYS.test(name)),
    )
    .map(([name, patch], s) => ({ format, name, render, style: { ...USUAL, ...patch }, at: s + f })),
);

describe.each(PAIRS)('A report as $format, laid out with $name', ({ render, style, at }) => {
  const all = publishedFacts();
  const chosen = LONG ? all : all.filter((_, index) => index === at % all.length);
  it.each(chosen.map((facts) => [facts.name, facts] as const))('reads as %s prints it', async (_, facts) => {
    const bytes = await render(layOutReport(facts, style));
    const report = readReport(await readLines(bytes), 'sha', reference);
    expect(figuresOfReport(report)).toEqual(figuresOfFacts(facts, style));
    expect(report.issues.map(({ message }) => message)).toEqual([]);
  });
});
