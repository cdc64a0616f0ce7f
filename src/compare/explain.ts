import type { Unit } from '../domain/closed-lists.js';
import type { CellPart, CellTerm, ComparedCell } from '../domain/compared-cell.js';
import { formatFen } from '../domain/money.js';

/** One step of a computation, with the printed figures and the numbers of the text that enter it. */
export interface ExplainedStep {
  readonly label: string;
  /** With its figures as they are taken, in `unit` but for shares, whose terms are in 万元. */
  readonly expression: string;
  readonly value: string | null;
  readonly unit: Unit;
  readonly lineItemIds: readonly string[];
  readonly factIds: readonly string[];
}

export interface Explained {
  readonly formula: string;
  readonly steps: readonly ExplainedStep[];
}

const MONEY: Readonly<Partial<Record<Unit, 'YUAN' | 'WAN_YUAN' | 'YI_YUAN'>>> = {
  YUAN: 'YUAN',
  WAN_YUAN: 'WAN_YUAN',
  YI_YUAN: 'YI_YUAN',
};

/**
 * How a cell came to its value: a step for each department that is in it, their sum, the share, what it is held against, and why it may
 * not be compared; of a missing one why. `nameOf` gives departments their names.
 */
export function explainCell(cell: ComparedCell, nameOf: (departmentId: string) => string): Explained {
  const isShare = cell.unit === 'RATIO';
  const own = explainParts(cell.parts, isShare ? 'WAN_YUAN' : cell.unit, cell, nameOf);
  const steps = [
    ...own,
    ...(isShare && cell.parts.length > 0 ? [explainShare(cell)] : []),
    ...(cell.missing ? [step('no value', cell.missing, null, cell.unit)] : []),
    ...explainBaseline(cell, nameOf),
    ...cell.warnings.map(({ code, message }) => step(code, message, null, cell.unit)),
  ];
  return { formula: formulaOf(cell), steps };
}

function formulaOf({ metric, parts, unit, baseline, baselineMissing }: ComparedCell): string {
  const sum = parts.length > 1 ? `Σ ${metric} over ${parts.length} departments` : metric;
  const derived = parts.some(({ terms }) => terms.length > 1) ? `${sum} = the terms of each added` : sum;
  const value = unit === 'RATIO' ? `${sum} / total` : derived;
  return baseline === null && baselineMissing === null ? value : `${value}, against its baseline`;
}

function explainParts(
  parts: readonly CellPart[],
  unit: Unit,
  { metric, stage }: Pick<ComparedCell, 'metric' | 'stage'>,
  nameOf: (departmentId: string) => string,
): readonly ExplainedStep[] {
  const format = formatIn(unit);
  const steps = parts.flatMap(({ departmentId, year, terms, total, others }) => {
    const label = `${metric} of ${nameOf(departmentId)}, ${year}${stage === null ? '' : ` ${stage}`}`;
    return [
      termsStep(label, terms, unit),
      ...others.map((other) => step(`${label}, by ${other.called}`, 'derived in another way', format(other.fen), unit)),
      ...(total ? [termsStep(`total of ${nameOf(departmentId)}, ${year}`, total, unit)] : []),
    ];
  });
  if (parts.length < 2) return steps;
  const sums = parts.map(({ terms }) => sumOf(terms));
  const all = sums.reduce((sum, fen) => sum + fen, 0n);
  return [...steps, step('sum', sums.map(format).join(' + '), format(all), unit)];
}

function termsStep(label: string, terms: readonly CellTerm[], unit: Unit): ExplainedStep {
  const format = formatIn(unit);
  const expression = terms.reduce((text, { called, fen }) => {
    const amount = `${called} ${format(fen < 0n && text ? -fen : fen)}`.trim();
    return text ? `${text} ${fen < 0n ? '-' : '+'} ${amount}` : amount;
  }, '');
  return {
    ...step(label, expression, format(sumOf(terms)), unit),
    lineItemIds: terms.flatMap(({ lineItemId }) => lineItemId ?? []),
    factIds: terms.flatMap(({ factId }) => factId ?? []),
  };
}

function explainShare({ parts, value, unit }: ComparedCell): ExplainedStep {
  return step('share, rounded half up at 8 decimals', quotientOf(parts), value, unit);
}

/** What a share is, in 万元. */
function quotientOf(parts: readonly CellPart[]): string {
  const format = formatIn('WAN_YUAN');
  const part = parts.reduce((sum, { terms }) => sum + sumOf(terms), 0n);
  const total = parts.reduce((sum, own) => sum + sumOf(own.total ?? []), 0n);
  return `${format(part)} / ${format(total)}`;
}

function explainBaseline(cell: ComparedCell, nameOf: (departmentId: string) => string): readonly ExplainedStep[] {
  const { baseline, baselineParts, baselineStage, baselineMissing, value, unit } = cell;
  if (baselineMissing) return [step('no baseline', baselineMissing, null, unit)];
  if (baseline === null) return [];
  const isShare = unit === 'RATIO';
  const own = explainParts(
    baselineParts,
    isShare ? 'WAN_YUAN' : unit,
    { ...cell, metric: `baseline: ${cell.metric}`, stage: baselineStage },
    nameOf,
  );
  const share = isShare
    ? [step('baseline: share, rounded half up at 8 decimals', quotientOf(baselineParts), baseline, unit)]
    : [];
  return [...own, ...share, ...(value === null ? [] : explainAgainst(cell, value, baseline))];
}

/** Shares are held against each other as they are, and rounded once, at the end. */
function explainAgainst(cell: ComparedCell, value: string, baseline: string): readonly ExplainedStep[] {
  const { parts, baselineParts, difference, ratio, changeRate, unit } = cell;
  const isShare = unit === 'RATIO';
  const [now, before] = isShare ? [`(${quotientOf(parts)})`, `(${quotientOf(baselineParts)})`] : [value, baseline];
  const rate = isShare ? `${now} / ${before} - 1` : `${difference} / ${baseline}`;
  const rounded = 'rounded half up at 8 decimals';
  return [
    step(isShare ? `difference, ${rounded}` : 'difference', `${now} - ${before}`, difference, unit),
    step(`ratio, ${rounded}`, `${now} / ${before}`, ratio, 'RATIO'),
    step(`rate of change, ${rounded}`, rate, changeRate, 'RATIO'),
  ];
}

function step(label: string, expression: string, value: string | null, unit: Unit): ExplainedStep {
  return { label, expression, value, unit, lineItemIds: [], factIds: [] };
}

/** Amounts in their unit; counts and points are kept in millionths. */
function formatIn(unit: Unit): (fen: bigint) => string {
  const money = MONEY[unit];
  return (fen) => (money ? formatFen(fen, money) : formatFen(fen, 'WAN_YUAN').replace(/\.?0+$/, ''));
}

function sumOf(terms: readonly CellTerm[]): bigint {
  return terms.reduce((sum, { fen }) => sum + fen, 0n);
}
