import type { Statement } from '../domain/closed-lists.js';
import type { StoredIssue } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { texts } from './conditions.js';
import { departmentIdOf } from './ids.js';
import { SOURCE_COLUMNS, toSource } from './source-rows.js';
import type { SourceRow } from './source-rows.js';
import type { Store } from './store.js';

interface IssueRow extends SourceRow {
  readonly id: string;
  readonly message: string;
  readonly statement: Statement | null;
}

/** As they stand in the document; a report without any is absent. */
export async function findIssuesByReportIds(
  store: Store,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredIssue[]>> {
  const rows = await store.client.$queryRaw<IssueRow[]>`
    SELECT "id", "message", "statement", ${SOURCE_COLUMNS} FROM "Issue"
    WHERE "departmentId" = ANY(${texts(reportIds.map(departmentIdOf))}) AND "reportId" = ANY(${texts(reportIds)})
    ORDER BY "reportId", "position"`;
  return groupBy(rows.map(toIssue), ({ reportId }) => reportId);
}

function toIssue(row: IssueRow): StoredIssue {
  const { id, reportId, message, statement } = row;
  return { id, reportId, message, statement, source: toSource(row) };
}
