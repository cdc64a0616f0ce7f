/** An exact quotient of whole numbers; `den` is positive. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** Decimals of every computed ratio. */
const DECIMALS = 8;
const SCALE = 10n ** BigInt(DECIMALS);

/** A whole number. */
export function whole(num: bigint): Exact {
  return { num, den: 1n };
}

export function add(a: Exact, b: Exact): Exact {
  return a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, { num: -b.num, den: b.den });
}

export function multiply(a: Exact, b: Exact): Exact {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** Null where `b` is zero: a rate on nothing is no number. */
export function divide(a: Exact, b: Exact): Exact | null {
  if (b.num === 0n) return null;
  const sign = b.num < 0n ? -1n : 1n;
  return { num: a.num * b.den * sign, den: a.den * b.num * sign };
}

/** Negative, 0, positive: the first is less than, equal to, greater than the second. */
export function compareExact(a: Exact, b: Exact): number {
  const { num } = subtract(a, b);
  return num > 0n ? 1 : num < 0n ? -1 : 0;
}

/** Plain decimal text (`-64.95`) as a quotient; null where it is none. */
export function parseExact(text: string): Exact | null {
  const [matched, sign, integer = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (matched === undefined) return null;
  const num = BigInt(integer + fraction);
  return { num: sign === '-' ? -num : num, den: 10n ** BigInt(fraction.length) };
}

/** Rounded half up (away from zero), once, at 8 decimals; without trailing zeros (`0.59512854`, `0.5`, `1`). */
export function roundRatio({ num, den }: Exact): string {
  const magnitude = num < 0n ? -num : num;
  const scaled = (2n * magnitude * SCALE + den) / (2n * den);
  const digits = scaled.toString().padStart(DECIMALS + 1, '0');
  const fraction = digits.slice(-DECIMALS).replace(/0+$/, '');
  const text = digits.slice(0, -DECIMALS) + (fraction && `.${fraction}`);
  return num < 0n && scaled !== 0n ? `-${text}` : text;
}
