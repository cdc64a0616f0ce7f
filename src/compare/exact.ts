/** An exact quotient of whole numbers; `den` is positive. Amounts are fen over 1, shares fen over fen. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

/** Decimals of every computed ratio. */
const DECIMALS = 8;
const SCALE = 10n ** BigInt(DECIMALS);

/** A whole number of fen. */
export function whole(fen: bigint): Exact {
  return { num: fen, den: 1n };
}

export function subtract(a: Exact, b: Exact): Exact {
  return { num: a.num * b.den - b.num * a.den, den: a.den * b.den };
}

/** Null where `b` is zero: a rate on nothing is no number. */
export function divide(a: Exact, b: Exact): Exact | null {
  if (b.num === 0n) return null;
  const sign = b.num < 0n ? -1n : 1n;
  return { num: a.num * b.den * sign, den: a.den * b.num * sign };
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
