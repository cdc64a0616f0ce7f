import { functionalTable, laneTable } from './coded-tables.js';
import type { Telling } from './coded-tables.js';
import { useBasic } from './economic-use.js';
import type { PrintedTable } from './printed-tables.js';
import { appropriationTable, summaryTable } from './summary-tables.js';
import { threeExpensesRow } from './three-expenses-table.js';

/** How much the publisher of a district prints. */
export type Breadth = 'ALL_TABLES' | 'MAIN_TABLES';

/** The year from which all departments publish their basic expenditure by economic account, and large publishers all tables. */
const ALL_TABLES_FROM = 2016;

/** The tables of a department's final accounts. */
export function tableFinalAccounts(telling: Telling, breadth: Breadth): PrintedTable[] {
  const { year } = telling.own;
  const [basic, all] = [year >= ALL_TABLES_FROM, year >= ALL_TABLES_FROM && breadth === 'ALL_TABLES'];
  const tables = [
    summaryTable(telling),
    all ? functionalTable(telling, 'REVENUE') : null,
    functionalTable(telling, 'EXPENDITURE'),
    all ? appropriationTable(telling) : null,
    all ? functionalTable(telling, 'GENERAL_PUBLIC_EXPENDITURE') : null,
    basic ? laneTable(telling, useBasic(telling.own, 'spent')) : null,
    threeExpensesRow(telling),
    functionalTable(telling, 'GOVERNMENT_FUND'),
  ];
  return tables.filter((table) => table !== null);
}
