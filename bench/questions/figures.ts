// Arithmetic of its own: what checks the product's answers is not the product's.

const RATIO_PLACES = 8;
const FEN_IN_WAN_YUAN = 6;

/** 13.45 万元 are 13450000 fen. */
export function toFen(wanYuan: string): bigint {
  const [whole = '', fraction = ''] = wanYuan.split('.');
  return BigInt(whole + fraction.padEnd(FEN_IN_WAN_YUAN, '0'));
}

/** 13450000 fen are 13.45 万元: at least two decimals. */
export function toWanYuan(fen: bigint): string {
  return spell(fen, FEN_IN_WAN_YUAN).replace(/(\.\d\d\d*?)0+$/, '$1');
}

/** Upper / lower, rounded half up at 8 decimals, without trailing zeros; null for a lower of 0. */
export function divide(upper: bigint, lower: bigint): string | null {
  if (lower === 0n) return null;
  const isNegative = upper < 0n !== lower < 0n;
  const [over, under] = [magnitude(upper), magnitude(lower)];
  const rounded = (over * 10n ** BigInt(RATIO_PLACES) * 2n + under) / (under * 2n);
  return spell(isNegative ? -rounded : rounded, RATIO_PLACES).replace(/\.?0+$/, '');
}

/** A decimal without the zeros that say nothing. */
export function trim(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}

function spell(number: bigint, places: number): string {
  const digits = magnitude(number)
    .toString()
    .padStart(places + 1, '0');
  return `${number < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
