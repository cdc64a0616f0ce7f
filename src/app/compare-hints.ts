import { countCells } from '../compare/compare.js';
import type { Question } from '../compare/compare.js';
import type { Figure } from '../domain/figure.js';
import type { Department } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import type { ReportPresence } from '../store/figures.js';
import type { Store } from '../store/store.js';
import type { CompareRequest } from './compare-request.js';
import { findHints } from './hints.js';
import { namesIn } from './named.js';
import type { Named } from './named.js';

/** What a comparison was made from. */
export interface Compared {
  readonly question: Question;
  /** Of what is compared and of the baseline. */
  readonly reports: readonly ReportPresence[];
  readonly departments: ReadonlyMap<string, Department>;
  readonly figures: readonly Figure[];
}

/** Why an answer is empty, and what was asked for and is not known; takes no statement where all of it is in the answer. */
export async function findCompareHints(
  store: Store,
  reference: Reference,
  request: CompareRequest,
  compared: Compared,
): Promise<readonly string[]> {
  const sentences = await findHints(store, reference, namesAsked(request, compared), namesHeld(compared));
  return [...explainEmpty(request, compared.question, sentences.length === 0), ...sentences];
}

function namesAsked(request: CompareRequest, { question }: Compared): Named[] {
  const { districts, departments, where, years, baseline } = request;
  const codes = question.measures.map(({ account }) => account?.code);
  return [
    ...nameAll('DIVISION', [...(districts ?? []), baseline?.district]),
    ...nameAll('DEPARTMENT', [...(departments ?? []), baseline?.department]),
    ...namesIn('DepartmentFilter', where, question.entities.length === 0),
    ...nameAll('YEAR', [...(years ?? []), baseline?.year]),
    ...nameAll('ACCOUNT', codes).map((name) => ({ ...name, years: years ?? [] })),
  ];
}

/** What the answer shows to be known. */
function namesHeld({ reports, departments, figures }: Compared): Named[] {
  const own = [...departments.values()];
  return [
    ...nameAll('DIVISION', [...new Set(reports.map(({ districtCode }) => districtCode))]),
    ...nameAll('YEAR', [...new Set(reports.map(({ year }) => year))]),
    ...nameAll('DEPARTMENT', [...departments.keys()]),
    ...nameAll('DEPARTMENT_NAME', [...new Set(own.map(({ name }) => name))]),
    ...nameAll('BODY', [...new Set(own.map(({ body }) => body))]),
    ...nameAll('ACCOUNT', [...new Set(figures.map(({ accountCode }) => accountCode))]),
  ];
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
