import type { TextLine } from './pdf-fragments.js';
import { textOf } from './pdf-fragments.js';

/** What a line looks like where no lines are drawn: a row with figures, one without, a single text, or what ends a table. */
export type LineKind = 'FIGURES' | 'SEVERAL' | 'SINGLE' | 'END';

const NUMBER = /^[-－—–△▲+(（]{0,2}(?:\d[\d,，\s]*)?\d?(?:[.．]\s?\d+)?[)）%％]{0,2}$/;
const DECIMAL = /^[-－—–△▲+(（]{0,2}\d[\d,，\s]*[.．]\s?\d{1,6}[)）%％]{0,2}$/;
const SEPARATED = /^[-－△▲(（]{0,2}\d{1,3}(?:[,，]\d{3})+[)）]?$/;
const NOTHING = /^[-－—–/／]{1,2}$/;
const ENDS = /[。；]|^(?:备?注|说明)[:：]|(?:部门|单位)[^:：]{0,4}[:：]|^第[一二三四五六七八九十]部分/;

/** Whether a text is a number and nothing else: an amount, a code, the number of a row; or a sign that stands for none. */
export function isNumber(text: string): boolean {
  return NOTHING.test(text) || (/[\d０-９]/.test(text) && NUMBER.test(plain(text)));
}

/** Whether a text is a number that can only be an amount: it has decimals or separators. */
export function isAmount(text: string): boolean {
  return DECIMAL.test(plain(text)) || SEPARATED.test(plain(text));
}

function plain(text: string): string {
  return /[０-９]/.test(text) ? text.normalize('NFKC') : text;
}

export function kindOf(line: TextLine): LineKind {
  const { fragments } = line;
  if (ENDS.test(textOf(fragments))) return 'END';
  const numbers = fragments.filter(({ text }) => isNumber(text));
  if (numbers.some(({ text }) => isAmount(text)) || (numbers.length > 0 && fragments.length > 1)) return 'FIGURES';
  return fragments.length > 1 ? 'SEVERAL' : 'SINGLE';
}

/** Whether a line numbers the columns below the heads: 栏次, or nothing but small numbers that rise. */
export function isNumbering({ fragments }: TextLine): boolean {
  const numbers = fragments.filter(({ text }) => isNumber(text)).map(({ text }) => Number(text));
  const small = numbers.every((number, at) => Number.isInteger(number) && number > (numbers[at - 1] ?? 0) && number <= 40);
  const words = fragments.filter(({ text }) => !isNumber(text)).map(({ text }) => text.replace(/\s/g, '')).join('');
  return small && numbers.length > 0 && (/^(?:栏次)+$/.test(words) || (words === '' && numbers.length > 1));
} // prettier-ignore
