import type { ImportedDocument, ReadReport } from '../app/import-report.js';
import type { ExitCode } from './exit-codes.js';
import { describeFailure } from './exit-codes.js';
import type { ImportTally } from './import-tally.js';

const MEANINGS: Readonly<Record<ExitCode, string>> = {
  0: 'done',
  1: 'done, with documents, tables or rows that were refused',
  2: 'wrong use',
  3: 'not done: it failed or was stopped',
};

export interface ImportEnd {
  readonly counts: ImportTally;
  /** Named more than once, read once. */
  readonly repeated: readonly string[];
  /** The folder or address of the store; null where none was opened. */
  readonly store: string | null;
  readonly strict: boolean;
  readonly stopped: boolean;
  readonly exitCode: ExitCode;
  /** What stood in the way of all. */
  readonly failure?: unknown;
}

/** An import as one JSON object, written as it comes, so that it takes no more memory for more documents. */
export interface ImportJson {
  begin(): string;
  document(document: ImportedDocument): string;
  end(end: ImportEnd): string;
}

export function makeImportJson(): ImportJson {
  let first = true;
  return {
    begin: () => '{"documents":[',
    document: (document) => {
      const separator = first ? '\n' : ',\n';
      first = false;
      return separator + JSON.stringify(toDocumentJson(document));
    },
    end: ({ counts, failure, ...rest }) => {
      const { code, line } = failure === undefined ? { code: rest.exitCode, line: null } : describeFailure(failure);
      const tail = { totals: counts, ...rest, exitCode: code, meaning: MEANINGS[code], failure: line };
      return `\n],\n${JSON.stringify(tail).slice(1)}\n`;
    },
  };
}

function toDocumentJson(document: ImportedDocument): Record<string, unknown> {
  const { path, outcome } = document;
  if (outcome === 'DUPLICATE') return { path, outcome, sameAs: document.sameAs };
  const report = document.report && toReportJson(document.report);
  if (outcome === 'REFUSED') {
    const { code, message } = document.error;
    return { path, outcome, error: { code, message }, ...report };
  }
  const { reportId, supersedesId } = document;
  return { path, outcome, reportId, supersedesId, ...report };
}

function toReportJson({ title, district, kind, year, unitScope, counts, issues }: ReadReport): Record<string, unknown> {
  return {
    ...{ title, district, kind, year, unitScope, counts },
    issues: issues.map(({ message, statement, source: { line, page, table } }) => ({
      ...{ line, page, table, statement, message },
    })),
  };
}
