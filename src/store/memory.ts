import { LRUCache } from 'lru-cache';
import type { Stage } from '../domain/closed-lists.js';
import type { Account } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { makeColumn, makeRoster } from '../domain/ready-columns.js';
import type { ReadyColumn, Roster } from '../domain/ready-columns.js';
import { readAccounts } from './accounts.js';
import { findAllDistricts } from './districts.js';
import { findReportsFor } from './figures.js';
import { findYearsOfAll } from './fiscal-years.js';
import { findReadyFiguresOfAll } from './find-ready-figures.js';
import { indexPresences } from './presences.js';
import type { InMemory } from './report-presence.js';
import { newestReleaseByNow } from './release-watch.js';
import type { Store } from './store.js';

/** What is in memory of a state; null: nothing (yet), so that the tables have to be asked. */
export type Memory = (state: string) => InMemory | null;

/** The figures of one measure and year. */
type Columns = ReadonlyMap<Stage, ReadyColumn>;

const OF_A_FIGURE = 24;
const OF_A_CELL = 1_500;
const MOST_ACCOUNTS = 20_000;
const OF_A_COLUMN = 500;

/**
 * Keeps what comparisons ask for in memory, for the newest state of the store only: reports are read, beside what is asked meanwhile, when a
 * state is first asked for, figures when they are; those that were not asked for longest make room. What is read while something is imported is not kept.
 * @param most bytes that figures, and what was made of them, may take together, about
 */
export function makeMemory(store: Store, most: number): Memory {
  let held: { readonly state: string; readonly content: InMemory } | null = null;
  let isReading = false;
  const read = async (state: string): Promise<void> => {
    const content = await readReports(store, state, most);
    if (content) held = { state, content };
  };
  return (state) => {
    if (held?.state === state) return held.content;
    if (!isReading) {
      isReading = true;
      // What can't be read now is asked of the tables, which say why.
      read(state)
        .catch(() => undefined)
        .finally(() => (isReading = false));
    }
    return null;
  };
}

function bytesOf(columns: Columns): number {
  return [...columns.values()].reduce((sum, { places }) => sum + OF_A_COLUMN + places.length * OF_A_FIGURE, 1);
}

/** What is read for one state is never seen by those who read another. */
async function readReports(store: Store, state: string, most: number): Promise<InMemory | null> {
  const presences = indexPresences(await findReportsFor(store, {}));
  const districts = await findAllDistricts(store);
  const years = await findYearsOfAll(store);
  const isStill = async (): Promise<boolean> => (await newestReleaseByNow(store)).state === state;
  if (!(await isStill())) return null;
  const roster = makeRoster(presences.districtCodes.flatMap((code) => presences.departmentIdsOf(code)));
  const accounts = new LRUCache<string, Account>({ max: MOST_ACCOUNTS });
  const kept = new LRUCache<string, Columns>({ maxSize: (most * 3) / 4, sizeCalculation: bytesOf });
  const find = findKept(accounts, isStill, (ids: readonly string[]) => readAccounts(store, ids));
  const findColumns = findKept(kept, isStill, (keys: readonly string[]) => readColumns(store, roster, keys));
  return {
    presences,
    roster,
    districts,
    years,
    accounts: find,
    account: (id) => accounts.get(id),
    columns: async (measures, years) => {
      const found = await findColumns(measures.flatMap((measure) => years.map((year) => spell({ measure, year }))));
      const byYear = new Map(
        measures.map((measure) => [measure, new Map(years.map((year) => [year, found.get(spell({ measure, year }))]))]),
      );
      return (measure, year, stage) => byYear.get(measure)?.get(year)?.get(stage);
    },
    remember: makeRemembering(most / 4, isStill),
  };
}

/** Finds what is kept by its key; the rest is read, by one for all who ask meanwhile, and kept where nothing was imported. */
function findKept<T extends object>(
  kept: LRUCache<string, T>,
  isStill: () => Promise<boolean>,
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (keys: readonly string[]) => Promise<ReadonlyMap<string, T>> {
  const underWay = new Map<string, Promise<ReadonlyMap<string, T>>>();
  const readAndKeep = async (keys: readonly string[]): Promise<ReadonlyMap<string, T>> => {
    try {
      const fresh = await read(keys);
      if (await isStill()) for (const [key, own] of fresh) kept.set(key, own);
      return fresh;
    } finally {
      for (const key of keys) underWay.delete(key);
    }
  };
  return async (keys) => {
    const found = new Map<string, T>();
    const open = keys.filter((key) => {
      const own = kept.get(key);
      if (own) found.set(key, own);
      return !own;
    });
    if (open.length === 0) return found;
    const lacking = open.filter((key) => !underWay.has(key));
    if (lacking.length > 0) {
      const reading = readAndKeep(lacking);
      for (const key of lacking) underWay.set(key, reading);
    }
    const readings = await Promise.all(open.map((key) => underWay.get(key) as Promise<ReadonlyMap<string, T>>));
    open.forEach((key, at) => {
      const own = readings[at]?.get(key);
      if (own) found.set(key, own);
    });
    return found;
  };
}

function makeRemembering(most: number, isStill: () => Promise<boolean>): InMemory['remember'] {
  const remembered = new LRUCache<string, { readonly made: object }>({ maxSize: most });
  return async (key, make, countCells) => {
    const known = remembered.get(key);
    if (known) return known.made as Awaited<ReturnType<typeof make>>;
    const made = await make();
    if (await isStill()) remembered.set(key, { made }, { size: 1 + countCells(made) * OF_A_CELL });
    return made;
  };
}

interface ColumnKey {
  readonly measure: string;
  readonly year: number;
}

function spell({ measure, year }: ColumnKey): string {
  return `${measure} ${year}`;
}

function readKey(key: string): ColumnKey {
  const at = key.lastIndexOf(' ');
  return { measure: key.slice(0, at), year: Number(key.slice(at + 1)) };
}

/** Those that nobody has figures of, too. */
async function readColumns(store: Store, roster: Roster, keys: readonly string[]): Promise<Map<string, Columns>> {
  const figures = groupBy(await findReadyFiguresOfAll(store, keys.map(readKey)), spell);
  return new Map(
    keys.map((key) => {
      const stages = groupBy(figures.get(key) ?? [], ({ stage }) => stage);
      return [key, new Map([...stages].map(([stage, own]) => [stage, makeColumn(roster, own)]))];
    }),
  );
}
