import { economicTable, functionalTable } from './coded-tables.js';
import type { Telling } from './coded-tables.js';
import { planProjects, useBasic } from './economic-use.js';
import type { PrintedTable } from './printed-tables.js';
import { budgetAppropriationTable, budgetSummaryTable } from './summary-tables.js';
import { threeExpensesRows } from './three-expenses-table.js';

/** The tables of a department's budget, without those by unit. */
export function tableBudget(telling: Telling): PrintedTable[] {
  const { own } = telling;
  const tables = [
    budgetSummaryTable(telling),
    functionalTable(telling, 'REVENUE'),
    functionalTable(telling, 'EXPENDITURE'),
    budgetAppropriationTable(telling),
    functionalTable(telling, 'GENERAL_PUBLIC_EXPENDITURE'),
    economicTable(telling, 'GENERAL_PUBLIC_BASIC_EXPENDITURE', useBasic(own, 'planned')),
    economicTable(telling, 'GENERAL_PUBLIC_PROJECT_EXPENDITURE', planProjects(own)),
    threeExpensesRows(telling),
    functionalTable(telling, 'GOVERNMENT_FUND'),
  ];
  return tables.filter((table) => table !== null);
}
