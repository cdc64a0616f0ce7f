import type { Unit } from '../generated/graphql';
import type { Language } from '../words/language';

const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
const MONEY: readonly Unit[] = ['WAN_YUAN', 'YI_YUAN', 'YUAN', 'YUAN_PER_CAPITA'];
/** Longer fractions are computed ones. */
const MOST_DECIMALS = 20;

/** An exact decimal as people read it, digit by digit as the API gives it: no figure passes through a float. Ratios are percentages. */
export function formatFigure(value: string, unit: Unit, language: Language): string {
  if (unit === 'RATIO') return formatPercent(value, language);
  const shape = MONEY.includes(unit)
    ? { minimumFractionDigits: 2, maximumFractionDigits: unit === 'YUAN_PER_CAPITA' ? 2 : MOST_DECIMALS }
    : { maximumFractionDigits: unit === 'INDEX' ? 2 : MOST_DECIMALS };
  return print(value, language, shape);
}

/** 0.4744 as 47.44%; what two decimals would not show at all keeps two digits. */
export function formatPercent(ratio: string, language: Language, signs: 'auto' | 'exceptZero' = 'auto'): string {
  const isTiny = /^-?0\.0000\d*[1-9]/.test(ratio) && !/^-?0\.0000[5-9]/.test(ratio);
  const digits = isTiny ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return print(ratio, language, { style: 'percent', signDisplay: signs, ...digits });
}

/** Of a difference: + stands before what is more. */
export function formatDifference(value: string, unit: Unit, language: Language): string {
  if (unit === 'RATIO') return formatPercent(value, language, 'exceptZero');
  const least = MONEY.includes(unit) ? 2 : 0;
  return print(value, language, {
    minimumFractionDigits: least,
    maximumFractionDigits: unit === 'YUAN_PER_CAPITA' || unit === 'INDEX' ? 2 : MOST_DECIMALS,
    signDisplay: 'exceptZero',
  });
}

/** How many times as much: three digits after the point at most. */
export function formatTimes(ratio: string, language: Language): string {
  return print(ratio, language, { minimumFractionDigits: 2, maximumFractionDigits: 3 });
}

export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language]).format(count);
}

function print(value: string, language: Language, options: Intl.NumberFormatOptions): string {
  // Intl takes the text of a decimal as it is.
  return new Intl.NumberFormat(LOCALES[language], options).format(value as unknown as number);
}
