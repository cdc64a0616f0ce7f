import type { CitationFormat, ReportKind } from './closed-lists.js';

/** A place of a document that an answer was computed from. */
export interface CitedPlace {
  /** The department as it was published under. */
  readonly department: string;
  readonly title: string;
  readonly kind: ReportKind;
  /** Fiscal year. */
  readonly year: number;
  readonly sha256: string;
  /** Titles of the tables (or headings of sections) with the lines in them; pages where the document has any. */
  readonly places: readonly { readonly name: string; readonly line: number; readonly page: number | null }[];
}

/** What was cited, and out of which state of the store. */
export interface Citation {
  readonly documents: readonly CitedPlace[];
  readonly releaseId: string;
}

const KIND_NAMES: Readonly<Record<ReportKind, string>> = { BUDGET: '部门预算', FINAL_ACCOUNTS: '部门决算' };

/**
 * The documents behind a figure in one of four forms, each with the SHA-256 of its bytes and the release of the data. GB/T 7714-2015 as a report ([R]); no date
 * of publication is known, so none is given. Empty where there is no document.
 */
export function cite({ documents, releaseId }: Citation, format: CitationFormat): string {
  if (documents.length === 0) return '';
  if (format === 'CSL_JSON') return JSON.stringify(documents.map((own) => toCslItem(own, releaseId)));
  const write = { GBT7714: toGbt7714, BIBTEX: toBibtex, PLAIN: toPlain }[format];
  return documents.map((own) => write(own, releaseId)).join('\n');
}

function toGbt7714(own: CitedPlace, releaseId: string): string {
  const where = own.places
    .map(({ name, line, page }) => `${name}${page === null ? '' : `第${page}页`}第${line}行`)
    .join('; ');
  return `${own.department}. ${own.title}[R]. ${where}. SHA-256: ${own.sha256}. 数据版本: duizhao ${releaseId}.`;
}

function toPlain(own: CitedPlace, releaseId: string): string {
  return `${own.department}, ${own.title} (${KIND_NAMES[own.kind]}, fiscal year ${own.year}), ${placesOf(own)}; SHA-256 ${own.sha256}; duizhao release ${releaseId}`;
}

function placesOf({ places }: CitedPlace): string {
  return places
    .map(({ name, line, page }) => `${name}${page === null ? '' : `, page ${page}`}, line ${line}`)
    .join('; ');
}

function toBibtex(own: CitedPlace, releaseId: string): string {
  const fields = {
    title: own.title,
    author: `{${escapeBraces(own.department)}}`,
    institution: own.department,
    type: KIND_NAMES[own.kind],
    note: `${placesOf(own)}; SHA-256 ${own.sha256}; duizhao release ${releaseId}`,
  };
  const lines = Object.entries(fields).map(
    ([name, value]) => `  ${name} = {${name === 'author' ? value : escapeBraces(value)}}`,
  );
  return `@techreport{duizhao-${own.sha256.slice(0, 12)},\n${lines.join(',\n')}\n}`;
}

/** Braces and backslashes would end or begin commands. */
function escapeBraces(text: string): string {
  return text.replace(/[\\{}]/g, ' ').replace(/[%&#$_]/g, '\\$&');
}

/** CSL 1.0.2, an item of type report. */
function toCslItem(own: CitedPlace, releaseId: string): Record<string, unknown> {
  return {
    id: `duizhao-${own.sha256.slice(0, 12)}`,
    type: 'report',
    title: own.title,
    genre: KIND_NAMES[own.kind],
    author: [{ literal: own.department }],
    publisher: own.department,
    language: 'zh-CN',
    locator: placesOf(own),
    note: `SHA-256 ${own.sha256}; duizhao release ${releaseId}`,
  };
}
