import type { ReportKind, Stage } from '../domain/closed-lists.js';
import { amountAt, indexFrom, makeColumn, makeRoster } from '../domain/ready-columns.js';
import type { ReadyClass } from '../domain/ready-columns.js';
import type { FlawedFigure, ReadyFigure } from '../domain/ready-figure.js';
import { groupBy } from '../domain/group-by.js';
import type { ListedAccount } from './align.js';
import type { CodedAccount, Presence, ReadyEvidence } from './evidence.js';
import type { Measure } from './measure.js';
import type { FigureKey, Reading } from './reading.js';
import { cellsOf } from './recipe.js';
import type { Recipe } from './recipe.js';

/** That an answer needs the printed figures: what is kept ready does not tell. */
export class NotReady extends Error {}

/** Where what is ready is looked for, and how the measure is read in such a report. */
interface ReadyTables {
  readonly report: Presence;
  readonly recipe: Recipe;
  readonly ready: ReadyEvidence;
}

interface Ready extends ReadyClass {
  readonly fen: bigint | null;
  readonly flaws: readonly FlawedFigure[];
}

/** The name under which readings of an account in its usual columns are kept. */
export function nameReady(classification: string, code: string): string {
  return `${classification}:${code}`;
}

/** The account whose readings are kept under that name; null: it is not an account's. */
export function accountOfReady(name: string): CodedAccount | null {
  const [classification, code] = name.split(':');
  return code === undefined ? null : { classification: classification as CodedAccount['classification'], code };
}

/** Evidence of these figures of these departments, which are in the order of a roster. */
export function indexReady(departmentIds: readonly string[], figures: readonly ReadyFigure[]): ReadyEvidence {
  const roster = makeRoster(departmentIds);
  const groups = groupBy(figures, ({ measure, year, stage }) => `${measure} ${year} ${stage}`);
  const columns = new Map([...groups].map(([key, own]) => [key, makeColumn(roster, own)]));
  return { roster, column: (measure, year, stage) => columns.get(`${measure} ${year} ${stage}`) };
}

/** The names under which readings of the measure in that year are kept; of several that are `added` each is a part. */
export function readyNamesIn(
  { key, account, name, readings }: Measure,
  year: number,
): { readonly names: readonly string[]; readonly added: boolean } {
  if (!account) return { names: [key ?? name], added: false };
  const reading = readings.get(year);
  if (!reading) return { names: [nameReady(account.classification, account.code)], added: false };
  return {
    names: reading.codes.map((code) => nameReady(account.classification, code)),
    added: reading.accounts.length > 1,
  };
}

/** Whether the account is read under its own code in the year and the next, of whose tables a text tells the change. */
export function isReadAsItself(measure: Measure, { classification, code }: ListedAccount, year: number): boolean {
  const own = nameReady(classification, code);
  return [year, year + 1].every((one) => {
    const { names } = readyNamesIn(measure, one);
    return names.length === 1 && names[0] === own;
  });
}

/** Whether what a text states of the measure in that stage is read. */
export function mayBeText({ key, account }: Measure, stage: Stage): boolean {
  return account ? stage !== 'OUTTURN' && !account.fund && !account.part : key !== null;
}

/**
 * What the tables of that kind of report say; null: nothing.
 * @throws NotReady where accounts that are one are not all read, which only the other kind of report could make up for
 */
export function readReadyTables(
  kind: ReportKind,
  measure: Measure,
  { departmentId, year, stage }: FigureKey,
  { report, recipe, ready }: ReadyTables,
): Reading | 'CONTRADICTORY' | null {
  const { names, added } = readyNamesIn(measure, year);
  const found = names.flatMap((name) => {
    const one = findReady(ready, { departmentId, year, stage }, name);
    return one?.origin === kind ? [one] : [];
  });
  const [first] = found;
  if (!first) return null;
  if (!added) return toReading(first);
  if (found.some(({ fen }) => fen === null)) return 'CONTRADICTORY';
  const isInPart = cellsOf(recipe).some(({ statement }) => report.statementsInPart.includes(statement));
  if (isInPart && found.length < names.length) {
    if (kind === 'BUDGET') throw new NotReady();
    return null;
  }
  return {
    fen: found.reduce((sum, { fen }) => sum + (fen ?? 0n), 0n),
    status: 'DERIVED',
    scope: first.scope,
    figures: [],
    flaws: found.flatMap(({ flaws }) => flaws),
  };
}

/**
 * What the texts state; null: nothing.
 * @throws NotReady where the account is read under another code in the year or the next, of whose tables a text tells the change
 */
export function readReadyText(
  measure: Measure,
  key: FigureKey,
  ready: ReadyEvidence,
): Reading | 'CONTRADICTORY' | null {
  const { account, name: own } = measure;
  if (!mayBeText(measure, key.stage)) return null;
  const name = account ? nameReady(account.classification, account.code) : (measure.key ?? own);
  if (account && !isReadAsItself(measure, account, key.year)) throw new NotReady();
  const found = findReady(ready, key, name);
  return found?.origin === 'TEXT' ? toReading(found) : null;
}

function findReady(
  { roster, column }: ReadyEvidence,
  { departmentId, year, stage }: FigureKey,
  name: string,
): Ready | null {
  const found = column(name, year, stage);
  const place = roster.placeOf(departmentId);
  if (!found || place === undefined) return null;
  const index = indexFrom(found.places, place);
  if (found.places[index] !== place) return null;
  return { ...(found.classes[index] as ReadyClass), fen: amountAt(found, index), flaws: found.flaws.get(index) ?? [] };
}

function toReading({ fen, status, scope, flaws }: Ready): Reading | 'CONTRADICTORY' {
  return fen === null ? 'CONTRADICTORY' : { fen, status, scope, flaws, figures: [] };
}
