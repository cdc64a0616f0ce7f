import type { IntFilter, StringFilter } from '../domain/filters.js';

/**
 * What a value of a filter or an argument names. DIVISION: a division that has departments, DISTRICT: one that has or lies above one,
 * TITLE: an account by its name.
 */
export type NameKind =
  | 'DIVISION'
  | 'DISTRICT'
  | 'DISTRICT_NAME'
  | 'DEPARTMENT'
  | 'DEPARTMENT_NAME'
  | 'BODY'
  | 'REPORT'
  | 'RELEASE'
  | 'COMPARISON'
  | 'YEAR'
  | 'ACCOUNT'
  | 'TITLE'
  | 'RULE';

/** A value that was asked for, and may be borne by nothing. */
export interface Named {
  readonly kind: NameKind;
  readonly value: string;
  /** Of an account: the fiscal years that it was asked for in; empty: any. */
  readonly years?: readonly number[];
}

const PLACE = { district: 'DIVISION', department: 'DEPARTMENT', report: 'REPORT', year: 'YEAR' } as const;

/** What the fields of each filter name; a field that is not here names nothing that could be unknown. */
const NAMED_BY = {
  DistrictFilter: { code: 'DISTRICT', name: 'DISTRICT_NAME' },
  DepartmentFilter: { district: 'DIVISION', name: 'DEPARTMENT_NAME', body: 'BODY' },
  ReportFilter: PLACE,
  AccountFilter: { code: 'ACCOUNT', name: 'TITLE' },
  LineItemFilter: { ...PLACE, accountCode: 'ACCOUNT' },
  EvaluationFilter: PLACE,
  PerformanceIndicatorFilter: PLACE,
  ReportedFactFilter: { ...PLACE, accountCode: 'ACCOUNT' },
  FindingFilter: { ...PLACE, accountCode: 'ACCOUNT', rule: 'RULE' },
} as const satisfies Record<string, Readonly<Record<string, NameKind>>>;

export type FilterName = keyof typeof NAMED_BY;
type Filter = Readonly<Record<string, unknown>>;

/**
 * The values that a filter names and that are worth a look: where its list is empty all, else those of lists, of which some may have
 * matched nothing.
 */
export function namesIn(name: FilterName, filter: object | null | undefined, isEmpty: boolean): Named[] {
  const own = (filter ?? {}) as Filter;
  const years = valuesOf(own['year'], true).map(Number);
  const nested = 'evaluation' in own ? namesIn('EvaluationFilter', own['evaluation'] as object, isEmpty) : [];
  const names = Object.entries<NameKind>(NAMED_BY[name]).flatMap(([field, kind]) =>
    valuesOf(own[field], isEmpty).map((value): Named =>
      kind === 'ACCOUNT' ? { kind, value, years } : { kind, value },
    ),
  );
  return [...names, ...nested];
}

/** Values that operators name as a whole. */
function valuesOf(field: unknown, isEmpty: boolean): string[] {
  const { eq, in: list } = (field ?? {}) as StringFilter & IntFilter;
  const listed = list ?? [];
  const one = eq === null || eq === undefined || !isEmpty ? [] : [eq];
  return [...one, ...(isEmpty || listed.length > 1 ? listed : [])].map(String);
}
