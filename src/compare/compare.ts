import type { AmountUnit, Stage, Verdict } from '../domain/closed-lists.js';
import type { ComparedCell, Warning } from '../domain/compared-cell.js';
import { once } from '../domain/once.js';
import type { Cell } from './cell.js';
import { DescribedCell } from './describe-cell.js';
import type { Described } from './describe-cell.js';
import type { Entity, Evidence } from './evidence.js';
import { findReasons } from './find-reasons.js';
import { readCells } from './hold-against.js';
import { noteCells } from './note-cells.js';
import { scaleOf } from './measure.js';
import type { Measure } from './measure.js';
import { standAmongPeers } from './peers.js';
import { formatExact, quantityOf } from './quantity.js';
import { AS_THEY_ARE } from './question.js';
import type { Question } from './question.js';
import { makeReader } from './read-cells.js';
import type { ReadCell } from './read-cells.js';
import { SaidWarning, collectWarnings } from './warnings.js';

export type { ComparedCell };

export interface Answer {
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
  /** Measure x entity x year x stage as asked for. */
  readonly cells: readonly ComparedCell[];
}

/** An answer with the values behind its cells, in the same order. */
export interface Judged {
  readonly answer: Answer;
  readonly judged: readonly Cell[];
}

/** Answers a question from the evidence: values, differences to the baseline, ranks among peers, and whether they may be compared. */
export function compare(question: Question, evidence: Evidence): Answer {
  return judgeCells(question, evidence, makeReader(question, evidence)).answer;
}

/** As `compare`, of what a reader of the same question reads. */
export function judgeCells(question: Question, evidence: Evidence, read: ReadCell): Judged {
  const judged = readCells(question, read);
  const reasons = findReasons(judged, question, evidence);
  const { verdict, warnings, warningsOf } = collectWarnings(reasons, noteCells(judged, evidence));
  const peers = once(() => standAmongPeers(judged.flatMap((cell) => rankedOf(cell, question))));
  const described = {
    ...{ normalise: question.normalise, unit: question.unit },
    standingOf: (cell: Cell) => peers().get(cell),
    warningsOf: ({ place }: Cell) => warningsOf(place),
  };
  const answer: Answer = {
    // Nothing side by side is not alike either.
    verdict: judged.length === 0 ? 'NOT_COMPARABLE' : verdict,
    get warnings() {
      return warnings();
    },
    cells: judged.map((cell) => new DescribedCell(cell, described)),
  };
  return { answer, judged };
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
  const cell = { measure, entity, year, value: read(measure, entity, year, stage), baseline: null };
  return new DescribedCell(cell, ALONE[unit]);
}

const ALONE: Readonly<Record<AmountUnit, Described<Omit<Cell, 'place'>>>> = {
  YUAN: describeAlone('YUAN'),
  WAN_YUAN: describeAlone('WAN_YUAN'),
  YI_YUAN: describeAlone('YI_YUAN'),
};

function describeAlone(unit: AmountUnit): Described<Omit<Cell, 'place'>> {
  return {
    ...{ unit, normalise: 'NONE', standingOf: () => undefined },
    warningsOf: ({ value }) => value.notes.map((reason) => new SaidWarning(reason)),
  };
}
