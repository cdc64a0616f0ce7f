import type { BrokenIdentity } from '../domain/figure.js';
import { formatFen } from '../domain/money.js';
import type { FlawedFigure } from '../domain/ready-figure.js';
import type { CellKey, CellNote } from './cell-key.js';
import type { Index } from './evidence.js';
import type { Measure } from './measure.js';
import type { NamedFigure } from './words/named.js';
import type { Say } from './words/words.js';

/** That a sum leaves out departments, and why. */
export function notePartial({ entity, year }: CellKey, present: readonly string[], index: Index): CellNote[] {
  if (present.length === entity.departmentIds.length || entity.departmentIds.length === 1) return [];
  const say: Say = (words) => {
    const there = new Set(present);
    const absent = entity.departmentIds.filter((id) => !there.has(id));
    const covered = (id: string): boolean =>
      [index.report(id, year, 'FINAL_ACCOUNTS'), index.report(id, year, 'BUDGET')].some(Boolean);
    const silent = absent.filter(covered).length;
    const [own, all] = [figureOf(entity, year), entity.departmentIds.length];
    return words.partial(own, present.length, all, absent.length - silent, silent);
  };
  return [{ code: 'PARTIAL_COVERAGE', say }];
}

/** That the code is there and means something else: what is missing is not what is printed. */
export function noteReused({ measure, entity, year }: CellKey): CellNote[] {
  const reading = measure.readings.get(year);
  if (reading?.alignment !== 'REUSED') return [];
  const said = reading.say;
  const say: Say = (words) => words.of(words.figures([figureOf(entity, year)]), said?.(words) ?? '');
  return [{ code: 'CODE_REUSED', say }];
}

/** A whole that is more than what is printed below it keeps a rest undisclosed; any other identity that fails is said as such. */
export function noteBroken({ entity, year }: CellKey, { broken, label, fen }: FlawedFigure): CellNote[] {
  const isResidual = ({ kind, rule, isWhole, difference }: BrokenIdentity): boolean =>
    isWhole && difference.startsWith('-') && (kind === 'TREE' || rule.endsWith('.UNIT'));
  const residual = broken.find(isResidual);
  const failed = broken.find((own) => !isResidual(own));
  const own = { figure: figureOf(entity, year), label, amount: formatFen(fen, 'WAN_YUAN') };
  const notes: CellNote[] = [];
  if (residual) {
    const gap = residual.difference.replace('-', '');
    notes.push({ code: 'UNDISCLOSED_RESIDUAL', say: (words) => words.residual({ ...own, gap, isMore: true }) });
  }
  if (failed) {
    const difference = failed.difference.replace('-', '');
    const say: Say = (words) => words.broken({ ...own, rule: failed.rule, difference });
    notes.push({ code: 'RECONCILIATION_FAILED', say });
  }
  return notes;
}

export function noteMixedScopes({ entity, year }: CellKey): CellNote {
  return { code: 'SCOPE_MISMATCH', say: (words) => words.mixedFunds(figureOf(entity, year)) };
}

/** That what a value is divided by is zero. */
export function noteZeroBase({ entity, year, measure }: CellKey, over: Measure | null): CellNote {
  const say: Say = (words) => words.zeroDivisor(figureOf(entity, year), over, measure.over !== null);
  return { code: 'ZERO_BASE', say };
}

function figureOf({ name }: CellKey['entity'], year: number): NamedFigure {
  return { name, year };
}
