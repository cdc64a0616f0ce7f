import type { BrokenIdentity } from '../domain/figure.js';
import { formatFen } from '../domain/money.js';
import type { FlawedFigure } from '../domain/ready-figure.js';
import type { CellKey, CellNote } from './cell-key.js';
import type { Index } from './evidence.js';

/** That a sum leaves out departments, and why. */
export function notePartial({ entity, year }: CellKey, present: readonly string[], index: Index): CellNote[] {
  if (present.length === entity.departmentIds.length || entity.departmentIds.length === 1) return [];
  const say = (): string => {
    const there = new Set(present);
    const absent = entity.departmentIds.filter((id) => !there.has(id));
    const covered = (id: string): boolean =>
      [index.report(id, year, 'FINAL_ACCOUNTS'), index.report(id, year, 'BUDGET')].some(Boolean);
    const silent = absent.filter(covered).length;
    const reasons = [
      ...(absent.length > silent ? [`${absent.length - silent} without a report of that year`] : []),
      ...(silent > 0 ? [`${silent} without this figure`] : []),
    ];
    return `${entity.name} ${year} is a sum over ${present.length} of ${entity.departmentIds.length} departments: ${reasons.join(', ')}`;
  };
  return [{ code: 'PARTIAL_COVERAGE', say }];
}

/** That the code is there and means something else: what is missing is not what is printed. */
export function noteReused({ measure, entity, year }: CellKey): CellNote[] {
  const reading = measure.readings.get(year);
  if (reading?.alignment !== 'REUSED') return [];
  return [{ code: 'CODE_REUSED', say: () => `${entity.name} ${year}: ${reading.sentence}` }];
}

/** A whole that is more than what is printed below it keeps a rest undisclosed; any other identity that fails is said as such. */
export function noteBroken({ entity, year }: CellKey, { broken, label, fen }: FlawedFigure): CellNote[] {
  const isResidual = ({ kind, rule, isWhole, difference }: BrokenIdentity): boolean =>
    isWhole && difference.startsWith('-') && (kind === 'TREE' || rule.endsWith('.UNIT'));
  const residual = broken.find(isResidual);
  const failed = broken.find((own) => !isResidual(own));
  const figure = `${entity.name} ${year}: ${label} ${formatFen(fen, 'WAN_YUAN')}万元`;
  const more = residual?.difference.replace('-', '');
  const gap = failed?.difference.replace('-', '');
  return [
    ...(residual ? [note('UNDISCLOSED_RESIDUAL', `${figure} is ${more}万元 more than what is printed below it`)] : []),
    ...(failed
      ? [
          note(
            'RECONCILIATION_FAILED',
            `${figure} takes part in an identity that does not hold, ${failed.rule}, by ${gap}`,
          ),
        ]
      : []),
  ];
}

export function noteMixedScopes({ entity, year }: CellKey): CellNote {
  const sentence = `${entity.name} ${year} is a sum over departments whose figures are not about the same fund`;
  return note('SCOPE_MISMATCH', sentence);
}

/** That what a value is divided by is zero. */
export function noteZeroBase({ entity, year, measure }: CellKey, over: string): CellNote {
  const quotient = measure.over ? 'a ratio to it' : 'a share of it';
  return note('ZERO_BASE', `${entity.name} ${year}: ${over} is zero, ${quotient} is none`);
}

function note(code: CellNote['code'], sentence: string): CellNote {
  return { code, say: () => sentence };
}
