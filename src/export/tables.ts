import type { ColumnHead } from './column.js';
import { COMPARISON_COLUMNS } from './comparison-columns.js';
import { FACT_COLUMNS } from './fact-columns.js';
import { FINDING_COLUMNS } from './finding-columns.js';
import { INDICATOR_COLUMNS } from './indicator-columns.js';
import { LINE_ITEM_COLUMNS } from './line-item-columns.js';
import { STATISTIC_COLUMNS } from './statistic-columns.js';

export const EXPORT_TABLES = ['line-items', 'indicators', 'facts', 'findings', 'comparison', 'statistics'] as const;
export type ExportTable = (typeof EXPORT_TABLES)[number];

/** The columns of every table, for whoever describes them. */
export const COLUMNS_OF: Readonly<Record<ExportTable, readonly ColumnHead[]>> = {
  'line-items': LINE_ITEM_COLUMNS,
  indicators: INDICATOR_COLUMNS,
  facts: FACT_COLUMNS,
  findings: FINDING_COLUMNS,
  comparison: COMPARISON_COLUMNS,
  statistics: STATISTIC_COLUMNS,
};
