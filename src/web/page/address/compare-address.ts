import type { AmountUnit, BaselineInput, CompareInput, Normalisation, Stage } from '../generated/graphql';
import { printMeasure, readMeasure } from './measure';
import type { MeasureText } from './measure';
import { readChoice, readChoices, readList, readText, readYear, readYears } from './search-text';
import type { Unread } from './search-text';

export const STAGES = ['ORIGINAL_BUDGET', 'REVISED_BUDGET', 'OUTTURN'] as const satisfies readonly Stage[];
export const NORMALISATIONS = [
  'NONE',
  'PER_CAPITA',
  'SHARE_OF_TOTAL',
  'SHARE_OF_PARENT',
  'REAL_TERMS',
  'INDEX',
] as const satisfies readonly Normalisation[];
export const UNITS = ['WAN_YUAN', 'YUAN', 'YI_YUAN'] as const satisfies readonly AmountUnit[];
export const FORMS = ['AUTO', 'BARS', 'LINES', 'STACK', 'DOTS', 'HEAT', 'BULLET'] as const;
/** How a comparison is drawn; AUTO: as fits the question. */
export type Form = (typeof FORMS)[number];
export const BASELINES = ['NONE', 'PREVIOUS', 'BUDGET', 'MEAN', 'MEDIAN', 'YEAR', 'DISTRICT', 'DEPARTMENT'] as const;

/** All that the compare view shows, as its address says it. Lists that are empty are not said: what the API then takes is what it has. */
export interface CompareAddress {
  readonly metrics: readonly MeasureText[];
  readonly districts: readonly string[];
  readonly departments: readonly string[];
  /** Each department of the districts instead of their sums. */
  readonly of: 'DISTRICT' | 'DEPARTMENT';
  /** Peers of one body only, by the name without its place. */
  readonly body: string | undefined;
  readonly years: readonly number[];
  readonly stages: readonly Stage[];
  readonly normalise: Normalisation;
  readonly baseYear: number | undefined;
  /** One of BASELINES; the last three with what they name, `DISTRICT:440104`. */
  readonly baseline: string;
  readonly unit: AmountUnit;
  readonly form: Form;
  /** The figure that is explained, `printCellKey`. */
  readonly cell: string | undefined;
}

/** What is not spelled as the page spells it is left out, so that an old or mended link still opens. */
export function readCompareAddress(raw: Unread<CompareAddress>): CompareAddress {
  const baseline = readText(raw.baseline) ?? 'NONE';
  return {
    metrics: readList(raw.metrics).filter((text) => readMeasure(text) !== null),
    districts: readList(raw.districts).filter((code) => /^\d{6}$/.test(code)),
    departments: readList(raw.departments),
    of: readChoice(raw.of, ['DISTRICT', 'DEPARTMENT']),
    body: readText(raw.body),
    years: readYears(raw.years),
    stages: readChoices(raw.stages, STAGES),
    normalise: readChoice(raw.normalise, NORMALISATIONS),
    baseYear: readYear(raw.baseYear),
    baseline: readBaseline(baseline) === null ? 'NONE' : baseline,
    unit: readChoice(raw.unit, UNITS),
    form: readChoice(raw.form, FORMS),
    cell: readText(raw.cell),
  };
}

/** What the address leaves out: where it says nothing, this holds. */
export const COMPARE_DEFAULTS = {
  of: 'DISTRICT',
  normalise: 'NONE',
  baseline: 'NONE',
  unit: 'WAN_YUAN',
  form: 'AUTO',
} as const;

/** null: spelled wrongly; undefined: held against nothing. */
export function readBaseline(text: string): BaselineInput | null | undefined {
  const [kind = '', named = ''] = text.split(/:(.*)/s);
  switch (kind) {
    case 'NONE':
      return undefined;
    case 'PREVIOUS':
      return { previousYear: true };
    case 'BUDGET':
      return { stages: ['ORIGINAL_BUDGET', 'REVISED_BUDGET'] };
    case 'MEAN':
    case 'MEDIAN':
      return { average: kind };
    case 'YEAR':
      return /^\d{4}$/.test(named) ? { year: Number(named) } : null;
    case 'DISTRICT':
      return named ? { district: named } : null;
    case 'DEPARTMENT':
      return named ? { department: named } : null;
    default:
      return null;
  }
}

/** NONE where there is none, and for what the page has no words for. */
function printBaseline(baseline: BaselineInput | null | undefined): string {
  if (!baseline) return 'NONE';
  const { previousYear, stages, average, year, district, department } = baseline;
  if (previousYear) return 'PREVIOUS';
  if (stages) return 'BUDGET';
  if (average) return average;
  if (year) return `YEAR:${year}`;
  if (district) return `DISTRICT:${district}`;
  return department ? `DEPARTMENT:${department}` : 'NONE';
}

/** The question that the address spells. */
export function makeQuestion(address: CompareAddress): CompareInput {
  const { districts, departments, of, body, years, stages, normalise, baseYear, unit } = address;
  const baseline = readBaseline(address.baseline);
  const needsBaseYear = normalise === 'INDEX' || normalise === 'REAL_TERMS';
  return {
    metrics: address.metrics.flatMap((text) => readMeasure(text) ?? []),
    ...(departments.length > 0 ? { departments } : districts.length > 0 && { districts }),
    ...(departments.length === 0 && of === 'DEPARTMENT' && { of }),
    ...(body && { where: { body: { eq: body } } }),
    ...(years.length > 0 && { years }),
    ...(stages.length > 0 && { stages }),
    ...(normalise !== 'NONE' && { normalise }),
    ...(needsBaseYear && baseYear && { baseYear }),
    ...(baseline && { baseline }),
    ...(unit !== 'WAN_YUAN' && { unit }),
  };
}

/** The address of a question that was asked elsewhere, as `Comparison.question` gives it. */
export function addressOfQuestion(question: CompareInput): CompareAddress {
  const { metrics, districts, departments, of, where, years, stages, normalise, baseYear, baseline, unit } = question;
  return readCompareAddress({
    metrics: metrics.map(printMeasure),
    districts: districts ?? [],
    departments: departments ?? [],
    of: of ?? '',
    body: where?.body?.eq ?? '',
    years: years ?? [],
    stages: stages ?? [],
    normalise: normalise ?? '',
    baseYear: baseYear ?? '',
    baseline: printBaseline(baseline),
    unit: unit ?? '',
  });
}

/** Whether the page asks this question when it is given its address: it has no words for figures of one's own, for other filters and baselines. */
export function canSpell(question: CompareInput): boolean {
  return level(makeQuestion(addressOfQuestion(question))) === level(question);
}

/** Equal for equal questions: without defaults, what is null, and the names that measures are given back by. */
function level(question: CompareInput): string {
  const { metrics, ...rest } = question;
  const said = Object.entries({ ...rest, metrics: metrics.map(printMeasure) }).filter(
    ([name, value]) => value !== null && value !== undefined && !isDefault(name, value),
  );
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isDefault(name: string, value: unknown): boolean {
  const defaults: Readonly<Record<string, unknown>> = { of: 'DISTRICT', normalise: 'NONE', unit: 'WAN_YUAN' };
  return defaults[name] === value;
}
