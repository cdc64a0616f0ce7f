import type { AmountUnit, Stage, Verdict } from '../domain/closed-lists.js';
import type { ComparedCell, Warning } from '../domain/compared-cell.js';
import type { Cell } from './cell.js';
import { describeCell } from './describe-cell.js';
import type { Entity, Evidence } from './evidence.js';
import { findReasons } from './find-reasons.js';
import { readCells } from './hold-against.js';
import { scaleOf } from './measure.js';
import type { Measure } from './measure.js';
import { standAmongPeers } from './peers.js';
import { formatExact, quantityOf } from './quantity.js';
import { AS_THEY_ARE } from './question.js';
import type { Question } from './question.js';
import { makeReader } from './read-cells.js';
import type { ReadCell } from './read-cells.js';
import { collectWarnings } from './warnings.js';

export type { ComparedCell };

export interface Answer {
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
  /** Measure x entity x year x stage as asked for. */
  readonly cells: readonly ComparedCell[];
}

/** An answer with the values behind its cells, in the same order. */
export interface Judged extends Answer {
  readonly judged: readonly Cell[];
}

/**
 * Answers a question from the evidence: values, differences to the baseline, whether they may be compared, and, with peers, ranks and
 * distances among them.
 */
export function compare(question: Question, evidence: Evidence, withPeers = true): Answer {
  const { verdict, warnings, cells } = judgeCells(question, evidence, makeReader(question, evidence), withPeers);
  return { verdict, warnings, cells };
}

/** As `compare`, of what a reader of the same question reads. */
export function judgeCells(question: Question, evidence: Evidence, read: ReadCell, withPeers = true): Judged {
  const cells = readCells(question, read);
  const { verdict, warnings, warningsOf } = collectWarnings(findReasons(cells, question, evidence));
  const peers = standAmongPeers(withPeers ? cells.flatMap((cell) => rankedOf(cell, question)) : []);
  const write = (cell: Cell): ComparedCell => {
    const own = peers.get(cell);
    return describeCell(cell, question, {
      rank: own?.rank ?? null,
      distanceFromMedian: own?.fromMedian ? formatExact(own.fromMedian, quantityIn(cell, question)) : null,
      zScore: own?.zScore ?? null,
      warnings: warningsOf(cell.place),
    });
  };
  // Nothing side by side is not alike either.
  return { verdict: cells.length === 0 ? 'NOT_COMPARABLE' : verdict, warnings, cells: cells.map(write), judged: cells };
}

function rankedOf(cell: Cell, question: Question) {
  const { measure, year, value } = cell;
  if (!value.value) return [];
  const group = [question.measures.indexOf(measure), year, value.stage].join(' ');
  // In one unit, so that no other one makes ties.
  const quantity = quantityIn(cell, { ...question, unit: 'WAN_YUAN' });
  return [{ key: cell, group, value: value.value, shown: formatExact(value.value, quantity) }];
}

function quantityIn({ measure }: Cell, { normalise, unit }: Question) {
  return quantityOf(scaleOf(measure), normalise, unit);
}

/** One value to be read by itself. */
export interface ValueKey {
  readonly measure: Measure;
  readonly entity: Entity;
  readonly year: number;
  readonly stage: Stage | null;
  readonly unit: AmountUnit;
}

/** Values by themselves, in the order of the keys: nothing is set side by side. */
export function readValues(keys: readonly ValueKey[], evidence: Evidence): ComparedCell[] {
  const read = makeReader(AS_THEY_ARE, evidence);
  return keys.map((key) => readValue(key, read));
}

/** One value by itself, with what is to be said of it. */
export function readValue({ measure, entity, year, stage, unit }: ValueKey, read: ReadCell): ComparedCell {
  const value = read(measure, entity, year, stage);
  const warnings = value.notes.map(({ code, sentence }) => ({ code, message: sentence }));
  const cell = { measure, entity, year, value, baseline: null };
  const alone = { rank: null, distanceFromMedian: null, zScore: null, warnings };
  return describeCell(cell, { unit, normalise: 'NONE' }, alone);
}
