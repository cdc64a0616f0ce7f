import type { Unit } from '../domain/closed-lists.js';
import type { CellReading } from '../domain/compared-cell.js';
import { whole } from '../domain/exact.js';
import { formatExact } from './quantity.js';
import type { Quantity } from './quantity.js';
import { signedAmountOf } from './read-narrative.js';
import { CHINESE } from './words/chinese.js';
import { ENGLISH } from './words/english.js';
import type { Say } from './words/words.js';

/** One step of a computation, with the printed figures and the numbers of the text that enter it. */
export interface ExplainedStep {
  readonly label: string;
  /** The label in Chinese. */
  readonly labelZh: string;
  /** With its figures as they are taken, in `unit`; the terms of what is no amount in 万元. */
  readonly expression: string;
  /** The expression with Chinese words. */
  readonly expressionZh: string;
  readonly value: string | null;
  readonly unit: Unit;
  readonly lineItemIds: readonly string[];
  readonly factIds: readonly string[];
}

interface Term {
  /** The row or clause, with its code where it has one. */
  readonly called: string;
  readonly fen: bigint;
}

/** What is taken off is negative. Sums of evaluations have no figure behind them. */
export function termsOf({ fen, figures, facts = [] }: CellReading): readonly Term[] {
  if (figures.length === 0 && facts.length === 0) return [{ called: '', fen }];
  return [
    ...figures.map(({ accountCode, label, fen: own }) => ({
      called: [accountCode, label].filter(Boolean).join(' '),
      fen: own,
    })),
    ...facts.map((fact) => ({ called: fact.label, fen: signedAmountOf(fact) })),
  ];
}

export function explainReading(label: Say, reading: CellReading, quantity: Quantity): ExplainedStep {
  const format = (fen: bigint): string => formatExact(whole(fen), quantity);
  const expression = termsOf(reading).reduce((text, { called, fen }) => {
    const amount = `${called} ${format(fen < 0n && text ? -fen : fen)}`.trim();
    return text ? `${text} ${fen < 0n ? '-' : '+'} ${amount}` : amount;
  }, '');
  return step(label, () => expression, format(reading.fen), quantity.unit, {
    lineItemIds: reading.figures.map(({ lineItemId }) => lineItemId),
    factIds: (reading.facts ?? []).map(({ factId }) => factId),
  });
}

const NOTHING: Pick<ExplainedStep, 'lineItemIds' | 'factIds'> = { lineItemIds: [], factIds: [] };

/** A step of which what is read is put into words. */
export function step(label: Say, expression: Say, value: string | null, unit: Unit, sources = NOTHING): ExplainedStep {
  return {
    ...{ value, unit, lineItemIds: sources.lineItemIds, factIds: sources.factIds },
    get label() {
      return label(ENGLISH);
    },
    get labelZh() {
      return label(CHINESE);
    },
    get expression() {
      return expression(ENGLISH);
    },
    get expressionZh() {
      return expression(CHINESE);
    },
  };
}
