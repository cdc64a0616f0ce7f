import { describe, expect, it } from '@jest/globals';
import { loadSeeds } from '../../src/app/seed-files.js';
import { restateReport, restateStoredReport } from '../../src/app/restate-report.js';
import type { Report } from '../../src/domain/report.js';
import { findReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const HAIZHU = '440105';

describe.each(STORE_KINDS)('A report on the accounts of another year, in $name', (kind) => {
  let report: Report | undefined;
  const store = useTestStore(kind, async (own) => {
    report = (await loadSeeds()).find(({ district }) => district === HAIZHU);
    if (report) await saveReport(own, report, REFERENCE);
  });
  const restate = async () => {
    const { edges } = await findReports(store(), { district: { eq: HAIZHU } }, { first: 1, after: null });
    return restateStoredReport(store(), edges[0]?.node.id ?? '', 2019, REFERENCE);
  };

  it('is that of the report as it was read', async () => {
    const { tables } = await restate();
    expect(tables.length).toBeGreaterThan(10);
    expect(tables).toEqual(report && restateReport(report, 2019, REFERENCE).tables);
  });

  it('has 住房公积金 under 30113, 津贴补贴 with the subsidies, and the split of 30104 as a group', async () => {
    const { tables } = await restate();
    const basic = tables.find(({ statement, level }) => {
      return statement === 'GENERAL_PUBLIC_BASIC_EXPENDITURE' && level === 'GROUP';
    });
    const after = (code: string) => {
      const row = basic?.rows.find(({ after: { accounts } }) => accounts.some((own) => own.code === code));
      return [row?.after.accounts.map((own) => own.code), row?.after.amounts];
    };
    // read by hand: 103.01; 90.36 + 0.00 + 293.25 + 0.00 + 0.00; 24.53
    expect(after('30113')).toEqual([['30113'], [103_010_000n]]);
    expect(after('30102')).toEqual([['30102'], [383_610_000n]]);
    expect(after('30111')).toEqual([['30110', '30111', '30112'], [24_530_000n]]);
  });

  it('is refused where no report has the id', async () => {
    await expect(restateStoredReport(store(), 'no such', 2019, REFERENCE)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'expected the id of a report, got "no such"',
    });
  });
});
