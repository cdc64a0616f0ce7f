import { Decimal } from 'decimal.js';

/** What a cell shows of a number, given as the decimal text that the file stores. */
export type ShowNumber = (stored: string) => string;

const STORED = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** Spreadsheets keep 15 digits; the 17 that files hold are the float's own noise. */
const DIGITS = 15;

interface Token {
  readonly kind: 'DIGIT' | 'POINT' | 'COMMA' | 'PERCENT' | 'LITERAL' | 'GENERAL';
  readonly text: string;
}

interface Section {
  /** Null where the section is no decimal number: dates, fractions, powers of ten. */
  readonly tokens: readonly Token[] | null;
  readonly condition: { readonly sign: string; readonly limit: Decimal } | null;
}

/**
 * How a number format shows numbers, by exact decimal arithmetic: rounded to 15 digits as a spreadsheet does, then by the format.
 * Signs of currency and blanks for alignment are left out; `.50` and `5.` are given as 0.50 and 5. Dates, fractions and powers of
 * ten are shown as the plain number; text that is no number is returned as it is.
 */
export function numberFormat(code: string): ShowNumber {
  const sections = splitSections(code).map(parseSection);
  return (stored) => {
    const text = stored.trim();
    if (text.length > 400 || !STORED.test(text)) return stored;
    const value = new Decimal(text).toSignificantDigits(DIGITS, Decimal.ROUND_HALF_UP);
    const { section, signed } = chooseSection(sections, value);
    if (!section?.tokens) return showPlain(value);
    const shown = fill(section.tokens, value.abs()).trim();
    return value.isNegative() && signed && /[1-9]/.test(shown) ? `-${shown}` : shown;
  };
}

function showPlain(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** Sections part at semicolons that are neither quoted nor escaped. */
function splitSections(code: string): string[] {
  const parts = code.match(/(?:"[^"]*"?|[\\!_*][^]|\[[^\]]*\]|[^;])+|;/g) ?? [];
  const sections = [''];
  for (const part of parts)
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  return sections;
}

const PIECE =
  /"([^"]*)"?|[\\!]([^])|[_*][^]|\[([^\]]*)\]|(General|G\/通用格式)|(AM\/PM|A\/P|上午\/下午)|(E[+-])|([^])/gi;

function parseSection(code: string): Section {
  const tokens: Token[] = [];
  let condition: Section['condition'] = null;
  let plain = false;
  for (const [, quoted, escaped, bracket, general, halves, power, sign] of code.matchAll(PIECE)) {
    const literal = quoted ?? escaped;
    if (literal !== undefined) tokens.push({ kind: 'LITERAL', text: literal.replace(/[¥￥$]/g, '') });
    if (bracket !== undefined) {
      const stated = /^([<>]=?|=|<>)(-?\d+(?:\.\d+)?)$/.exec(bracket);
      if (stated) condition = { sign: stated[1] ?? '', limit: new Decimal(stated[2] ?? '0') };
      plain ||= /^(?:h+|m+|s+)$/i.test(bracket);
    }
    if (general !== undefined) tokens.push({ kind: 'GENERAL', text: '' });
    plain ||= halves !== undefined || power !== undefined || (sign !== undefined && /[ymdhsegab@/]/i.test(sign));
    if (sign !== undefined) tokens.push(tokenOf(sign));
  }
  return { tokens: plain ? null : tokens, condition };
}

function tokenOf(sign: string): Token {
  if (/[0#?]/.test(sign)) return { kind: 'DIGIT', text: sign };
  if (sign === '.') return { kind: 'POINT', text: sign };
  if (sign === ',') return { kind: 'COMMA', text: sign };
  if (sign === '%') return { kind: 'PERCENT', text: sign };
  return { kind: 'LITERAL', text: /[¥￥$]/.test(sign) ? '' : sign };
}

function chooseSection(sections: readonly Section[], value: Decimal): { section: Section | null; signed: boolean } {
  if (sections.some(({ condition }) => condition !== null)) {
    const numeric = sections.slice(0, 3);
    const section =
      numeric.find(({ condition }, at) =>
        condition ? meets(value, condition) : at === numeric.length - 1 || (at === 0 ? value.gt(0) : value.lt(0)),
      ) ?? null;
    const below = section?.condition?.sign.startsWith('<') && section.condition.limit.lte(0);
    return { section, signed: !below };
  }
  const negative = value.isNegative() && !value.isZero();
  if (negative && sections.length > 1) return { section: sections[1] ?? null, signed: false };
  return { section: (value.isZero() && sections.length > 2 ? sections[2] : sections[0]) ?? null, signed: true };
}

function meets(value: Decimal, { sign, limit }: { sign: string; limit: Decimal }): boolean {
  const order = value.cmp(limit);
  if (sign === '<>') return order !== 0;
  return (order < 0 && sign.includes('<')) || (order > 0 && sign.includes('>')) || (order === 0 && sign.includes('='));
}

/** The tokens with the digits of a value that is not negative in their places. */
function fill(tokens: readonly Token[], value: Decimal): string {
  if (tokens.some(({ kind }) => kind === 'GENERAL'))
    return tokens.map(({ kind, text }) => (kind === 'GENERAL' ? showPlain(value) : text)).join('');
  const point = tokens.findIndex(({ kind }) => kind === 'POINT');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point + 1);
  const percents = tokens.filter(({ kind }) => kind === 'PERCENT').length;
  const scale = percents * 2 - 3 * (scalingCommas(before) + scalingCommas(after));
  const decimals = after.filter(({ kind }) => kind === 'DIGIT').length;
  const [whole = '', fraction = ''] = value
    .times(new Decimal(10).pow(scale))
    .toFixed(decimals, Decimal.ROUND_HALF_UP)
    .split('.');
  const tail = fillFraction(after, fraction);
  const head = fillWhole(before, whole === '0' ? '' : whole);
  // A point needs a digit on both sides to be read again.
  if (!/^\d/.test(tail)) return head + tail;
  return `${/\d\D*$/.test(head) ? head : `${head}0`}.${tail}`;
}

/** Commas behind the last digit of the whole part, or of the fraction, each part a thousand off. */
function scalingCommas(tokens: readonly Token[]): number {
  const last = tokens.findLastIndex(({ kind }) => kind === 'DIGIT');
  return last < 0 ? 0 : tokens.slice(last).filter(({ kind }) => kind === 'COMMA').length;
}

/** Digits go to their places from the right; the first place takes all that are left. */
function fillWhole(tokens: readonly Token[], whole: string): string {
  const first = tokens.findIndex(({ kind }) => kind === 'DIGIT');
  const last = tokens.findLastIndex(({ kind }) => kind === 'DIGIT');
  const grouped = tokens.some(({ kind }, at) => kind === 'COMMA' && at > first && at < last);
  let left = whole;
  let placed = 0;
  let shown = '';
  const put = (digit: string): void => {
    const comma = grouped && placed > 0 && placed % 3 === 0 && /\d/.test(digit);
    shown = digit + (comma ? ',' : '') + shown;
    placed++;
  };
  for (let at = tokens.length - 1; at >= 0; at--) {
    const { kind, text } = tokens[at] as Token;
    if (kind === 'LITERAL' || kind === 'PERCENT') shown = text + shown;
    if (kind !== 'DIGIT') continue;
    put(left.at(-1) ?? (text === '0' ? '0' : ''));
    left = left.slice(0, -1);
    if (at !== first) continue;
    for (; left !== ''; left = left.slice(0, -1)) put(left.at(-1) as string);
  }
  return shown;
}

/** Zeros at the end stand only where the format asks for them. */
function fillFraction(tokens: readonly Token[], fraction: string): string {
  const places = tokens.filter(({ kind }) => kind === 'DIGIT').map(({ text }) => text);
  let length = fraction.length;
  while (length > 0 && fraction[length - 1] === '0' && places[length - 1] !== '0') length--;
  let at = 0;
  return tokens
    .map(({ kind, text }) => {
      if (kind === 'DIGIT') return at++ < length ? (fraction[at - 1] ?? '') : '';
      return kind === 'COMMA' || kind === 'POINT' ? '' : text;
    })
    .join('');
}
