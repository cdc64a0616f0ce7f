/** What is printed last: a hundredth of 万元, in fen. */
export const HUNDREDTH = 10_000n;

/** So many 万元, in fen. */
export function wanYuan(count: number): bigint {
  return BigInt(count) * 1_000_000n;
}

/** So many thousandths (or other parts) of an amount, in whole hundredths of 万元. */
export function takeShare(fen: bigint, parts: number, ofParts = 1000): bigint {
  return ((fen * BigInt(parts)) / (BigInt(ofParts) * HUNDREDTH)) * HUNDREDTH;
}

export function addUp(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, fen) => sum + fen, 0n);
}

/** The amount in parts by weight, each in whole hundredths of 万元; the first takes what is left over. */
export function splitByWeight(fen: bigint, weights: readonly number[]): bigint[] {
  const whole = BigInt(weights.reduce((sum, weight) => sum + weight, 0));
  const parts = weights.slice(1).map((weight) => ((fen * BigInt(weight)) / (whole * HUNDREDTH)) * HUNDREDTH);
  return [fen - addUp(parts), ...parts];
}
