import { REPORT_KINDS } from '../domain/closed-lists.js';
import {
  absoluteOf,
  compareDecimals,
  divideDecimals,
  halfOfLastDigit,
  multiplyDecimals,
  subtractDecimals,
} from '../domain/exact-decimal.js';
import { NOT_EVALUATED } from '../domain/finding.js';
import type { Finding, Rule } from '../domain/finding.js';
import { absoluteFen, envelopeOf, formatFen, judgeGap, sumFen } from '../domain/money.js';
import type { Money } from '../domain/money.js';
import type { LineItem, ReportedFact } from '../domain/report.js';
import type { ReconciliationRule } from './identity.js';
import { sourceOfReport } from './not-evaluable.js';
import type { ReportFigures } from './report-figures.js';

type Unruled = Omit<Finding, 'rule'>;

/** A rule about the text; a report without what it is about gets one finding that says so. */
export function makeNarrativeRule(
  id: string,
  titles: readonly [title: string, titleZh: string],
  evaluate: (figures: ReportFigures) => readonly Unruled[],
): ReconciliationRule {
  const [title, titleZh] = titles;
  const rule: Rule = { id, kind: 'NARRATIVE', title, titleZh, statement: null };
  return {
    ...rule,
    reports: REPORT_KINDS,
    identity: null,
    evaluate: (figures) => {
      const found = evaluate(figures);
      const message = 'expected numbers of the text that can be checked by this, got none';
      const source = sourceOfReport(figures);
      const none: Unruled = { ...NOT_EVALUATED, unit: 'WAN_YUAN', message, lineItems: [], facts: [], source };
      return (found.length > 0 ? found : [none]).map((finding) => ({ rule, ...finding }));
    },
  };
}

export function notEvaluable(
  fact: ReportedFact,
  message: string,
  lineItems: readonly LineItem[] = [],
  facts: readonly ReportedFact[] = [],
): Unruled {
  return {
    ...NOT_EVALUATED,
    ...{
      unit: fact.valueUnit === '%' ? 'PERCENT' : 'WAN_YUAN',
      lineItems,
      facts: [fact, ...facts],
      source: fact.source,
    },
    message: `${fact.label}: ${message}`,
  };
}

interface AmountContext {
  readonly fact: ReportedFact;
  /** What the amount is held against, with its figures. */
  readonly what: string;
  readonly lineItems?: readonly LineItem[];
  readonly facts?: readonly ReportedFact[];
}

/** An amount that the text states against the sum of others; in 万元. */
export function judgeAmount(
  parts: readonly Money[],
  stated: Money,
  { fact, what, lineItems = [], facts = [] }: AmountContext,
): Unruled {
  const expected = sumFen(parts);
  const difference = expected - stated.fen;
  const gap = absoluteFen(difference);
  const terms = [...parts, stated];
  const outcome = judgeGap(gap, terms);
  const said = `${fact.label} ${fact.value}${fact.valueUnit}`;
  const off = `${formatFen(gap, 'WAN_YUAN')}万元 ${difference < 0n ? 'more' : 'less'}`;
  const message =
    outcome === 'EXACT'
      ? `${said} = ${what}`
      : `expected ${what}, got ${said}, ${off}${outcome === 'ROUNDING' ? ', within rounding' : ''}`;
  const format = (fen: bigint): string => formatFen(fen, 'WAN_YUAN');
  return {
    ...{ outcome, message, expected: format(expected), actual: format(stated.fen), difference: format(difference) },
    ...{
      tolerance: format(envelopeOf(terms)),
      unit: 'WAN_YUAN',
      lineItems,
      facts: [fact, ...facts],
      source: fact.source,
    },
  };
}

interface RateContext {
  readonly part: bigint;
  readonly whole: bigint;
  /** Other bases with which a printed rate may have been computed, and what that would be. */
  readonly others: readonly { readonly fen: bigint; readonly called: string }[];
  readonly facts: readonly ReportedFact[];
}

/**
 * A printed rate against `part / whole`, in percent: EXACT within half of its last printed digit, ROUNDING where it is a whole percent
 * printed with zeros behind the point. A zero base gives no rate.
 */
export function judgeRate(fact: ReportedFact, { part, whole, others, facts }: RateContext): Unruled {
  const expected = percentOf(part, whole);
  if (expected === null) return notEvaluable(fact, 'expected a base that is not zero, got 0', [], facts);
  const difference = subtractDecimals(expected, fact.value);
  const fine = halfOfLastDigit(fact.value);
  const isWhole = /^-?\d+\.0+$/.test(fact.value);
  const within = (rate: string, tolerance: string): boolean =>
    compareDecimals(absoluteOf(subtractDecimals(rate, fact.value)), tolerance) <= 0;
  const outcome = within(expected, fine) ? 'EXACT' : isWhole && within(expected, '0.5') ? 'ROUNDING' : 'BROKEN';
  const ratio = (base: bigint, rate: string): string =>
    `${formatFen(part, 'WAN_YUAN')} / ${formatFen(base, 'WAN_YUAN')} = ${shorten(rate)} %`;
  const wrong = others.flatMap(({ fen, called }) => {
    const rate = percentOf(part, fen);
    return rate !== null && within(rate, isWhole ? '0.5' : fine) ? [`${ratio(fen, rate)}, ${called}`] : [];
  });
  const cause = outcome === 'BROKEN' && wrong[0] !== undefined ? `: ${wrong[0]}` : '';
  const message =
    outcome === 'EXACT'
      ? `${fact.label}: ${ratio(whole, expected)}, printed ${fact.value} %`
      : `${fact.label}: expected ${ratio(whole, expected)}, got ${fact.value} %${outcome === 'ROUNDING' ? ', a whole percent' : cause}`;
  return {
    ...{ outcome, message, expected, actual: fact.value, difference, tolerance: outcome === 'ROUNDING' ? '0.5' : fine },
    ...{ unit: 'PERCENT', lineItems: [], facts: [fact, ...facts], source: fact.source },
  };
}

/** In percent, rounded half up at 6 decimals; null where the base is zero. */
function percentOf(part: bigint, whole: bigint): string | null {
  const ratio = divideDecimals(part.toString(), whole.toString());
  return ratio === null ? null : multiplyDecimals(ratio, '100');
}

/** Two decimals are enough to see by eye. */
function shorten(percent: string): string {
  const [whole = '0', fraction = ''] = percent.split('.');
  if (fraction.length <= 2) return percent;
  const cents = BigInt(`${whole.replace('-', '')}${fraction.slice(0, 2)}`) + (fraction.charAt(2) >= '5' ? 1n : 0n);
  const digits = cents.toString().padStart(3, '0');
  return `${percent.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
