import { LRUCache } from 'lru-cache';
import type { Stage } from '../domain/closed-lists.js';
import { groupBy } from '../domain/group-by.js';
import { makeColumn, makeRoster } from '../domain/ready-columns.js';
import type { ReadyColumn, Roster } from '../domain/ready-columns.js';
import { findAllDistricts } from './districts.js';
import { findReportsFor } from './figures.js';
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
const OF_A_COLUMN = 500;

/**
 * Keeps what comparisons ask for in memory, for the newest state of the store only: reports are read, beside what is asked meanwhile, when a
 * state is first asked for, figures when they are; those that were not asked for longest make room. What is read while something is imported is not kept.
 * @param most bytes that figures, and what was made of them, may take together, about
 */
export function makeMemory(store: Store, most: number): Memory {
  const columns = new LRUCache<string, Columns>({ maxSize: (most * 3) / 4, sizeCalculation: bytesOf });
  let held: { readonly state: string; readonly content: InMemory } | null = null;
  let isReading = false;
  const read = async (state: string): Promise<void> => {
    const content = await readReports(store, state, columns, most / 4);
    if (!content) return;
    columns.clear();
    held = { state, content };
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

/** @param mostRemembered bytes of what was made of this state */
async function readReports(
  store: Store,
  state: string,
  kept: LRUCache<string, Columns>,
  mostRemembered: number,
): Promise<InMemory | null> {
  const isStill = async (): Promise<boolean> => (await newestReleaseByNow(store)).state === state;
  const presences = indexPresences(await findReportsFor(store, {}));
  const districts = await findAllDistricts(store);
  if (!(await isStill())) return null;
  const roster = makeRoster(presences.districtCodes.flatMap((code) => presences.departmentIdsOf(code)));
  const columns: InMemory['columns'] = async (measures, years) => {
    const asked = measures.flatMap((measure) => years.map((year) => ({ measure, year })));
    const found = new Map(asked.map((key) => [spell(key), kept.get(spell(key))]));
    const lacking = asked.filter((key) => !found.get(spell(key)));
    if (lacking.length > 0) {
      const read = await readColumns(store, roster, lacking);
      const isKept = await isStill();
      for (const [key, own] of read) {
        found.set(key, own);
        if (isKept) kept.set(key, own);
      }
    }
    return (measure, year, stage) => found.get(spell({ measure, year }))?.get(stage);
  };
  const remembered = new LRUCache<string, { readonly made: object }>({ maxSize: mostRemembered });
  const remember: InMemory['remember'] = async (key, make, countCells) => {
    const known = remembered.get(key);
    if (known) return known.made as Awaited<ReturnType<typeof make>>;
    const made = await make();
    if (await isStill()) remembered.set(key, { made }, { size: 1 + countCells(made) * OF_A_CELL });
    return made;
  };
  return { presences, roster, districts, columns, remember };
}

interface ColumnKey {
  readonly measure: string;
  readonly year: number;
}

function spell({ measure, year }: ColumnKey): string {
  return `${measure} ${year}`;
}

/** Those that nobody has figures of, too. */
async function readColumns(store: Store, roster: Roster, keys: readonly ColumnKey[]): Promise<Map<string, Columns>> {
  const figures = groupBy(await findReadyFiguresOfAll(store, keys), spell);
  return new Map(
    keys.map((key) => {
      const stages = groupBy(figures.get(spell(key)) ?? [], ({ stage }) => stage);
      return [spell(key), new Map([...stages].map(([stage, own]) => [stage, makeColumn(roster, own)]))];
    }),
  );
}
