import type { AccountLevel, Classification } from '../domain/closed-lists.js';
import { ACCOUNT_LEVELS } from '../domain/closed-lists.js';
import { AppError } from '../domain/app-error.js';
import type { RowShape, SumQuestion, SumRows } from '../domain/sums.js';

/** Which rows are added, as far as the question alone tells. CODED: those of the one level that the filter leaves. */
export type RowChoice = SumRows | { readonly of: 'CODED' };

/**
 * The rows that a question is about: of the level that it names, else of the one that its account codes have, else the leaves or the units' own
 * rows, else the printed totals.
 * @throws AppError BAD_USER_INPUT where the argument and the filter name different levels
 */
export function chooseRows(question: SumQuestion, shapes: readonly RowShape[]): RowChoice {
  const { where, groupBy } = question;
  const named = nameLevels(question);
  if (named) return chooseLevel(named, shapes);
  const asksLeaves = groupBy.includes('LABEL') || Boolean(where.label) || where.leaf === true;
  if (where.accountCode && (!asksLeaves || levelsOf(shapes).length === 1)) return { of: 'CODED' };
  if (asksLeaves) return { of: printsTotalsOnly(shapes) ? 'TOTALS' : 'LEAVES' };
  const listed = where.classification ?? [];
  if (listed.some(isCoded)) return { of: 'CODED' };
  if (listed.length > 0 && !listed.includes('BALANCE')) return { of: 'LEAVES' };
  return { of: groupBy.includes('UNIT') || where.unitName ? 'UNITS' : 'TOTALS' };
}

/** Whether rows of that kind are added. */
export function isAdded(choice: RowChoice, shape: RowShape): boolean {
  switch (choice.of) {
    case 'TOTALS':
      return shape.isTotal;
    case 'UNITS':
      return shape.isUnit;
    case 'LEAVES':
      return shape.leaf;
    case 'CODED':
      return shape.level !== null;
    case 'LEVEL':
      return shape.level === choice.level;
  }
}

/**
 * The rows themselves, once it is known which statements they stand in.
 * @throws AppError BAD_USER_INPUT where the filter leaves accounts of several levels
 */
export function settleRows(choice: RowChoice, shapes: readonly RowShape[]): SumRows {
  if (choice.of !== 'CODED') return choice;
  const [level, ...others] = levelsOf(shapes);
  if (level === undefined) throw new Error('expected rows with a level, got none');
  if (others.length > 0) throw refuseLevels([level, ...others]);
  return { of: 'LEVEL', level };
}

/** A label that only totals bear (本年支出合计) is theirs. */
function printsTotalsOnly(shapes: readonly RowShape[]): boolean {
  return shapes.length > 0 && shapes.every(({ isTotal }) => isTotal);
}

function nameLevels({ level, where }: SumQuestion): readonly AccountLevel[] | null {
  const listed = where.level ?? null;
  if (level === null || listed === null) return level === null ? listed : [level];
  if (listed.includes(level)) return [level];
  const sentence = `expected one level, got level: ${level} and where: { level: [${listed.join(', ')}] }`;
  throw new AppError('BAD_USER_INPUT', sentence);
}

/** Of several levels named the one that there is; none: the rows of no level. */
function chooseLevel(named: readonly AccountLevel[], shapes: readonly RowShape[]): RowChoice {
  const [only, ...others] = [...new Set(named)];
  if (only !== undefined && others.length === 0) return { of: 'LEVEL', level: only };
  const present = levelsOf(shapes).filter((level) => named.includes(level));
  if (present.length > 1) throw refuseLevels(present);
  const [level = only] = present;
  return level === undefined ? { of: 'CODED' } : { of: 'LEVEL', level };
}

function levelsOf(shapes: readonly RowShape[]): AccountLevel[] {
  return ACCOUNT_LEVELS.filter((level) => shapes.some((shape) => shape.level === level));
}

function isCoded(classification: Classification): boolean {
  return classification === 'FUNCTIONAL' || classification === 'ECONOMIC';
}

function refuseLevels(levels: readonly AccountLevel[]): AppError {
  const sentence = `expected one level: ${levels.join(', ')} ${levels.length === 2 ? 'both' : 'all'} fit; ask level: ${levels.at(-1)}`;
  return new AppError('BAD_USER_INPUT', sentence, { fits: levels });
}
