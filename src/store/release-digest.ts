import { createHash } from 'node:crypto';

/** What tells one state of the store from another, of one report. */
export interface ReleasedReport {
  readonly id: string;
  readonly contentDigest: string;
  readonly revision: number;
  readonly status: string;
  readonly supersedesId: string | null;
  readonly lineItemCount: number;
}

/** What tells one state from another, of one statistic, which never changes. */
export interface ReleasedStatistic {
  readonly id: string;
  readonly value: string;
  readonly source: string;
}

const MODULUS = 2n ** 256n;

/** Digest of no report at all. */
export const EMPTY_DIGEST = formatDigest(0n);

/** The digest of a set of reports: the sum of theirs modulo 2^256, so that order makes no difference and a change costs what it changes. */
export function digestReports(reports: readonly ReleasedReport[]): bigint {
  return reports.reduce((sum, report) => (sum + digestReport(report)) % MODULUS, 0n);
}

/** The same of a set of statistics. */
export function digestStatistics(statistics: readonly ReleasedStatistic[]): bigint {
  return statistics.reduce((sum, { id, value, source }) => (sum + digestText([id, value, source])) % MODULUS, 0n);
}

/** The digest of a store to which statistics came. */
export function addToDigest(digest: string, statistics: readonly ReleasedStatistic[]): string {
  return formatDigest((BigInt(`0x${digest}`) + digestStatistics(statistics)) % MODULUS);
}

/** The digest of a store in which `before` became `after`. */
export function replaceInDigest(
  digest: string,
  before: readonly ReleasedReport[],
  after: readonly ReleasedReport[],
): string {
  const sum = BigInt(`0x${digest}`) - digestReports(before) + digestReports(after);
  return formatDigest(((sum % MODULUS) + MODULUS) % MODULUS);
}

export function formatDigest(sum: bigint): string {
  return sum.toString(16).padStart(64, '0');
}

function digestReport({ id, contentDigest, revision, status, supersedesId }: ReleasedReport): bigint {
  return digestText([id, contentDigest, revision, status, supersedesId]);
}

function digestText(parts: readonly (string | number | null)[]): bigint {
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`);
}
