import { groupBy } from '../domain/group-by.js';
import { noteAnnotations } from './annotations.js';
import { judgeBases } from './budget-basis.js';
import type { Cell, CellBaseline, Placed } from './cell.js';
import { judge } from './comparability.js';
import type { Evidence } from './evidence.js';
import { judgeVintages } from './judge-vintages.js';
import type { Question } from './question.js';
import type { Judgement, Standing } from './standing.js';
import type { Reason } from './warnings.js';

/** What is unlike among the cells of each measure and between each cell and its baseline, and what is to be said of a cell itself. */
export function findReasons(cells: readonly Cell[], question: Question, evidence: Evidence): Reason[] {
  const groups = [...groupBy(cells, ({ measure }) => measure).values()];
  // A budget is what an outturn is held against: that is no mismatch.
  const isExecution = question.baseline?.stages != null;
  const isKept = ({ code }: Judgement): boolean => !(isExecution && code === 'STAGE_MISMATCH');
  return [
    ...groups.flatMap((group) => judgeTogether(group, group, evidence)),
    ...judgeBaselines(cells, evidence, isKept),
    ...cells.flatMap((cell) => {
      const { base } = cell.value;
      return base ? judgeTogether([cell], [cell, { ...cell, value: base, year: base.year }], evidence) : [];
    }),
    ...cells.flatMap(noteReasons),
    ...(isExecution ? judgeBases(cells) : []),
    ...groups.flatMap(judgeVintages),
    ...cells.flatMap((cell) => noteAnnotations(cell, evidence)),
  ];
}

/** Judges values of one measure as one set; each reason is one of the cells that it is about, or of all of them where it is about others. */
export function judgeTogether(cells: readonly Cell[], set: readonly Placed[], evidence: Evidence): Reason[] {
  const [{ measure }] = cells as readonly [Cell];
  const places = new Map<Placed, number>(cells.map((cell) => [cell, cell.place]));
  const all = cells.map(({ place }) => place);
  const write = ({ standings, ...judgement }: Judgement, owners: ReadonlyMap<Standing, Placed>): Reason => {
    const own = standings.flatMap((standing) => places.get(owners.get(standing) as Placed) ?? []);
    return { ...judgement, measure: measure.name, places: own.length > 0 ? own : all };
  };
  const [values, divisors] = [ownStandings(set), divisorStandings(set)];
  const said = judge([...values.keys()], evidence);
  const sentences = new Set(said.map(({ sentence }) => sentence));
  const further = judge([...divisors.keys()], evidence).filter(({ sentence }) => !sentences.has(sentence));
  const name = measure.over?.name ?? 'what it is a share of';
  return [
    ...said.map((judgement) => write(judgement, values)),
    ...further.map((own) => write({ ...own, sentence: `over ${name}: ${own.sentence}` }, divisors)),
  ];
}

function ownStandings(set: readonly Placed[]): Map<Standing, Placed> {
  return new Map(
    set.flatMap((placed) => {
      const { measure, entity, year, value } = placed;
      const { stage, scope, departmentIds } = value;
      if (!value.value || !stage || !scope) return [];
      return [[{ measure, entity, year, stage, scope, departmentIds }, placed] as const];
    }),
  );
}

/** Of what the values are divided by. */
function divisorStandings(set: readonly Placed[]): Map<Standing, Placed> {
  const own = [...ownStandings(set)];
  return new Map(
    own.flatMap(([standing, placed]) => {
      const { overMeasure: measure, overScope: scope } = placed.value;
      return measure && scope ? [[{ ...standing, measure, scope }, placed] as const] : [];
    }),
  );
}

/** Each cell with its baseline; an average once with all cells that are held against it, unless they are what it is of. */
function judgeBaselines(
  cells: readonly Cell[],
  evidence: Evidence,
  isKept: (judgement: Judgement) => boolean,
): Reason[] {
  const among = new Set(cells.map(({ value }) => value));
  const held = cells.filter(({ value, baseline }) => value.value && baseline?.value.value && value !== baseline.value);
  const groups = groupBy(held, ({ baseline, place }) => (baseline?.value.average ? baseline : place));
  return [...groups.values()].flatMap((group) => {
    const { of, value } = group[0].baseline as CellBaseline;
    if (value.average && of.every((own) => among.has(own.value))) return [];
    const reasons = judgeTogether(group, [...group, ...of], evidence);
    return reasons.filter((reason) => isKept({ ...reason, standings: [] }));
  });
}

function noteReasons({ measure, place, value, baseline, entity, year }: Cell): Reason[] {
  const notes = [...new Set([...value.notes, ...(baseline?.value.notes ?? [])])];
  const isZero = value.value !== null && baseline?.value.value?.num === 0n;
  const zero = `${entity.name} ${year}: the baseline, ${baseline?.name} ${baseline?.year}, is zero, a rate on it is none`;
  return [...notes, ...(isZero ? [{ code: 'ZERO_BASE' as const, sentence: zero }] : [])].map((note) => ({
    ...note,
    measure: measure.name,
    places: [place],
  }));
}
