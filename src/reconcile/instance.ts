import { NOT_EVALUATED } from '../domain/finding.js';
import type { Finding, Rule } from '../domain/finding.js';
import { absoluteFen, envelopeOf, formatFen, judgeGap, sumFen } from '../domain/money.js';
import type { Money } from '../domain/money.js';
import type { LineItem } from '../domain/report.js';
import { findUnread } from './unread.js';
import type { ReportFigures } from './report-figures.js';

/** How the printed whole and its parts are held against each other. */
export type Relation =
  /** Σ parts ≈ Σ whole. */
  | 'EQUAL'
  /** Σ parts ≤ Σ whole. */
  | 'AT_MOST';

/** One place at which an identity can be evaluated: Σ `whole` against Σ `parts`, of which each alternative is one reading. */
export interface Instance {
  readonly whole: readonly LineItem[];
  /** The first that holds best counts. */
  readonly alternatives: readonly (readonly LineItem[])[];
  readonly relation: Relation;
  /** How a term is named in a message. */
  readonly nameOf: (item: LineItem) => string;
}

type Outcome = 'EXACT' | 'ROUNDING' | 'BROKEN';

const ORDER: Readonly<Record<Outcome, number>> = { EXACT: 0, ROUNDING: 1, BROKEN: 2 };

interface Judgement {
  readonly outcome: Outcome;
  readonly parts: readonly LineItem[];
  readonly expected: bigint;
  readonly actual: bigint;
  readonly tolerance: bigint;
}

/**
 * The finding of one instance. The envelope of rounding is half a unit of the last printed digit of every term. What does not
 * hold and has a cell that could not be read among its terms is NOT_EVALUABLE.
 */
export function judgeInstance(rule: Rule, instance: Instance, figures: ReportFigures): Finding {
  const best = judgeBest(instance);
  const lineItems = [...instance.whole, ...best.parts];
  const shown = instance.whole[0] ?? (best.parts[0] as LineItem);
  const unread = best.outcome === 'BROKEN' ? findUnread(figures, lineItems) : null;
  const common = { rule, unit: 'WAN_YUAN' as const, lineItems, facts: [], source: shown.source };
  if (unread !== null)
    return {
      ...common,
      ...NOT_EVALUATED,
      message: `expected every term of ${sideOf(instance.whole, instance)} to be read, got ${unread}`,
    };
  return {
    ...common,
    outcome: best.outcome,
    expected: formatFen(best.expected, 'WAN_YUAN'),
    actual: formatFen(best.actual, 'WAN_YUAN'),
    difference: formatFen(best.expected - best.actual, 'WAN_YUAN'),
    tolerance: formatFen(best.tolerance, 'WAN_YUAN'),
    message: messageOf(instance, best),
  };
}

function judgeBest(instance: Instance): Judgement {
  const [first, ...others] = instance.alternatives.map((parts) => judge(instance, parts)) as [
    Judgement,
    ...Judgement[],
  ];
  const isBetter = (one: Judgement, other: Judgement): boolean => ORDER[one.outcome] < ORDER[other.outcome];
  return others.reduce((best, own) => (isBetter(own, best) ? own : best), first);
}

function judge({ whole, relation }: Instance, parts: readonly LineItem[]): Judgement {
  const [left, right] = [whole, parts].map((items) => items.map(({ amount }) => amount)) as [Money[], Money[]];
  const [expected, actual] = [sumFen(right), sumFen(left)];
  const terms = [...left, ...right];
  const gap = relation === 'EQUAL' ? absoluteFen(expected - actual) : expected - actual;
  return { outcome: judgeGap(gap, terms), parts, expected, actual, tolerance: envelopeOf(terms) };
}

function messageOf(instance: Instance, { outcome, parts, expected, actual, tolerance }: Judgement): string {
  const [whole, details] = [sideOf(instance.whole, instance), sideOf(parts, instance)];
  const sign = instance.relation === 'EQUAL' ? '=' : '>=';
  if (outcome === 'EXACT') return `${whole} ${sign} ${details}`;
  const difference = expected - actual;
  const amount = formatFen(absoluteFen(difference), 'WAN_YUAN');
  const gap = `${amount}万元 ${difference < 0n ? 'more' : 'less'} than the parts`;
  if (outcome === 'ROUNDING')
    return `expected ${whole} ${sign} ${details}, got ${gap}, within the rounding of ${formatFen(tolerance, 'WAN_YUAN')}`;
  return `expected ${whole} ${sign} ${details}, got ${gap}${describeCause(instance, parts, difference)}`;
}

const MOST_TERMS = 8;

/** The terms with their amounts, the zeros left out where there are many. */
function sideOf(items: readonly LineItem[], { nameOf }: Instance): string {
  const other = items.length > MOST_TERMS ? items.filter(({ amount }) => amount.fen !== 0n) : items;
  const shown = other.slice(0, MOST_TERMS).map((item) => `${nameOf(item)} ${formatFen(item.amount.fen, 'WAN_YUAN')}`);
  const rest = other.length - shown.length;
  if (shown.length === 0) return `${items.length} terms of 0.00`;
  return `${shown.join(' + ')}${rest > 0 ? ` + ${rest} more` : ''}`;
}

/** What fits a difference: a term that is printed too often or not at all, or two digits that changed places. */
function describeCause({ whole, nameOf }: Instance, parts: readonly LineItem[], difference: bigint): string {
  const gap = absoluteFen(difference);
  const same = parts.find(({ amount }) => amount.fen === gap);
  if (same && difference > 0n && parts.length > 1) return `, which is ${nameOf(same)}: counted twice or no part`;
  const flipped = parts.find(({ amount }) => amount.fen !== 0n && 2n * amount.fen === difference);
  if (flipped) return `, which is twice ${nameOf(flipped)}: its sign may be wrong`;
  const shifted = [...whole, ...parts].find(({ amount }) => amount.fen !== 0n && isShift(amount.fen, gap));
  return shifted ? `: the point of ${nameOf(shifted)} may be displaced` : '';
}

/** Whether the gap is what a point that is one or two places off makes of an amount. */
function isShift(fen: bigint, gap: bigint): boolean {
  const own = absoluteFen(fen);
  return [10n, 100n].some((factor) => own * (factor - 1n) === gap * factor || own * (factor - 1n) === gap);
}
