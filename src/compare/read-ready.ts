import type { ReportKind } from '../domain/closed-lists.js';
import type { ReadyFigure } from '../domain/ready-figure.js';
import type { CodedAccount, FindReady, Presence } from './evidence.js';
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
  readonly find: FindReady;
}

type Ready = NonNullable<ReturnType<FindReady>>;

/** The name under which readings of an account in its usual columns are kept. */
export function nameReady(classification: string, code: string): string {
  return `${classification}:${code}`;
}

/** The account whose readings are kept under that name; null: it is not an account's. */
export function accountOfReady(name: string): CodedAccount | null {
  const [classification, code] = name.split(':');
  return code === undefined ? null : { classification: classification as CodedAccount['classification'], code };
}

/** Finds readings among these. */
export function indexReady(figures: readonly ReadyFigure[]): FindReady {
  const byKey = new Map(
    figures.map((own) => [[own.departmentId, own.year, own.stage, own.measure].join(' '), own] as const),
  );
  return (...key) => byKey.get(key.join(' '));
}

/** The names under which readings of the measure in that year are kept; of several that are `added` each is a part. */
export function readyNamesIn({ key, account, name, readings }: Measure, year: number) {
  if (!account) return { names: [key ?? name], added: false };
  const { codes = [account.code], accounts = [] } = readings.get(year) ?? {};
  return { names: codes.map((code) => nameReady(account.classification, code)), added: accounts.length > 1 };
}

/**
 * What the tables of that kind of report say; null: nothing.
 * @throws NotReady where accounts that are one are not all read, which only the other kind of report could make up for
 */
export function readReadyTables(
  kind: ReportKind,
  measure: Measure,
  { departmentId, year, stage }: FigureKey,
  { report, recipe, find }: ReadyTables,
): Reading | 'CONTRADICTORY' | null {
  const { names, added } = readyNamesIn(measure, year);
  const found = names.flatMap((name) => {
    const ready = find(departmentId, year, stage, name);
    return ready?.origin === kind ? [ready] : [];
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
  { departmentId, year, stage }: FigureKey,
  find: FindReady,
): Reading | 'CONTRADICTORY' | null {
  const { key, account } = measure;
  if (account ? stage === 'OUTTURN' || account.fund || account.part : key === null) return null;
  const name = account ? nameReady(account.classification, account.code) : String(key);
  const isOwn = [year, year + 1].every((one) => readyNamesIn(measure, one).names.join() === name);
  if (!isOwn) throw new NotReady();
  const ready = find(departmentId, year, stage, name);
  return ready?.origin === 'TEXT' ? toReading(ready) : null;
}

function toReading({ fen, status, scope, flaws }: Ready): Reading | 'CONTRADICTORY' {
  return fen === null ? 'CONTRADICTORY' : { fen, status, scope, flaws, figures: [] };
}
