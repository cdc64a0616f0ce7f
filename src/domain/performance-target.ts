import type { TargetOperator } from './closed-lists.js';
import { readLead } from './performance-lead.js';

/** A number that a performance table prints, with what it is held to. */
export interface Quantity {
  readonly operator: TargetOperator;
  /** Exact decimal text, without thousand separators. */
  readonly value: string;
  /** As printed, levelled (`%`, `个工作日`); null: none is printed. */
  readonly unit: string | null;
  /** No sign and no word says whether more or less would do too: the operator is EQUAL. */
  readonly isPlain: boolean;
}

const NUMBER = '-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const UNIT = '%|‰|[kcm]?m[23]|[\\p{Script=Han}A-Za-z/·℃°]{0,8}?';

/** Signs and words before the number. 以上, 以下 and 以内 include the number, 超过 does not (Civil Code of the PRC, article 1259). */
const BEFORE: readonly (readonly [TargetOperator, string])[] = [
  ['AT_LEAST', '≥|大于或?等于|高于或等于|不得?(?:低|少|小)于|至少(?:达到?)?|力争达到|达到?'],
  ['AT_MOST', '≤|小于或?等于|低于或等于|不得?(?:超过|高于|大于|多于)|至多|最多|控制在'],
  ['MORE_THAN', '>|大于|高于|多于|超过'],
  ['LESS_THAN', '<|小于|低于|少于'],
  ['EQUAL', '=|等于'],
];
const AFTER: readonly (readonly [TargetOperator, string])[] = [
  ['AT_LEAST', '(?:\\(含\\))?[或及]?以上(?:\\(含[^()]{0,8}\\))?'],
  ['AT_MOST', '(?:\\(含\\))?[或及]?以[内下](?:\\(含[^()]{0,8}\\))?|之?内'],
];
const DONE = '(?:全?(?:覆盖|部?完成|达标|合格|到位))?';
const anyOf = (words: readonly (readonly [TargetOperator, string])[]): string => words.map(([, own]) => own).join('|');
const QUANTITY = new RegExp(`^(${anyOf(BEFORE)})?(${NUMBER})(${UNIT})(${anyOf(AFTER)})?${DONE}$`, 'u');
/** What may not be part of a unit: it says something else about the number. */
const NO_UNIT = /[以或及约达完成增减提升降比前后底内外上下至到优良差高低第无未不已为是的了率余多求]/u;
/** Dates and ranks look like quantities and are none. */
const NO_QUANTITY = /^(?:(?:19|20)\d\d年度?|\d{1,2}[月日号]|\d+(?:级|等|期))$/;

/**
 * The number that a target holds to: `≥95%`, `不少于1,000件`, `3个工作日内`, `达到90%以上`. A number without sign or word is EQUAL. Null: the
 * target is a text, a range, a date, or says more than one thing.
 */
export function readTarget(text: string): Quantity | null {
  const level = levelQuantity(text);
  return readQuantity(level) ?? readQuantity(readLead(level));
}

/**
 * The number that was reached. A whole cell is read like a target; of a sentence, the number that stands behind the last words of
 * the indicator's name (办结率 in `…，办结率为98%`). Null where there is none, or more than one that could be it.
 *
 * @param unit the unit of the target, which the number of a sentence must have
 */
export function readActual(text: string, unit: string | null, name: string | null): Quantity | null {
  const level = levelQuantity(text);
  return readQuantity(level.replace(REACHED, '')) ?? findInSentence(level, unit, name);
}

/** 达到98% is a floor as a target, and 98% as an outcome. */
const REACHED = /^(?:实际|现|全年)?已?(?:达到?|完成|实现)?(?=-?\d)/;

/** The unit that a name ends in: `次` of `审查次数(次)`. */
export function unitOfName(name: string): string | null {
  const [, unit = ''] = /\((%|‰|[\p{Script=Han}/]{1,6})\)$/u.exec(levelQuantity(name)) ?? [];
  return unit === '' || NO_UNIT.test(unit) ? null : unit;
}

function readQuantity(level: string): Quantity | null {
  if (NO_QUANTITY.test(level)) return null;
  const match = QUANTITY.exec(level);
  if (!match) return null;
  const [, before, number = '', unit = '', after] = match;
  if (NO_UNIT.test(unit) || NO_QUANTITY.test(`${number}${unit}`)) return null;
  const operators = [operatorOf(BEFORE, before), operatorOf(AFTER, after)].filter((own) => own !== null);
  if (new Set(operators).size > 1) return null;
  const isPlain = operators.length === 0;
  const value = number.replaceAll(',', '').replace(/^(-?)0+(?=\d)/, '$1');
  return { operator: operators[0] ?? 'EQUAL', value, unit: unit === '' ? null : unit, isPlain };
}

function operatorOf(
  words: readonly (readonly [TargetOperator, string])[],
  word: string | undefined,
): TargetOperator | null {
  if (word === undefined) return null;
  return words.find(([, own]) => new RegExp(`^(?:${own})$`).test(word))?.[0] ?? null;
}

/** Letters of a name that must stand before a number of a sentence: two are common to too many names. */
const LEAST_OF_NAME = 3;
const SENTENCE_NUMBER = new RegExp(
  `([\\p{Script=Han}A-Za-z\\d]*?\\p{Script=Han}{2,})[:=]?(${NUMBER})(%|‰|[\\p{Script=Han}]{0,4}?)([或及]?以上)?(?=[,;。、)]|$)`,
  'gu',
);

function findInSentence(level: string, unit: string | null, name: string | null): Quantity | null {
  const own = levelQuantity(name ?? '').replace(/\([^()]*\)$/, '');
  if (own.length < LEAST_OF_NAME) return null;
  const found = [...level.matchAll(SENTENCE_NUMBER)].flatMap(([, words = '', ...parts]) => {
    const quantity =
      sharedEnd(words.replace(/(?:为|是|达到?)$/, ''), own) < LEAST_OF_NAME ? null : readQuantity(parts.join(''));
    return quantity && quantity.unit === unit ? [quantity] : [];
  });
  const [first] = found;
  const isOne = found.every(({ value, operator }) => value === first?.value && operator === first.operator);
  return first && isOne ? first : null;
}

/** How many letters two texts have in common at their ends. */
function sharedEnd(a: string, b: string): number {
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
  return shared;
}

/** One spelling of widths, signs and blanks; blanks between two digits stay, as they may part two numbers. */
export function levelQuantity(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\\(?:geq?(?:slant)?)(?![a-z])/g, '≥')
    .replace(/\\(?:leq?(?:slant)?)(?![a-z])/g, '≤')
    .replace(/\$|\\(?=%)/g, '')
    .replace(/[≧⩾]|>=|≥=/g, '≥')
    .replace(/[≦⩽]|<=|≤=/g, '≤')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/(?<=\d)\s*([.,])\s*(?=\d)/g, '$1')
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/[。;,、.]+$/, '');
}
