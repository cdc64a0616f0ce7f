import type { CellPart, CellTerm } from '../domain/compared-cell.js';
import type { FactFigure, Figure } from '../domain/figure.js';
import type { CellValue } from './cell-value.js';
import { signedAmountOf } from './read-narrative.js';
import type { Reading } from './reading.js';

/** What a value is made of, a department each. */
export function partsOf({ parts }: CellValue, year: number): readonly CellPart[] {
  return parts.map(({ departmentId, reading, total }) => ({
    departmentId,
    year,
    terms: termsOf(reading),
    total: total && termsOf(total),
    others: reading.others ?? [],
  }));
}

/** Sums of evaluations have no figure behind them. */
function termsOf({ fen, figures, facts = [] }: Reading): readonly CellTerm[] {
  if (figures.length === 0 && facts.length === 0) return [{ called: '', fen, lineItemId: null, factId: null }];
  return [...figures.map(termOfFigure), ...facts.map(termOfFact)];
}

function termOfFigure({ accountCode, label, fen, lineItemId }: Figure): CellTerm {
  return { called: accountCode === null ? label : `${accountCode} ${label}`, fen, lineItemId, factId: null };
}

function termOfFact(fact: FactFigure): CellTerm {
  return { called: fact.label, fen: signedAmountOf(fact), lineItemId: null, factId: fact.factId };
}
