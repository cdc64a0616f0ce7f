/**
 * How each table would be laid out on a distributed Postgres, parents first. Every model is in one of these lists (a test says so).
 * Reference: a copy on every node. Distributed: by departmentId, all together. Local: on the coordinator only.
 */
export const REFERENCE_TABLES = [
  ...(['District', 'Department', 'FiscalYear', 'Account', 'AccountSpelling', 'Statistic'] as const),
  ...(['ReadyDepartment', 'DistrictFigure'] as const),
] as const;
export const DISTRIBUTED_TABLES = [
  ...(['Report', 'LineItem', 'Evaluation', 'PerformanceIndicator', 'Issue', 'ReportedFact', 'Finding'] as const),
  'DepartmentFigure',
] as const;
export const LOCAL_TABLES = ['Document', 'Release', 'Question'] as const;

/** Those that are made of the rows of others, those that refer to them first. */
export const READY_TABLES = ['ReadyDepartment', 'DepartmentFigure', 'DistrictFigure'] as const;

type ReadyTable = (typeof READY_TABLES)[number];
export type Table = Exclude<
  (typeof REFERENCE_TABLES | typeof DISTRIBUTED_TABLES | typeof LOCAL_TABLES)[number],
  ReadyTable
>;

/** All others, parents first: what a backup holds. */
export const TABLES: readonly Table[] = [...REFERENCE_TABLES, ...DISTRIBUTED_TABLES, ...LOCAL_TABLES].filter(
  (table): table is Table => !READY_TABLES.some((ready) => ready === table),
);
