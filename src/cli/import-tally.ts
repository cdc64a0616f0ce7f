import type { ImportedDocument } from '../app/import-report.js';
import { EXIT_CODES } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';

/** How many documents came to what. */
export interface ImportTally {
  /** Found, whether or not it came to them. */
  readonly documents: number;
  stored: number;
  unchanged: number;
  replaced: number;
  revised: number;
  wouldStore: number;
  refused: number;
  duplicate: number;
  /** Stored, or would be, with rows or tables that could not be read. */
  incomplete: number;
  figures: number;
}

export function startTally(documents: number): ImportTally {
  const none = { stored: 0, unchanged: 0, replaced: 0, revised: 0, wouldStore: 0, refused: 0, duplicate: 0 };
  return { documents, ...none, incomplete: 0, figures: 0 };
}

const COUNTED = {
  STORED: 'stored',
  UNCHANGED: 'unchanged',
  REPLACED: 'replaced',
  REVISED: 'revised',
  WOULD_STORE: 'wouldStore',
  REFUSED: 'refused',
  DUPLICATE: 'duplicate',
} as const satisfies Record<ImportedDocument['outcome'], keyof ImportTally>;

export function tally(counts: ImportTally, document: ImportedDocument): void {
  counts[COUNTED[document.outcome]] += 1;
  if (document.outcome === 'REFUSED' || document.outcome === 'DUPLICATE') return;
  counts.figures += document.report.counts.figures;
  if (document.report.counts.refusals > 0) counts.incomplete += 1;
}

/** Documents that it came to. */
export function countFinished({
  documents: _,
  incomplete: _incomplete,
  figures: _figures,
  ...outcomes
}: ImportTally): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

/** The exit code of an import; one that was stopped has not done what it was asked. */
export function exitCodeOf(counts: ImportTally): ExitCode {
  if (countFinished(counts) < counts.documents) return EXIT_CODES.FAILED;
  return counts.refused + counts.incomplete > 0 ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.DONE;
}

/** The last line for people; `place` is the store, null where none was opened. */
export function describeTally(counts: ImportTally, place: string | null): string {
  const { refused, duplicate, wouldStore } = counts;
  const finished = countFinished(counts);
  const kept = place === null ? wouldStore : finished - refused - duplicate;
  const rest = [
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(duplicate > 0 ? [`${duplicate} the same as another`] : []),
  ];
  const where = place === null ? 'would be stored' : `in ${place}`;
  return [`${kept} of ${counts.documents} documents ${where}`, ...rest].join(', ');
}
