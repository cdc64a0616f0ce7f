import { ACCOUNT_LEVELS } from '../domain/closed-lists.js';
import type { Reference } from '../domain/reference.js';
import type { SumProfile, SumQuestion, SumStanding } from '../domain/sums.js';
import type { Store } from '../store/store.js';
import { findHints } from './hints.js';
import { namesIn } from './named.js';
import type { Named } from './named.js';

/** What sums were made from; `standing` is null where nothing was added. */
interface Added {
  readonly profile: SumProfile;
  readonly standing: SumStanding | null;
}

/** Why nothing is added, or only rests, and what was asked for and is not known; takes no statement where all of it is in the answer. */
export async function findSumHints(
  store: Store,
  reference: Reference,
  question: SumQuestion,
  { profile, standing }: Added,
): Promise<readonly string[]> {
  const { where, level } = question;
  const isEmpty = standing === null || standing.years.length === 0;
  const held = standing ? namesHeld(standing) : [];
  const sentences = await findHints(store, reference, namesIn('LineItemFilter', where, isEmpty), held);
  if (!isEmpty) {
    const isRestOnly = level !== null && where.accountCode && !profile.shapes.some((shape) => shape.level === level);
    return isRestOnly ? [...sentences, `only rests are added: ${sayLevel(question, profile)}`] : sentences;
  }
  const emptyLists = Object.entries(where).filter(([, own]) => isEmptyList(own));
  if (emptyLists.length > 0) return emptyLists.map(([name]) => `nothing is added: \`${name}\` is an empty list`);
  if (sentences.length > 0) return sentences;
  if (profile.shapes.length === 0) return ['nothing is added: no line item fits'];
  return [`nothing is added: ${sayLevel(question, profile)}`];
}

/** What fits is of other levels than the one that is added. */
function sayLevel({ where, level }: SumQuestion, { shapes }: SumProfile): string {
  const levels = ACCOUNT_LEVELS.filter((own) => shapes.some((shape) => shape.level === own));
  if (levels.length === 0) return NO_ROW;
  const code = where.accountCode?.eq;
  const isAbove = level !== null && levels.every((own) => ACCOUNT_LEVELS.indexOf(own) < ACCOUNT_LEVELS.indexOf(level));
  const below = isAbove && code ? ` or accountCode: { startsWith: "${code}" }` : '';
  return `${NO_ROW}; ask level: ${levels.join(' or ')}${below}`;
}

const NO_ROW = 'of what fits no row is of the level that is added';

function isEmptyList(field: unknown): boolean {
  const list = Array.isArray(field) ? field : ((field ?? {}) as { in?: unknown }).in;
  return Array.isArray(list) && list.length === 0;
}

function namesHeld({ districtCodes, years }: SumStanding): Named[] {
  return [
    ...districtCodes.map((value): Named => ({ kind: 'DIVISION', value })),
    ...years.map((year): Named => ({ kind: 'YEAR', value: String(year) })),
  ];
}
