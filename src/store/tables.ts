/**
 * How each table would be laid out on a distributed Postgres, parents first. Every model is in one of these lists (a test says so).
 * Reference: a copy on every node. Distributed: by departmentId, all together. Local: on the coordinator only.
 */
export const REFERENCE_TABLES = [
  ...(['District', 'Department', 'FiscalYear', 'Account', 'AccountSpelling', 'Statistic'] as const),
] as const;
export const DISTRIBUTED_TABLES = [
  ...(['Report', 'LineItem', 'Evaluation', 'PerformanceIndicator', 'Issue', 'ReportedFact', 'Finding'] as const),
] as const;
export const LOCAL_TABLES = ['Document', 'Release', 'Question'] as const;

/** All of them, parents first: what a backup holds. */
export const TABLES = [...REFERENCE_TABLES, ...DISTRIBUTED_TABLES, ...LOCAL_TABLES] as const;
export type Table = (typeof TABLES)[number];
