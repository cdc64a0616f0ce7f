import { readNumber } from '../printed-number.js';

/** A number with its unit as it stands in running text. */
export interface PrintedValue {
  /** Places in the text: of the number, and behind the unit. */
  readonly from: number;
  readonly to: number;
  /** Plain decimal, negative only where a minus sign is printed. */
  readonly decimal: string;
  readonly unit: string;
}

export const MONEY_UNITS: readonly string[] = ['亿元', '万元', '千元', '元'];
const COUNT_UNITS = '台\\(套\\)|台/套|台|套|批次|人次|批|次|个|人|辆|平方米|艘|架|部';
const UNIT = new RegExp(`^(?:亿元|万元|千元|元|个百分点|%|${COUNT_UNITS})`);
const NUMBER = /[-−–—△▲]{0,3}\d[\d,]*(?:\.\d+)?/g;
/** What follows a threshold (单价50万元以上) or a quantity of something (3个单位): no value of its own. */
const THRESHOLD = /^(?:人民币)?(?:\(不?含\)|含)?(?:及其?)?(?:以[上下内])/;
const BEHIND_COUNT = /^(?:$|[^\p{Script=Han}]|[和及与等其占比较为的且并])/u;

/** The numbers with a unit in a text, in printed order. */
export function findValues(text: string): PrintedValue[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => readValue(text, match));
}

/** Whether a text prints a number with a unit. */
export function hasValue(text: string): boolean {
  return findValues(text).length > 0;
}

/** Whether a unit is one of money, or counts things. */
export function kindOfUnit(unit: string): 'MONEY' | 'RATE' | 'COUNT' {
  if (MONEY_UNITS.includes(unit)) return 'MONEY';
  return unit === '%' ? 'RATE' : 'COUNT';
}

function readValue(text: string, match: RegExpMatchArray): PrintedValue[] {
  const from = match.index ?? 0;
  const printed = match[0];
  const behind = text.slice(from + printed.length);
  const unit = UNIT.exec(behind)?.[0];
  if (unit === undefined || unit === '个百分点' || /\d[ .,~～至—–-]?$/.test(text.slice(Math.max(0, from - 2), from)))
    return [];
  const after = behind.slice(unit.length);
  const number = readNumber(printed);
  if (number.kind !== 'VALUE' || THRESHOLD.test(after)) return [];
  if (kindOfUnit(unit) === 'COUNT' && !BEHIND_COUNT.test(after)) return [];
  return [{ from, to: from + printed.length + unit.length, decimal: number.decimal, unit }];
}
