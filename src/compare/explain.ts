import type { AmountUnit, MissingReason, Unit } from '../domain/closed-lists.js';
import type { CellPart, CellReading, ComparedCell, ValueTrace } from '../domain/compared-cell.js';
import { multiply, parseExact, whole } from '../domain/exact.js';
import type { Statistic } from '../domain/statistics.js';
import { formatExact, quantityOf, scaleOfQuotient } from './quantity.js';
import type { Quantity } from './quantity.js';
import { signedAmountOf } from './read-narrative.js';

/** One step of a computation, with the printed figures and the numbers of the text that enter it. */
export interface ExplainedStep {
  readonly label: string;
  /** With its figures as they are taken, in `unit`; the terms of what is no amount in 万元. */
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

/** The steps that lead to a value, and the value as it enters further ones: not rounded. */
interface Derivation {
  readonly steps: readonly ExplainedStep[];
  readonly term: string;
}

const ROUNDED = 'rounded half up at 8 decimals';

type Namer = (departmentId: string) => string;

/**
 * How a cell came to its value: a step for each department that is in it, their sum, what it is divided by, the normalisation, what it
 * is held against, and why it may not be compared; of a missing one why. `nameOf` gives departments their names.
 */
export function explainCell(cell: ComparedCell, nameOf: Namer): Explained {
  const own = explainTrace(cell.trace, cell, nameOf, '');
  const steps = [
    ...own.steps,
    ...(cell.missing ? [step('no value', whyMissing(cell.missing, cell.trace), null, cell.unit)] : []),
    ...explainBaseline(cell, own.term, nameOf),
    ...cell.warnings.map(({ code, message }) => step(code, message, null, cell.unit)),
  ];
  return { formula: formulaOf(cell), steps };
}

function formulaOf({ metric, trace, normalise, baseline, baselineMissing }: ComparedCell): string {
  const { parts, over } = trace;
  const sum = parts.length > 1 ? `Σ ${metric} over ${parts.length} departments` : metric;
  const isSum = !over && parts.some(({ reading }) => termsOf(reading).length > 1);
  const divided = over ? `${sum} / ${nameOfDivisor(over.name, normalise)}` : sum;
  const value = NORMALISED[normalise]?.(divided) ?? (isSum ? `${divided} = the terms of each added` : divided);
  return baseline === null && baselineMissing === null ? value : `${value}, against its baseline`;
}

const NORMALISED: Readonly<Partial<Record<ComparedCell['normalise'], (value: string) => string>>> = {
  PER_CAPITA: (value) => `${value} / population`,
  REAL_TERMS: (value) => `${value} × deflator of the base year / deflator`,
  INDEX: (value) => `${value} / its value in the base year × 100`,
};

function whyMissing(reason: MissingReason, trace: ValueTrace | null): string {
  return trace?.lacks ? `${reason}: no ${trace.lacks} is here` : reason;
}

function nameOfDivisor(name: string, normalise: ComparedCell['normalise']): string {
  return normalise === 'SHARE_OF_TOTAL' ? 'total' : name;
}

/** The steps of one value; `prefix` tells a baseline's from the cell's own. */
function explainTrace(trace: ValueTrace, cell: ComparedCell, nameOf: Namer, prefix: string): Derivation {
  const raw = explainQuotient(trace, cell, nameOf, prefix);
  if (!trace.value) return raw;
  const { unit, normalise } = cell;
  const quantity = quantityOf(scaleOfTrace(trace, cell), normalise, amountUnitOf(unit));
  const value = formatExact(trace.value, quantity);
  if (trace.base && normalise === 'INDEX') {
    const base = explainQuotient(trace.base, cell, nameOf, `${prefix}base of the index: `);
    const term = `${raw.term} / ${base.term} × 100`;
    const own = step(`${prefix}index, ${ROUNDED}`, term, value, unit);
    return { steps: [...raw.steps, ...base.steps, own], term: `(${term})` };
  }
  if (trace.statistics.length === 0) return raw;
  const term = normaliseTerm(raw.term, trace.statistics);
  const label = normalise === 'PER_CAPITA' ? 'a head' : 'in prices of the base year';
  const own = step(`${prefix}${label}, ${ROUNDED}`, term, value, unit);
  return {
    steps: [...raw.steps, ...trace.statistics.map((one) => explainStatistic(one, prefix)), own],
    term: `(${term})`,
  };
}

/** A population, or the deflators of the base year and of the year itself; one where both are one. */
function normaliseTerm(term: string, [first, second]: readonly Statistic[]): string {
  if (first?.kind === 'POPULATION') return `${term} / ${first.value}`;
  return second ? `${term} × ${first?.value} / ${second.value}` : `${term} × ${first?.value} / ${first?.value}`;
}

function explainStatistic(
  { kind, districtCode, year, value, vintage, source }: Statistic,
  prefix: string,
): ExplainedStep {
  const isPopulation = kind === 'POPULATION';
  const label = isPopulation ? `population of ${districtCode}, ${year}` : `deflator, ${year}`;
  const expression = isPopulation ? `${value} 万人` : `${value} (2015 = 100)`;
  const number = isPopulation ? formatExact(multiply(parseExact(value) ?? whole(0n), whole(10_000n)), PEOPLE) : value;
  return step(`${prefix}${label} (${vintage}; ${source})`, expression, number, isPopulation ? 'COUNT' : 'INDEX');
}

const PEOPLE: Quantity = { scale: 'PLAIN', unit: 'COUNT' };

/** The departments, their sum, and what that is divided by; of an average its members. */
function explainQuotient(trace: ValueTrace, cell: ComparedCell, nameOf: Namer, prefix: string): Derivation {
  if (trace.average) return explainAverage(trace, trace.average, cell, nameOf, prefix);
  const { parts, over } = trace;
  const unit = amountUnitOf(cell.unit);
  const own = quantityOf(cell.scale, 'NONE', unit);
  const steps = explainParts(trace, cell, nameOf, prefix);
  const sum = formatExact(whole(sumOf(parts.map(({ reading }) => reading))), own);
  if (!over || parts.length === 0) return { steps, term: sum };
  const divisor = quantityOf(over.scale, 'NONE', unit);
  const term = `${sum} / ${formatExact(whole(sumOf(parts.flatMap((part) => part.over ?? []))), divisor)}`;
  const scale = scaleOfQuotient(cell.scale, over.scale);
  const quantity = quantityOf(scale, 'NONE', unit);
  const label = cell.normalise.startsWith('SHARE') ? 'share' : scale === 'PLAIN' ? 'ratio' : `for one of ${over.name}`;
  const value = trace.value && (trace.statistics.length > 0 || trace.base) ? null : trace.value;
  const quotient = step(`${prefix}${label}, ${ROUNDED}`, term, value && formatExact(value, quantity), quantity.unit);
  return { steps: [...steps, ...(value ? [quotient] : [])], term: `(${term})` };
}

function explainParts({ parts, over, year, stage }: ValueTrace, cell: ComparedCell, nameOf: Namer, prefix: string) {
  const unit = amountUnitOf(cell.unit);
  const own = quantityOf(cell.scale, 'NONE', unit);
  const steps = parts.flatMap(({ departmentId, reading, over: divisor }) => {
    const name = nameOf(departmentId);
    const label = `${prefix}${cell.metric} of ${name}, ${year}${stage === null ? '' : ` ${stage}`}`;
    const others = (reading.others ?? []).map(({ called, fen }) =>
      step(`${label}, by ${called}`, 'derived in another way', formatExact(whole(fen), own), own.unit),
    );
    const divided =
      over && divisor
        ? [
            explainReading(
              `${nameOfDivisor(over.name, cell.normalise)} of ${name}, ${year}`,
              divisor,
              quantityOf(over.scale, 'NONE', unit),
            ),
          ]
        : [];
    return [explainReading(label, reading, own), ...others, ...divided];
  });
  if (parts.length < 2) return steps;
  return [...steps, ...explainSums(parts, own, over && quantityOf(over.scale, 'NONE', unit), prefix)];
}

function explainSums(
  parts: readonly CellPart[],
  own: Quantity,
  divisor: Quantity | null,
  prefix: string,
): ExplainedStep[] {
  const add = (label: string, readings: readonly CellReading[], quantity: Quantity): ExplainedStep => {
    const terms = readings.map(({ fen }) => formatExact(whole(fen), quantity));
    return step(label, terms.join(' + '), formatExact(whole(sumOf(readings)), quantity), quantity.unit);
  };
  return [
    add(
      `${prefix}sum`,
      parts.map(({ reading }) => reading),
      own,
    ),
    ...(divisor
      ? [
          add(
            `${prefix}sum of what it is divided by`,
            parts.flatMap(({ over }) => over ?? []),
            divisor,
          ),
        ]
      : []),
  ];
}

function explainAverage(
  { value }: ValueTrace,
  { of, members }: NonNullable<ValueTrace['average']>,
  cell: ComparedCell,
  nameOf: Namer,
  prefix: string,
): Derivation {
  const derived = members.map((member) => explainTrace(member, cell, nameOf, prefix));
  const terms = derived.map(({ term }) => term);
  const term = of === 'MEAN' ? `(${terms.join(' + ')}) / ${terms.length}` : `median(${terms.join(', ')})`;
  const quantity = members[0] && quantityOf(scaleOfTrace(members[0], cell), cell.normalise, amountUnitOf(cell.unit));
  const shown = value && quantity ? formatExact(value, quantity) : null;
  const own = step(`${prefix}${of.toLowerCase()} of ${terms.length}, ${ROUNDED}`, term, shown, cell.unit);
  return { steps: [...derived.flatMap(({ steps }) => steps), own], term: of === 'MEAN' ? `(${term})` : term };
}

function scaleOfTrace({ over, average }: ValueTrace, cell: ComparedCell): Quantity['scale'] {
  const divisor = over ?? average?.members[0]?.over;
  return divisor ? scaleOfQuotient(cell.scale, divisor.scale) : cell.scale;
}

/** Values are held against each other as they are, and rounded once, at the end. */
function explainBaseline(cell: ComparedCell, now: string, nameOf: Namer): readonly ExplainedStep[] {
  const { baselineTrace, baseline, baselineMissing, value, unit, difference, ratio, changeRate } = cell;
  if (baselineMissing) return [step('no baseline', whyMissing(baselineMissing, baselineTrace), null, unit)];
  if (baseline === null || !baselineTrace) return [];
  const { steps, term: before } = explainTrace(baselineTrace, cell, nameOf, 'baseline: ');
  if (value === null) return steps;
  const isExact = now === value && before === baseline;
  const rate = isExact ? `${difference} / ${before}` : `${now} / ${before} - 1`;
  return [
    ...steps,
    step(isExact ? 'difference' : `difference, ${ROUNDED}`, `${now} - ${before}`, difference, unit),
    step(`ratio, ${ROUNDED}`, `${now} / ${before}`, ratio, 'RATIO'),
    step(`rate of change, ${ROUNDED}`, rate, changeRate, 'RATIO'),
  ];
}

interface Term {
  /** The row or clause, with its code where it has one. */
  readonly called: string;
  readonly fen: bigint;
}

/** What is taken off is negative. Sums of evaluations have no figure behind them. */
function termsOf({ fen, figures, facts = [] }: CellReading): readonly Term[] {
  if (figures.length === 0 && facts.length === 0) return [{ called: '', fen }];
  return [
    ...figures.map(({ accountCode, label, fen: own }) => ({
      called: [accountCode, label].filter(Boolean).join(' '),
      fen: own,
    })),
    ...facts.map((fact) => ({ called: fact.label, fen: signedAmountOf(fact) })),
  ];
}

function explainReading(label: string, reading: CellReading, quantity: Quantity): ExplainedStep {
  const format = (fen: bigint): string => formatExact(whole(fen), quantity);
  const expression = termsOf(reading).reduce((text, { called, fen }) => {
    const amount = `${called} ${format(fen < 0n && text ? -fen : fen)}`.trim();
    return text ? `${text} ${fen < 0n ? '-' : '+'} ${amount}` : amount;
  }, '');
  return {
    ...step(label, expression, format(reading.fen), quantity.unit),
    lineItemIds: reading.figures.map(({ lineItemId }) => lineItemId),
    factIds: (reading.facts ?? []).map(({ factId }) => factId),
  };
}

/** Amounts of what is shown as no amount are given in 万元. */
function amountUnitOf(unit: Unit): AmountUnit {
  return unit === 'YUAN' || unit === 'YI_YUAN' ? unit : 'WAN_YUAN';
}

function sumOf(readings: readonly CellReading[]): bigint {
  return readings.reduce((sum, { fen }) => sum + fen, 0n);
}

function step(label: string, expression: string, value: string | null, unit: Unit): ExplainedStep {
  return { label, expression, value, unit, lineItemIds: [], factIds: [] };
}
