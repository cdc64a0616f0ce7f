import { groupBy } from '../domain/group-by.js';
import { once } from '../domain/once.js';
import { judgeBases } from './budget-basis.js';
import type { Cell, CellBaseline, Placed } from './cell.js';
import type { Reference } from '../domain/reference.js';
import { areSameTexts, judge } from './comparability.js';
import { judgeAccount } from './judge-account.js';
import type { Measure } from './measure.js';
import type { Evidence } from './evidence.js';
import { judgeVintages } from './judge-vintages.js';
import { averagesOf } from './note-cells.js';
import type { Question } from './question.js';
import type { Judgement, Standing } from './standing.js';
import type { Reason } from './warnings.js';
import { ENGLISH } from './words/english.js';

/** What is unlike among the cells of each measure and between each cell and its baseline. */
export function findReasons(cells: readonly Cell[], question: Question, evidence: Evidence): Reason[] {
  const groups = [...groupBy(cells, ({ measure }) => measure).values()];
  const { baseline, normalise } = question;
  return [
    ...groups.flatMap((group) => judgeTogether(group, group, evidence)),
    ...(baseline?.average ? judgeAverages(cells, evidence) : baseline ? judgeBaselines(cells, evidence) : []),
    ...(normalise === 'INDEX' ? cells.flatMap((cell) => judgeIndexBases(cell, evidence)) : []),
    ...(baseline?.stages ? judgeBases(cells) : []),
    ...(normalise === 'PER_CAPITA' ? groups.flatMap(judgeVintages) : []),
  ];
}

/** Judges values of one measure as one set; each reason is one of the cells that it is about, or of all of them where it is about others. */
export function judgeTogether(cells: readonly Cell[], set: readonly Placed[], evidence: Evidence): Reason[] {
  const [{ measure }] = cells as readonly [Cell];
  const places = once(() => new Map<Placed, number>(cells.map((cell) => [cell, cell.place])));
  const write = ({ standings, code, verdict, say }: Judgement): Reason => {
    const find = (): readonly number[] => {
      const own = standings.flatMap((standing) => places().get((standing as OwnedStanding).placed) ?? []);
      return own.length > 0 ? own : cells.map(({ place }) => place);
    };
    return { code, say, measure, places: find, ...(verdict && { verdict }) };
  };
  const said = judge(standingsOf(set), evidence);
  const further = judge(divisorStandings(set), evidence);
  if (further.length === 0) return said.map(write);
  const sentences = new Set(said.map(({ say }) => say(ENGLISH)));
  const others = further.filter(({ say }) => !sentences.has(say(ENGLISH)));
  const ofDivisor = ({ say, ...own }: Judgement): Judgement => {
    return { ...own, say: (words) => words.ofDivisor(measure.over, say(words)) };
  };
  return [...said, ...others.map(ofDivisor)].map(write);
}

interface OwnedStanding extends Standing {
  /** Whose it is. */
  readonly placed: Placed;
}

function standingsOf(set: readonly Placed[]): OwnedStanding[] {
  const standings: OwnedStanding[] = [];
  for (const placed of set) {
    const { measure, entity, year, value } = placed;
    const { stage, scope, departmentIds } = value;
    if (value.value && stage && scope) standings.push({ measure, entity, year, stage, scope, departmentIds, placed });
  }
  return standings;
}

/** Of what the values are divided by. */
function divisorStandings(set: readonly Placed[]): OwnedStanding[] {
  if (set.every(({ value }) => value.overMeasure === null)) return [];
  return standingsOf(set).flatMap((own) => {
    const { overMeasure: measure, overScope: scope } = own.placed.value;
    return measure && scope ? [{ ...own, measure, scope }] : [];
  });
}

/** Each cell with its baseline. */
function judgeBaselines(cells: readonly Cell[], evidence: Evidence): Reason[] {
  const reasons: Reason[] = [];
  for (const cell of cells)
    if (isHeld(cell) && !isOneSeries(cell, cell.baseline as CellBaseline, evidence))
      for (const reason of judgeHeld([cell], evidence)) reasons.push(reason);
  return reasons;
}

/** An average once with all cells that are held against it, unless they are what it is of. */
function judgeAverages(cells: readonly Cell[], evidence: Evidence): Reason[] {
  const ofCells = averagesOf(cells);
  const held = cells.filter((cell) => isHeld(cell) && !ofCells.has(cell.baseline as CellBaseline));
  return [...groupBy(held, ({ baseline }) => baseline).values()].flatMap((group) => judgeHeld(group, evidence));
}

function isHeld({ value, baseline }: Cell): boolean {
  return value.value !== null && (baseline?.value.value ?? null) !== null && value !== baseline?.value;
}

/** Cells with the one baseline that they are held against. */
function judgeHeld(cells: readonly [Cell, ...Cell[]], evidence: Evidence): Reason[] {
  const [cell] = cells;
  const reasons = judgeTogether(cells, [...cells, ...(cell.baseline?.of ?? [])], evidence);
  return isOtherStageAlone(cell) ? reasons.filter(({ code }) => code !== 'STAGE_MISMATCH') : reasons;
}

/** Whether a value of one body is held against another year of it, in nothing unlike: most baselines are such. */
function isOneSeries(cell: Cell, { of }: CellBaseline, { reference }: Evidence): boolean {
  const { measure, entity, value } = cell;
  const [base, ...others] = of;
  return (
    base !== undefined &&
    others.length === 0 &&
    value.overMeasure === null &&
    base.measure === measure &&
    base.entity === entity &&
    base.value.stage === value.stage &&
    base.value.scope === value.scope &&
    areSameTexts(base.value.departmentIds, value.departmentIds) &&
    base.value.overMeasure === null &&
    !reference.renamedDistricts.has(entity.districtCode) &&
    isReadAlike(cell, base, reference)
  );
}

const readAlike = new WeakMap<Measure, Map<string, boolean>>();

/** Whether the account is one and the same in both years. */
function isReadAlike(cell: Placed, base: Placed, reference: Reference): boolean {
  const { measure } = cell;
  if (!measure.account) return true;
  const years = `${cell.year} ${base.year}`;
  const known = readAlike.get(measure) ?? new Map<string, boolean>();
  readAlike.set(measure, known);
  const isAlike = known.get(years) ?? judgeAccount(standingsOf([cell, base]), reference).length === 0;
  known.set(years, isAlike);
  return isAlike;
}

/** A budget is what an outturn is held against: where nothing else is replaced that is no mismatch. */
function isOtherStageAlone({ entity, year, baseline }: Cell): boolean {
  const [base, ...others] = baseline?.of ?? [];
  if (!base || others.length > 0) return false;
  const { districtCode, departmentId } = base.entity;
  return base.year === year && districtCode === entity.districtCode && departmentId === entity.departmentId;
}

/** Values of an index, the baseline's too, beside those that are 100. */
function judgeIndexBases(cell: Cell, evidence: Evidence): Reason[] {
  const single = cell.baseline?.value.average ? [] : (cell.baseline?.of ?? []);
  return [cell, ...single].flatMap((placed) => {
    const { base } = placed.value;
    if (!base) return [];
    const set = [placed, { ...placed, value: base, year: base.year }];
    return judgeTogether([cell], set, evidence);
  });
}
