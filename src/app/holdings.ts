import { findDepartmentsByIds } from '../store/departments.js';
import { findReports } from '../store/reports.js';
import { findLatestRelease } from '../store/releases.js';
import type { Store } from '../store/store.js';

const MOST_LISTED = 12;

/** What a store holds, for people: its reports (the first twelve) and figures. */
export async function describeHoldings(store: Store): Promise<string> {
  const release = await findLatestRelease(store);
  const { edges, hasNextPage } = await findReports(store, {}, { first: MOST_LISTED });
  const departments = await findDepartmentsByIds(
    store,
    edges.map(({ node }) => node.departmentId),
  );
  const lines = edges.map(({ node }) => {
    const department = departments.get(node.departmentId);
    const kind = node.kind === 'BUDGET' ? '部门预算 budget' : '部门决算 final accounts';
    return `  ${department?.districtCode ?? ''}  ${node.year}  ${department?.name ?? ''}  ${kind}`;
  });
  if (hasNextPage) lines.push(`  … and ${release.reports - edges.length} more`);
  return [`${release.reports} reports, ${release.lineItems} figures in ${store.place}`, ...lines].join('\n');
}
