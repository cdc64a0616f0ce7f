import type { CodedAccount } from '../compare/evidence.js';
import { nameOfMeasure } from '../compare/measure.js';
import type { Measure } from '../compare/measure.js';
import { countCells } from '../compare/question.js';
import type { Question } from '../compare/question.js';
import { ENGLISH, shortenNames } from '../compare/words/english.js';
import type { ComparedCell } from '../domain/compared-cell.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { Statistic } from '../domain/statistics.js';
import type { Presences } from '../store/report-presence.js';
import type { Store } from '../store/store.js';
import type { CompareRequest } from './compare-request.js';
import { findHints } from './hints.js';
import { namesIn } from './named.js';
import type { NameKind, Named } from './named.js';

/** What a comparison was made from. */
export interface Compared {
  readonly question: Question;
  /** At least those of what is compared and of the baseline. */
  readonly presences: Presences;
  readonly departments: ReadonlyMap<string, Department>;
  /** Accounts that were met in the reports. */
  readonly printed: readonly CodedAccount[];
  /** That values could be normalised by. */
  readonly statistics: readonly Statistic[];
  /** Of the answer. */
  readonly cells: readonly ComparedCell[];
}

/** Why an answer is empty, and what was asked for and is not known; takes no statement where all of it is in the answer. */
export async function findCompareHints(
  store: Store,
  reference: Reference,
  request: CompareRequest,
  compared: Compared,
): Promise<readonly string[]> {
  const isHeld = makeHeld(compared);
  const names = namesAsked(request, compared).filter((name) => !isHeld(name));
  const sentences = names.length === 0 ? [] : await findHints(store, reference, names);
  return [
    ...explainEmpty(request, compared.question, sentences.length === 0),
    ...sentences,
    ...namePartsOf(compared.question),
    ...nameLackingStatistics(compared),
    ...nameNamesakes(request),
  ];
}

/** Metrics that the cells of the answer call by the same name. */
function nameNamesakes({ metrics }: CompareRequest): string[] {
  const different = [...new Map(metrics.map((metric) => [JSON.stringify(metric), metric])).values()];
  const names = different.map(nameOfMeasure);
  const shared = [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
  return shared.map((name) => `more than one metric is called ${name} in the answer: give each a \`name\``);
}

/** Accounts that in some year are but a part of another, so that nothing can be said of them alone. */
function namePartsOf({ measures, years }: Question): string[] {
  const measured = measures.flatMap((measure) => [measure, measure.over ?? []].flat());
  const readings = measured.flatMap((measure) => years.flatMap((year) => measure.readings.get(year) ?? []));
  return [...new Set(readings.flatMap(({ alignment, say }) => (alignment === 'NONE' && say ? say(ENGLISH) : [])))];
}

/** What values and baselines could not be normalised by. */
function nameLackingStatistics({ question: { vintage, normalise }, cells, statistics }: Compared): string[] {
  if (normalise !== 'PER_CAPITA' && normalise !== 'REAL_TERMS') return [];
  const lacks = cells.flatMap(({ trace, baselineTrace }) => [trace.lacks ?? [], baselineTrace?.lacks ?? []].flat());
  if (lacks.length === 0) return [];
  const wanted = normalise === 'PER_CAPITA' ? 'POPULATION' : 'DEFLATOR';
  const vintages = [...new Set(statistics.flatMap((one) => (one.kind === wanted ? one.vintage : [])))].sort();
  if (vintage !== null && vintages.length > 0 && !vintages.includes(vintage))
    return [`no statistics of the vintage ${JSON.stringify(vintage)} are here; vintages: ${vintages.join(', ')}`];
  const named = shortenNames(lacks.map((lacking) => ENGLISH.lacking(lacking, null)));
  const what = vintage === null ? named : `${named}, vintage ${JSON.stringify(vintage)},`;
  return [`no ${what} is here: give your own in \`statistics\`, or load it (load-statistics)`];
}

function namesAsked(request: CompareRequest, { question }: Compared): Named[] {
  const { districts, departments, where, years, baseline, metrics } = request;
  const accounts = metrics.flatMap(({ account, over }) => [account ?? [], over?.account ?? []].flat());
  return [
    ...nameAll('DIVISION', [...(districts ?? []), baseline?.district]),
    ...nameAll('DEPARTMENT', [...(departments ?? []), baseline?.department]),
    ...namesIn('DepartmentFilter', where, question.entities.length === 0),
    ...nameAll('YEAR', [...(years ?? []), baseline?.year]),
    ...accounts.map(({ code, edition }): Named => {
      return { kind: 'ACCOUNT', value: code, years: edition == null ? (years ?? []) : [edition] };
    }),
  ];
}

/** Whether the answer shows that something bears the name. */
function makeHeld({ question, presences, departments, printed, cells }: Compared): (name: Named) => boolean {
  const codes = new Set(printed.map(({ code }) => code));
  const measured = question.measures.flatMap((measure) => [measure, measure.over ?? []].flat());
  const isRestated = ({ readings }: Measure): boolean =>
    [...readings.values()].some(({ accounts }) => accounts.some(({ code }) => codes.has(code)));
  const someDepartment = (isOne: (department: Department) => boolean): boolean => [...departments.values()].some(isOne);
  const isHeld: Readonly<Partial<Record<NameKind, (value: string) => boolean>>> = {
    DIVISION: (code) => presences.departmentIdsOf(code).length > 0,
    YEAR: (year) =>
      presences.years.has(Number(year)) || cells.some((cell) => cell.value !== null && String(cell.year) === year),
    DEPARTMENT: (id) => departments.has(id),
    DEPARTMENT_NAME: (name) => someDepartment((own) => own.name === name),
    BODY: (body) => someDepartment((own) => own.body === body),
    ACCOUNT: (code) => codes.has(code) || measured.some((own) => own.account?.code === code && isRestated(own)),
  };
  return ({ kind, value }) => isHeld[kind]?.(value) ?? false;
}

const LISTS = ['metrics', 'districts', 'departments', 'years', 'stages'] as const;

/** Why there is no cell at all, where nothing else says so. */
function explainEmpty(request: CompareRequest, question: Question, isUnexplained: boolean): string[] {
  if (countCells(question) > 0) return [];
  const empty = LISTS.filter((name) => request[name]?.length === 0);
  if (empty.length > 0) return empty.map((name) => `nothing is compared: \`${name}\` is an empty list`);
  return isUnexplained ? ['nothing is compared: no report of what was asked for is here'] : [];
}

function nameAll(kind: Named['kind'], values: readonly (string | number | null | undefined)[]): Named[] {
  return values.flatMap((value) => (value === null || value === undefined ? [] : [{ kind, value: String(value) }]));
}
