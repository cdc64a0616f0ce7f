import type { Finding } from '../domain/finding.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { accountRowsOf, spellingRowsOf } from './account-rows.js';
import type { AccountRow, SpellingRow } from './account-rows.js';
import { departmentRowOf } from './department-rows.js';
import type { DepartmentRow, DistrictRow } from './department-rows.js';
import { reportRowsOf } from './report-rows.js';
import type { InnerRows, ReportRow } from './report-rows.js';

/** A report as rows, ready to be written. */
export interface StoredForm {
  readonly districts: readonly DistrictRow[];
  readonly department: DepartmentRow;
  readonly accounts: readonly AccountRow[];
  readonly spellings: readonly SpellingRow[];
  readonly row: ReportRow;
  readonly inner: InnerRows;
}

/** The rows of a report and its findings; they depend on these and on the reference alone. */
export function makeStoredForm(report: Report, findings: readonly Finding[], reference: Reference): StoredForm {
  const { department, districts } = departmentRowOf(report, reference);
  const named = report.reportedFacts.flatMap(({ account }) => (account ? [{ account }] : []));
  const accounts = accountRowsOf([...report.lineItems, ...named], reference);
  return {
    districts,
    department,
    accounts,
    spellings: spellingRowsOf(report.lineItems, accounts),
    ...reportRowsOf(report, findings, department),
  };
}
