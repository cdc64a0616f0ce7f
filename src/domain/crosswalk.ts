import { compareTexts } from './compare-texts.js';
import { CONFIDENCES } from './closed-lists.js';
import type { Confidence, MappingKind } from './closed-lists.js';
import type {
  AccountChange,
  AccountEdition,
  AccountRow,
  CodedClassification,
  ReferenceTables,
} from './reference-tables.js';

/** What a meaning of one year is in another. */
export interface AccountMapping {
  /** Null: ADDED. */
  readonly from: AccountEdition | null;
  /** Null: REMOVED. */
  readonly to: AccountEdition | null;
  readonly kind: MappingKind;
  /** Of all changes on the way the weakest. */
  readonly confidence: Confidence;
  /** What changed, each with the first fiscal year of the new state, in the order of time; null: nothing. */
  readonly note: string | null;
}

export interface Crosswalk {
  /**
   * What a code of one year is in another; years may be in either order. A code whose meaning ended and that means something else in the
   * other year has its old meaning's mappings and, last, REUSED, which joins nothing. A code that means nothing in `fromYear` is ADDED where it is
   * new and took nothing over; else, and where no list has it, the list is empty.
   */
  crosswalk(
    classification: CodedClassification,
    code: string,
    fromYear: number,
    toYear: number,
  ): readonly AccountMapping[];
  /** The same of all codes, by code: each meaning of `fromYear` and each of `toYear` at least once. */
  crosswalkAll(classification: CodedClassification, fromYear: number, toYear: number): readonly AccountMapping[];
}

/** The crosswalk of the break list. Each pair of years is worked out once. */
export function buildCrosswalk(tables: Pick<ReferenceTables, 'accounts' | 'accountChanges'>): Crosswalk {
  const known = new Map<string, readonly AccountMapping[]>();
  const crosswalkAll: Crosswalk['crosswalkAll'] = (classification, fromYear, toYear) => {
    const key = [classification, fromYear, toYear].join(' ');
    const found = known.get(key) ?? mapAll(tables, classification, fromYear, toYear);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, found);
    return found;
  };
  return {
    crosswalkAll,
    crosswalk: (classification, code, fromYear, toYear) => {
      const all = crosswalkAll(classification, fromYear, toYear);
      const own = all.filter(({ from }) => from?.code === code);
      return own.length > 0 ? own : all.filter(({ from, to }) => from === null && to?.code === code);
    },
  };
}

/** Pairs of years that are kept, so that odd years asked for don't pile up. */
const MOST_KEPT = 1_000;

function mapAll(
  { accounts, accountChanges }: Pick<ReferenceTables, 'accounts' | 'accountChanges'>,
  classification: CodedClassification,
  fromYear: number,
  toYear: number,
): AccountMapping[] {
  const own = accounts.filter((row) => row.classification === classification);
  const changes = accountChanges.filter((row) => row.classification === classification);
  const [first, last] = fromYear <= toYear ? [fromYear, toYear] : [toYear, fromYear];
  const forward = [...walk(own, changes, first, last), ...findReused(own, changes, first, last)];
  return (fromYear <= toYear ? forward : forward.map(invert)).sort(compareMappings);
}

/** A meaning on its way through the years. */
interface Path {
  readonly from: AccountEdition | null;
  readonly at: AccountEdition | null;
  readonly kind: MappingKind;
  readonly confidence: Confidence;
  readonly notes: readonly string[];
}

function walk(
  accounts: readonly AccountRow[],
  changes: readonly AccountChange[],
  first: number,
  last: number,
): AccountMapping[] {
  let paths: readonly Path[] = accounts
    .filter((row) => isMeantIn(row, first))
    .map((row) => ({ from: row, at: row, kind: 'SAME', confidence: 'HIGH', notes: [] }));
  const years = [...changes.map(({ year }) => year), ...accounts.map(({ edition }) => edition)];
  for (const year of [...new Set(years)].sort((a, b) => a - b).filter((own) => first < own && own <= last)) {
    const due = changes.filter((row) => row.year === year);
    paths = [...paths.flatMap((path) => step(path, due)), ...begin(accounts, due, year)];
  }
  return mergePaths(paths.filter(({ from, at }) => from ?? at));
}

function isMeantIn({ edition, lastYear }: AccountRow, year: number): boolean {
  return edition <= year && (lastYear === null || year <= lastYear);
}

/** One path through the changes of one year; it goes on in each part of a split. */
function step(path: Path, due: readonly AccountChange[]): Path[] {
  const own = due.filter(({ from, kind }) => isSame(from, path.at) && kind !== 'REUSED');
  const moves = own.filter(({ kind }) => kind !== 'RENAMED');
  const renamed = own.filter(({ kind }) => kind === 'RENAMED').reduce(goOn, path);
  return moves.length === 0 ? [renamed] : moves.map((change) => goOn(renamed, change));
}

function goOn(path: Path, { to, kind, confidence, year, note }: AccountChange): Path {
  return {
    from: path.from,
    at: to,
    kind: path.from === null ? 'ADDED' : strongest(path.kind, kind),
    confidence: weakest(path.confidence, confidence),
    notes: [...path.notes, `${note} (${year})`],
  };
}

/** Meanings of this year that come from none of the year before. */
function begin(accounts: readonly AccountRow[], due: readonly AccountChange[], year: number): Path[] {
  const begun = accounts.filter(({ edition }) => edition === year);
  return begun.flatMap((row) => {
    const causes = due.filter(({ to }) => isSame(to, row));
    if (causes.some(({ from, kind }) => from !== null && kind !== 'REUSED')) return [];
    const start: Path = { from: null, at: row, kind: 'ADDED', confidence: 'HIGH', notes: [] };
    return [causes.reduce(goOn, start)];
  });
}

/** The ends of paths that meet again are one mapping. */
function mergePaths(paths: readonly Path[]): AccountMapping[] {
  const merged = new Map<string, Path>();
  for (const path of paths) {
    const key = [path.from, path.at].map((end) => (end ? `${end.code} ${end.edition}` : '')).join('|');
    const other = merged.get(key);
    merged.set(key, other ? joinPaths(other, path) : path);
  }
  return [...merged.values()].map(({ from, at, kind, confidence, notes }) => ({
    from: from && pickEnd(from),
    to: at && pickEnd(at),
    kind: at === null ? 'REMOVED' : kind,
    confidence,
    note: notes.length === 0 ? null : notes.join('; '),
  }));
}

function joinPaths(a: Path, b: Path): Path {
  const notes = [...new Set([...a.notes, ...b.notes])];
  return { ...a, kind: strongest(a.kind, b.kind), confidence: weakest(a.confidence, b.confidence), notes };
}

function pickEnd({ code, edition }: AccountEdition): AccountEdition {
  return { code, edition };
}

/** Codes that mean one thing in the first year and another in the last. */
function findReused(
  accounts: readonly AccountRow[],
  changes: readonly AccountChange[],
  first: number,
  last: number,
): AccountMapping[] {
  const isMeant = (end: AccountEdition | null, year: number): boolean =>
    accounts.some((row) => isSame(row, end) && isMeantIn(row, year));
  return changes
    .filter(({ kind, from, to }) => kind === 'REUSED' && isMeant(from, first) && isMeant(to, last))
    .map(({ from, to, kind, confidence, note, year }) => ({ from, to, kind, confidence, note: `${note} (${year})` }));
}

const INVERSE: Readonly<Partial<Record<MappingKind, MappingKind>>> = {
  SPLIT: 'MERGED',
  MERGED: 'SPLIT',
  ADDED: 'REMOVED',
  REMOVED: 'ADDED',
};

function invert(mapping: AccountMapping): AccountMapping {
  return { ...mapping, from: mapping.to, to: mapping.from, kind: INVERSE[mapping.kind] ?? mapping.kind };
}

/** From the one that says least to the one that says most of a way on which several changes lie. */
const KINDS_BY_STRENGTH: readonly MappingKind[] = ['SAME', 'RENAMED', 'MOVED', 'MERGED', 'SPLIT', 'REMOVED', 'ADDED'];

function strongest(a: MappingKind, b: MappingKind): MappingKind {
  return KINDS_BY_STRENGTH.indexOf(a) >= KINDS_BY_STRENGTH.indexOf(b) ? a : b;
}

/** Of two confidences the lower. */
export function weakest(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}

function isSame(a: AccountEdition | null, b: AccountEdition | null): boolean {
  return a !== null && b !== null && a.code === b.code && a.edition === b.edition;
}

/** By code, what joins nothing last. */
function compareMappings(a: AccountMapping, b: AccountMapping): number {
  return compareTexts(orderOf(a), orderOf(b));
}

function orderOf({ from, to, kind }: AccountMapping): string {
  return [from?.code ?? '~', kind === 'REUSED' ? '~~' : (to?.code ?? '~')].join(' ');
}
