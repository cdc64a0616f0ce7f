import type { AmountUnit, MissingReason, Unit } from '../domain/closed-lists.js';
import type { CellPart, CellReading, ComparedCell, ValueTrace, Warning } from '../domain/compared-cell.js';
import { multiply, parseExact, whole } from '../domain/exact.js';
import type { Statistic } from '../domain/statistics.js';
import { explainReading, step, termsOf } from './explained-step.js';
import type { ExplainedStep } from './explained-step.js';
import { formatExact, quantityOf, scaleOfQuotient } from './quantity.js';
import type { Quantity } from './quantity.js';
import { CHINESE } from './words/chinese.js';
import { ENGLISH } from './words/english.js';
import type { NamedMeasure } from './words/named.js';
import type { Say, Words } from './words/words.js';

export interface Explained {
  readonly formula: string;
  /** The formula in Chinese. */
  readonly formulaZh: string;
  readonly steps: readonly ExplainedStep[];
}

/** The steps that lead to a value, and the value as it enters further ones: not rounded. */
interface Derivation {
  readonly steps: readonly ExplainedStep[];
  readonly term: Say;
}

/** Whose figures they are, by name. */
export interface ExplainedNames {
  department(id: string): string;
  district(code: string): string;
}

/** What is explained, and what stands before its labels: a baseline's are told from the cell's own. */
interface Explaining {
  readonly cell: ComparedCell;
  readonly names: ExplainedNames;
  readonly mark: Mark;
}

type Mark = (label: Say) => Say;

const OWN: Mark = (label) => label;
const OF_BASELINE: Mark = (label) => (words) => words.steps.ofBaseline(label(words));

/**
 * How a cell came to its value: a step for each department that is in it, their sum, what it is divided by, the normalisation, what it
 * is held against, and why it may not be compared; of a missing one why. It is worked out where it is asked for.
 */
export function explainCell(cell: ComparedCell, names: ExplainedNames): Explained {
  return {
    get formula() {
      return sayFormula(cell, ENGLISH);
    },
    get formulaZh() {
      return sayFormula(cell, CHINESE);
    },
    get steps() {
      return explainSteps({ cell, names, mark: OWN });
    },
  };
}

function explainSteps(own: Explaining): ExplainedStep[] {
  const { missing, trace, unit, warnings } = own.cell;
  const { steps, term } = explainTrace(trace, own);
  return [
    ...steps,
    ...(missing ? [step((words) => words.steps.noValue(), sayMissing(missing, trace, own), null, unit)] : []),
    ...explainBaseline(own, term),
    ...warnings.map((warning) => explainWarning(warning, unit)),
  ];
}

function explainWarning(warning: Warning, unit: Unit): ExplainedStep {
  return {
    ...{ value: null, unit, lineItemIds: [], factIds: [] },
    label: ENGLISH.steps.warning(warning.code),
    labelZh: CHINESE.steps.warning(warning.code),
    expression: warning.message,
    get expressionZh() {
      return warning.messageZh;
    },
  };
}

function sayFormula(
  { metric, metricZh, trace, normalise, baseline, baselineMissing }: ComparedCell,
  words: Words,
): string {
  const { formula } = words.steps;
  const { parts, over } = trace;
  const name = words.measure({ name: metric, nameZh: metricZh });
  const sum = parts.length > 1 ? formula.sum(name, parts.length) : name;
  const isSum = !over && parts.some(({ reading }) => termsOf(reading).length > 1);
  const divided = over ? `${sum} / ${nameDivisor(over, normalise, words)}` : sum;
  const form = NORMALISED[normalise];
  const value = form ? formula[form](divided) : isSum ? formula.terms(divided) : divided;
  return baseline === null && baselineMissing === null ? value : formula.againstBaseline(value);
}

const NORMALISED: Readonly<Partial<Record<ComparedCell['normalise'], 'perCapita' | 'realTerms' | 'index'>>> = {
  PER_CAPITA: 'perCapita',
  REAL_TERMS: 'realTerms',
  INDEX: 'index',
};

function sayMissing(reason: MissingReason, trace: ValueTrace | null, { names }: Explaining): Say {
  const lacks = trace?.lacks ?? null;
  const place = lacks?.kind === 'POPULATION' ? names.district(lacks.districtCode) : null;
  return (words) => words.steps.missing(reason, lacks && words.lacking(lacks, place));
}

function nameDivisor(over: NamedMeasure, normalise: ComparedCell['normalise'], words: Words): string {
  return normalise === 'SHARE_OF_TOTAL' ? words.steps.total(over) : words.measure(over);
}

/** The steps of one value. */
function explainTrace(trace: ValueTrace, own: Explaining): Derivation {
  const raw = explainQuotient(trace, own);
  if (!trace.value) return raw;
  const { cell, mark } = own;
  const { unit, normalise } = cell;
  const quantity = quantityOf(scaleOfTrace(trace, cell), normalise, amountUnitOf(unit));
  const value = formatExact(trace.value, quantity);
  if (trace.base && normalise === 'INDEX') {
    const base = explainQuotient(trace.base, { ...own, mark: ofIndexBase(mark) });
    const term: Say = (words) => `${raw.term(words)} / ${base.term(words)} × 100`;
    const last = step(mark(rounded((words) => words.steps.index())), term, value, unit);
    return { steps: [...raw.steps, ...base.steps, last], term: bracket(term) };
  }
  if (trace.statistics.length === 0) return raw;
  const rest = normaliseTerm(trace.statistics);
  const term: Say = (words) => `${raw.term(words)} ${rest}`;
  const label: Say = ({ steps }) => (normalise === 'PER_CAPITA' ? steps.perCapita() : steps.realTerms());
  const last = step(mark(rounded(label)), term, value, unit);
  return {
    steps: [...raw.steps, ...trace.statistics.map((one) => explainStatistic(one, own)), last],
    term: bracket(term),
  };
}

function ofIndexBase(mark: Mark): Mark {
  return (label) => mark((words) => words.steps.ofIndexBase(label(words)));
}

function rounded(label: Say): Say {
  return (words) => words.steps.rounded(label(words));
}

function bracket(term: Say): Say {
  return (words) => `(${term(words)})`;
}

/** A population, or the deflators of the base year and of the year itself; one where both are one. */
function normaliseTerm([first, second]: readonly Statistic[]): string {
  return first?.kind === 'POPULATION' ? `/ ${first.value}` : `× ${first?.value} / ${(second ?? first)?.value}`;
}

function explainStatistic(statistic: Statistic, { names, mark }: Explaining): ExplainedStep {
  const { kind, districtCode, value } = statistic;
  const isPopulation = kind === 'POPULATION';
  const place = districtCode && names.district(districtCode);
  const number = isPopulation ? formatExact(multiply(parseExact(value) ?? whole(0n), whole(10_000n)), PEOPLE) : value;
  return step(
    mark((words) => words.steps.statistic(statistic, place)),
    (words) => words.steps.statisticValue(statistic),
    number,
    isPopulation ? 'COUNT' : 'INDEX',
  );
}

const PEOPLE: Quantity = { scale: 'PLAIN', unit: 'COUNT' };

/** The departments, their sum, and what that is divided by; of an average its members. */
function explainQuotient(trace: ValueTrace, own: Explaining): Derivation {
  if (trace.average) return explainAverage(trace, trace.average, own);
  const { cell, mark } = own;
  const { parts, over } = trace;
  const unit = amountUnitOf(cell.unit);
  const steps = explainParts(trace, own);
  const sum = formatExact(whole(sumOf(parts.map(({ reading }) => reading))), quantityOf(cell.scale, 'NONE', unit));
  if (!over || parts.length === 0) return { steps, term: () => sum };
  const divisor = quantityOf(over.scale, 'NONE', unit);
  const term = `${sum} / ${formatExact(whole(sumOf(parts.flatMap((part) => part.over ?? []))), divisor)}`;
  const scale = scaleOfQuotient(cell.scale, over.scale);
  const quantity = quantityOf(scale, 'NONE', unit);
  const kind = cell.normalise.startsWith('SHARE') ? 'SHARE' : scale === 'PLAIN' ? 'RATIO' : 'FOR_ONE';
  const label = mark(rounded((words) => words.steps.quotient(kind, over)));
  const value = trace.value && (trace.statistics.length > 0 || trace.base) ? null : trace.value;
  const quotient = step(label, () => term, value && formatExact(value, quantity), quantity.unit);
  return { steps: [...steps, ...(value ? [quotient] : [])], term: () => `(${term})` };
}

function explainParts({ parts, over, year, stage }: ValueTrace, { cell, names, mark }: Explaining): ExplainedStep[] {
  const unit = amountUnitOf(cell.unit);
  const own = quantityOf(cell.scale, 'NONE', unit);
  const divisorUnit = over && quantityOf(over.scale, 'NONE', unit);
  const measure = { name: cell.metric, nameZh: cell.metricZh };
  const steps = parts.flatMap(({ departmentId, reading, over: divisor }) => {
    const name = names.department(departmentId);
    const label = mark((words) => words.steps.figure(words.measure(measure), name, year, stage));
    const others = (reading.others ?? []).map(({ called, fen }) =>
      step(
        (words) => words.steps.derivedBy(label(words), called),
        (words) => words.steps.derivedOtherwise(),
        formatExact(whole(fen), own),
        own.unit,
      ),
    );
    const labelDivisor = (words: Words): string =>
      over ? words.steps.figure(nameDivisor(over, cell.normalise, words), name, year, null) : '';
    const divided = divisorUnit && divisor ? [explainReading(labelDivisor, divisor, divisorUnit)] : [];
    return [explainReading(label, reading, own), ...others, ...divided];
  });
  if (parts.length < 2) return steps;
  return [...steps, ...explainSums(parts, own, divisorUnit, mark)];
}

function explainSums(parts: readonly CellPart[], own: Quantity, divisor: Quantity | null, mark: Mark): ExplainedStep[] {
  const add = (label: Say, readings: readonly CellReading[], quantity: Quantity): ExplainedStep => {
    const terms = readings.map(({ fen }) => formatExact(whole(fen), quantity));
    return step(mark(label), () => terms.join(' + '), formatExact(whole(sumOf(readings)), quantity), quantity.unit);
  };
  const sum = add(
    (words) => words.steps.sum(),
    parts.map(({ reading }) => reading),
    own,
  );
  if (!divisor) return [sum];
  const divisors = parts.flatMap(({ over }) => over ?? []);
  return [sum, add((words) => words.steps.divisorSum(), divisors, divisor)];
}

function explainAverage(
  { value }: ValueTrace,
  { of, members }: NonNullable<ValueTrace['average']>,
  own: Explaining,
): Derivation {
  const { cell, mark } = own;
  const derived = members.map((member) => explainTrace(member, own));
  const term: Say = (words) => {
    const terms = derived.map((one) => one.term(words));
    return of === 'MEAN' ? `(${terms.join(' + ')}) / ${terms.length}` : words.steps.median(terms);
  };
  const quantity = members[0] && quantityOf(scaleOfTrace(members[0], cell), cell.normalise, amountUnitOf(cell.unit));
  const shown = value && quantity ? formatExact(value, quantity) : null;
  const label = mark(rounded((words) => words.steps.average(of, derived.length)));
  const last = step(label, term, shown, cell.unit);
  return { steps: [...derived.flatMap(({ steps }) => steps), last], term: of === 'MEAN' ? bracket(term) : term };
}

function scaleOfTrace({ over, average }: ValueTrace, cell: ComparedCell): Quantity['scale'] {
  const divisor = over ?? average?.members[0]?.over;
  return divisor ? scaleOfQuotient(cell.scale, divisor.scale) : cell.scale;
}

/** Values are held against each other as they are, and rounded once, at the end. */
function explainBaseline(own: Explaining, now: Say): readonly ExplainedStep[] {
  const { baselineTrace, baseline, baselineMissing, value, unit, difference, ratio, changeRate } = own.cell;
  if (baselineMissing)
    return [step((words) => words.steps.noBaseline(), sayMissing(baselineMissing, baselineTrace, own), null, unit)];
  if (baseline === null || !baselineTrace) return [];
  const { steps, term: before } = explainTrace(baselineTrace, { ...own, mark: OF_BASELINE });
  if (value === null) return steps;
  const isExact = now(ENGLISH) === value && before(ENGLISH) === baseline;
  const gap: Say = (words) => words.steps.difference();
  const quotient: Say = (words) => `${now(words)} / ${before(words)}`;
  const rate: Say = (words) => (isExact ? `${difference} / ${before(words)}` : `${quotient(words)} - 1`);
  return [
    ...steps,
    step(isExact ? gap : rounded(gap), (words) => `${now(words)} - ${before(words)}`, difference, unit),
    step(
      rounded((words) => words.steps.ratio()),
      quotient,
      ratio,
      'RATIO',
    ),
    step(
      rounded((words) => words.steps.changeRate()),
      rate,
      changeRate,
      'RATIO',
    ),
  ];
}

/** Amounts of what is shown as no amount are given in 万元. */
function amountUnitOf(unit: Unit): AmountUnit {
  return unit === 'YUAN' || unit === 'YI_YUAN' ? unit : 'WAN_YUAN';
}

function sumOf(readings: readonly CellReading[]): bigint {
  return readings.reduce((sum, { fen }) => sum + fen, 0n);
}
