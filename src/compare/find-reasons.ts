import { compareTexts } from '../domain/compare-texts.js';
import { groupBy } from '../domain/group-by.js';
import { noteAnnotations } from './annotations.js';
import { judgeBases } from './budget-basis.js';
import type { Cell, CellBaseline, Placed } from './cell.js';
import type { CellNote } from './cell-key.js';
import type { Reference } from '../domain/reference.js';
import { judge } from './comparability.js';
import { judgeAccount } from './judge-account.js';
import type { Measure } from './measure.js';
import type { Evidence } from './evidence.js';
import { judgeVintages } from './judge-vintages.js';
import type { Question } from './question.js';
import type { Judgement, Standing } from './standing.js';
import type { Reason } from './warnings.js';

/** What is unlike among the cells of each measure and between each cell and its baseline, and what is to be said of a cell itself. */
export function findReasons(cells: readonly Cell[], question: Question, evidence: Evidence): Reason[] {
  const groups = [...groupBy(cells, ({ measure }) => measure).values()];
  const ofCells = averagesOf(cells);
  return [
    ...groups.flatMap((group) => judgeTogether(group, group, evidence)),
    ...judgeBaselines(cells, ofCells, evidence),
    ...(question.normalise === 'INDEX' ? cells.flatMap((cell) => judgeIndexBases(cell, evidence)) : []),
    ...cells.flatMap((cell) => sayOfCell(cell, evidence)),
    ...noteBaselines(cells, ofCells, evidence),
    ...(question.baseline?.stages ? judgeBases(cells) : []),
    ...groups.flatMap(judgeVintages),
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
function judgeBaselines(cells: readonly Cell[], ofCells: ReadonlySet<CellBaseline>, evidence: Evidence): Reason[] {
  const held = cells.filter(({ value, baseline }) => value.value && baseline?.value.value && value !== baseline.value);
  const groups = groupBy(held, ({ baseline, place }) => (baseline?.value.average ? baseline : place));
  return [...groups.values()].flatMap((group) => {
    const [cell] = group;
    const baseline = cell.baseline as CellBaseline;
    if (ofCells.has(baseline) || isOneSeries(cell, baseline, evidence)) return [];
    const reasons = judgeTogether(group, [...group, ...baseline.of], evidence);
    return isOtherStageAlone(cell) ? reasons.filter(({ code }) => code !== 'STAGE_MISMATCH') : reasons;
  });
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
    base.value.departmentIds === value.departmentIds &&
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
  const isAlike = known.get(years) ?? judgeAccount([...ownStandings([cell, base]).keys()], reference).length === 0;
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

/** Baselines that are averages of cells of the answer, which say themselves what is to be said of them. */
function averagesOf(cells: readonly Cell[]): ReadonlySet<CellBaseline> {
  const among = new Set(cells.map(({ value }) => value));
  const baselines = new Set(cells.flatMap(({ baseline }) => (baseline?.value.average ? [baseline] : [])));
  return new Set([...baselines].filter(({ of }) => of.every(({ value }) => among.has(value))));
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

function notesOf(placed: Placed, evidence: Evidence): readonly CellNote[] {
  const noted = noteAnnotations(placed, evidence);
  return noted.length === 0 ? placed.value.notes : [...placed.value.notes, ...noted];
}

function sayOfCell(cell: Cell, evidence: Evidence): Reason[] {
  const notes = notesOf(cell, evidence);
  const isZero = cell.value.value !== null && cell.baseline?.value.value?.num === 0n;
  if (notes.length === 0 && !isZero) return [];
  return [...notes, ...noteZeroBaseline(cell)].map(sayOf([cell]));
}

const MOST_OF_ONE_CODE = 3;

/** What is to be said of baselines; of an average, which is of many, the first sentences of each code. */
function noteBaselines(cells: readonly Cell[], ofCells: ReadonlySet<CellBaseline>, evidence: Evidence): Reason[] {
  const held = groupBy(
    cells.filter(({ baseline }) => baseline && !ofCells.has(baseline)),
    ({ baseline }) => baseline as CellBaseline,
  );
  return [...held].flatMap(([{ name, year, value, of }, own]) => {
    const notes = of.length === 0 ? [...value.notes] : of.flatMap((placed) => notesOf(placed, evidence));
    const shown = value.average ? shortenNotes(notes, `${name} ${year}`) : notes;
    return shown.map(sayOf(own));
  });
}

function shortenNotes(notes: readonly CellNote[], name: string): CellNote[] {
  const distinct = new Map(notes.map((note) => [`${note.code} ${note.sentence}`, note]));
  return [...groupBy([...distinct.values()], ({ code }) => code)].flatMap(([code, own]) => {
    const sorted = [...own].sort((a, b) => compareTexts(a.sentence, b.sentence));
    const more = own.length - MOST_OF_ONE_CODE;
    const sentence = `${name}: ${more} more of its values have such a warning`;
    return [...sorted.slice(0, MOST_OF_ONE_CODE), ...(more > 0 ? [{ code, sentence }] : [])];
  });
}

function noteZeroBaseline({ value, baseline, entity, year }: Cell): CellNote[] {
  if (value.value === null || baseline?.value.value?.num !== 0n) return [];
  const sentence = `${entity.name} ${year}: the baseline, ${baseline.name} ${baseline.year}, is zero, a rate on it is none`;
  return [{ code: 'ZERO_BASE', sentence }];
}

function sayOf(cells: readonly Cell[]): (note: CellNote) => Reason {
  const places = cells.map(({ place }) => place);
  const measure = cells[0]?.measure.name ?? '';
  return (note) => ({ ...note, measure, places });
}
