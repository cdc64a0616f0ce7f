import type { MissingReason, ReportKind, Stage } from '../domain/closed-lists.js';
import { divide, whole } from '../domain/exact.js';
import { amountAt, indexFrom } from '../domain/ready-columns.js';
import type { Reference } from '../domain/reference.js';
import type { ReadyClass, ReadyColumn, Roster } from '../domain/ready-columns.js';
import type { FlawedFigure } from '../domain/ready-figure.js';
import type { CellKey, CellNote } from './cell-key.js';
import { noteBroken, noteMixedScopes, notePartial, noteZeroBase } from './cell-notes.js';
import { coveredStage, joinScopes, missingCell, missingOf } from './cell-value.js';
import type { CellValue } from './cell-value.js';
import type { Entity, FindReport, Index, Presence, ReadyEvidence } from './evidence.js';
import type { Measure } from './measure.js';
import { MILLION, scaleOfQuotient } from './quantity.js';
import { KINDS_OF_STAGE, explainerOf } from './read-figure.js';
import { isReadAsItself, mayBeText, readyNamesIn } from './read-ready.js';

/**
 * As `readCell`, without a reading of each department: columns are added up. Null where a measure is not kept under one name, or a text
 * may state it under another: then `readCell` has to look.
 */
export function readReadyCell(key: CellKey, index: Index, reference: Reference): CellValue | null {
  const { ready } = index;
  if (!ready || key.over === 'NOT_APPLICABLE') return null;
  const own = open(key.measure, key, ready);
  const over = key.over && open(key.over, key, ready);
  if (!own || (key.over && !over)) return null;
  const stage = key.stage ?? chooseStage(key, own, index);
  if (stage === null || !own.isWhole(stage) || over?.isWhole(stage) === false) return null;
  const values = own.rows(stage);
  if (values.indexes.length === 0) return explain(key, stage, values, index, reference);
  return over && key.over
    ? divideUp(key, stage, values, over.rows(stage), key.over, index)
    : addUp(key, stage, values, index);
}

/** The figures of one measure, year and body. */
interface Opened {
  readonly rows: (stage: Stage) => Rows;
  /** Whether all of them are kept under that name, those of texts too. */
  readonly isWhole: (stage: Stage) => boolean;
}

/** Some rows of a column, in the order of departments: those that are no contradictions, and of what a text may state. */
interface Rows {
  readonly column: ReadyColumn | undefined;
  readonly indexes: readonly number[];
  readonly isPrinted: boolean;
  /** Indexes of contradictions. */
  readonly unreadable: readonly number[];
}

const NONE: Rows = { column: undefined, indexes: [], isPrinted: false, unreadable: [] };

function open(measure: Measure, { entity, year }: CellKey, ready: ReadyEvidence): Opened | null {
  const { names } = readyNamesIn(measure, year);
  const [name] = names;
  if (name === undefined || names.length > 1) return null;
  const members = membersOf(entity, ready.roster);
  const { account } = measure;
  return {
    isWhole: (stage) => !account || !mayBeText(measure, stage) || isReadAsItself(measure, account, year),
    rows: (stage) => {
      const column = ready.column(name, year, stage);
      return column ? pick(column, members, mayBeText(measure, stage)) : NONE;
    },
  };
}

/** Places of an entity's departments: a stretch of the roster, or one by one. */
interface Members {
  readonly roster: Roster;
  readonly from: number;
  readonly to: number;
  /** Null: all from the one to before the other. */
  readonly places: readonly number[] | null;
}

/** By the list of departments: that of a district in memory is one for all questions. */
const known = new WeakMap<readonly string[], Members>();

function membersOf({ departmentIds }: Entity, roster: Roster): Members {
  const found = known.get(departmentIds);
  if (found?.roster === roster) return found;
  const places = departmentIds.flatMap((id) => roster.placeOf(id) ?? []);
  const [from, to] = [places[0] ?? 0, (places.at(-1) ?? -1) + 1];
  const isStretch = places.every((place, at) => place === from + at);
  const members = { roster, from, to, places: isStretch ? null : places };
  known.set(departmentIds, members);
  return members;
}

function pick(column: ReadyColumn, { from, to, places }: Members, withTexts: boolean): Rows {
  const [indexes, unreadable]: [number[], number[]] = [[], []];
  let isPrinted = false;
  const look = (index: number): void => {
    const isText = (column.classes[index] as ReadyClass).origin === 'TEXT';
    isPrinted ||= !isText;
    if (!withTexts && isText) return;
    const isUnreadable = column.exact.size > 0 && column.exact.get(index) === null;
    (isUnreadable ? unreadable : indexes).push(index);
  };
  if (places) {
    for (const place of places) {
      const index = indexFrom(column.places, place);
      if (column.places[index] === place) look(index);
    }
  } else {
    for (let index = indexFrom(column.places, from); (column.places[index] ?? to) < to; index += 1) look(index);
  }
  return { column, indexes, isPrinted, unreadable };
}

/** As `readCell` chooses it. */
function chooseStage({ measure, entity, year, preferred }: CellKey, own: Opened, index: Index): Stage | null {
  const stages: readonly Stage[] = preferred
    ? [preferred, 'OUTTURN', 'ORIGINAL_BUDGET']
    : ['OUTTURN', 'ORIGINAL_BUDGET'];
  return (
    stages.find((stage) => own.rows(stage).isPrinted) ??
    (measure.key === null ? undefined : stages.find((stage) => own.rows(stage).indexes.length > 0)) ??
    coveredStage(stages, entity, year, index)
  );
}

/** Why nobody has the figure. */
function explain(key: CellKey, stage: Stage, { unreadable }: Rows, index: Index, reference: Reference): CellValue {
  const { measure, entity, year } = key;
  if (unreadable.length > 0) return missingOf(key, stage, UNREADABLE);
  const reports = reportsOf(entity.departmentIds, KINDS_OF_STAGE[stage][0], year, index.report);
  const explainOne = explainerOf(measure, year, stage, index, reference);
  const reasons = new Set(reports.map(explainOne));
  if (reports.length < entity.departmentIds.length || reports.length === 0) reasons.add('NOT_COVERED');
  return missingOf(key, stage, reasons);
}

/** It stands nearer to a figure than all that reports can be without. */
const UNREADABLE: ReadonlySet<MissingReason> = new Set(['UNREADABLE']);

interface FoundReports {
  readonly find: FindReport;
  readonly byYear: Map<string, readonly Presence[]>;
}

const foundReports = new WeakMap<readonly string[], FoundReports>();

/** Of these departments; remembered for all questions that the same finder finds them for. */
function reportsOf(
  departmentIds: readonly string[],
  kind: ReportKind,
  year: number,
  find: FindReport,
): readonly Presence[] {
  const known = foundReports.get(departmentIds);
  const own = known?.find === find ? known : { find, byYear: new Map<string, readonly Presence[]>() };
  foundReports.set(departmentIds, own);
  const key = `${kind} ${year}`;
  const reports = own.byYear.get(key) ?? departmentIds.flatMap((id) => find(id, year, kind) ?? []);
  own.byYear.set(key, reports);
  return reports;
}

/** A value that is being made. */
type Writable = { -readonly [Field in keyof CellValue]: CellValue[Field] };

function addUp(key: CellKey, stage: Stage, values: Rows, index: Index): CellValue {
  const { column, indexes } = values as Rows & { readonly column: ReadyColumn };
  const own = describe(key, column, indexes, index);
  const single = indexes.length === 1 ? (column.classes[indexes[0] as number] as ReadyClass).status : 'DERIVED';
  const value = missingCell(null, stage, key.year) as Writable;
  value.value = whole(sumOf(column, indexes));
  value.status = single;
  value.departmentIds = own.departmentIds;
  value.scope = own.scope;
  value.notes = joinNotes(own.notes, key, flawsOf(column, indexes));
  return value;
}

/** Over those departments that have both. */
function divideUp(
  key: CellKey,
  stage: Stage,
  values: Rows,
  divisors: Rows,
  over: Measure,
  index: Index,
): CellValue | null {
  const { column } = values as Rows & { readonly column: ReadyColumn };
  const [indexes, others] = joinRows(values, divisors);
  if (indexes.length === 0 || !divisors.column) return null;
  const own = describe(key, column, indexes, index);
  const flaws = [...flawsOf(column, indexes), ...flawsOf(divisors.column, others)];
  const said = joinNotes(own.notes, key, flaws);
  const read = { over: { name: over.name, nameZh: over.nameZh, scale: over.scale }, overMeasure: over };
  const value = divide(whole(sumOf(column, indexes)), whole(sumOf(divisors.column, others)));
  if (!value)
    return { ...missingCell('ZERO_BASE', stage, key.year), ...read, notes: [...said, noteZeroBase(key, over)] };
  const isPlain = scaleOfQuotient(key.measure.scale, over.scale) === 'PLAIN';
  const cell = missingCell(null, stage, key.year) as Writable;
  cell.value = isPlain ? value : { num: value.num * MILLION, den: value.den };
  cell.status = 'DERIVED';
  cell.departmentIds = own.departmentIds;
  cell.scope = own.scope;
  cell.over = read.over;
  cell.overMeasure = over;
  cell.overScope = joinScopes(scopesOf(divisors.column, others));
  cell.notes = said;
  return cell;
}

function joinNotes(notes: readonly CellNote[], key: CellKey, flaws: readonly FlawedFigure[]): readonly CellNote[] {
  return flaws.length === 0 ? notes : [...notes, ...flaws.flatMap((flaw) => noteBroken(key, flaw))];
}

/** The rows of departments that are in both. */
function joinRows(a: Rows, b: Rows): readonly [number[], number[]] {
  const [own, other]: [number[], number[]] = [[], []];
  let at = 0;
  for (const index of a.indexes) {
    const place = (a.column as ReadyColumn).places[index] as number;
    while (at < b.indexes.length && placeAt(b, at) < place) at += 1;
    if (at === b.indexes.length || placeAt(b, at) !== place) continue;
    own.push(index);
    other.push(b.indexes[at] as number);
  }
  return [own, other];
}

function placeAt({ column, indexes }: Rows, at: number): number {
  return (column as ReadyColumn).places[indexes[at] as number] as number;
}

/** Whose figures these are, about which money, and what is to be said of that. */
function describe(
  key: CellKey,
  column: ReadyColumn,
  indexes: readonly number[],
  index: Index,
): Pick<CellValue, 'departmentIds' | 'scope' | 'notes'> {
  const { departmentIds: all } = key.entity;
  const ids = (index.ready as ReadyEvidence).roster.ids;
  const departmentIds =
    indexes.length === all.length ? all : indexes.map((own) => ids[column.places[own] as number] as string);
  const scopes = scopesOf(column, indexes);
  const scope = joinScopes(scopes);
  const notes = [...notePartial(key, departmentIds, index), ...(scope ? [] : [noteMixedScopes(key)])];
  return { departmentIds, scope: scope ?? scopes[0] ?? null, notes };
}

/** Each of them once: there are few. */
function scopesOf({ classes }: ReadyColumn, indexes: readonly number[]): ReadyClass['scope'][] {
  const scopes: ReadyClass['scope'][] = [];
  for (const index of indexes) {
    const { scope } = classes[index] as ReadyClass;
    if (!scopes.includes(scope)) scopes.push(scope);
  }
  return scopes;
}

function sumOf(column: ReadyColumn, indexes: readonly number[]): bigint {
  let [sum, size] = [0, 0];
  for (const index of indexes) {
    const amount = column.amounts[index] as number;
    sum += amount;
    size += Math.abs(amount);
  }
  if (Number.isSafeInteger(size)) return BigInt(sum);
  return indexes.reduce((total, index) => total + (amountAt(column, index) ?? 0n), 0n);
}

function flawsOf({ flaws }: ReadyColumn, indexes: readonly number[]): readonly FlawedFigure[] {
  return flaws.size === 0 ? [] : indexes.flatMap((index) => flaws.get(index) ?? []);
}
