import { beforeEach, describe, expect, it } from '@jest/globals';
import { findLineItems } from '../../src/store/line-items.js';
import { findLatestRelease } from '../../src/store/releases.js';
import { findReports, findSupersedingReports } from '../../src/store/reports.js';
import { saveReport } from '../../src/store/save-report.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { emptyStore, STORE_KINDS, useTestStore } from '../support/test-stores.js';

describe.each(STORE_KINDS)('Saving a report on $name', (kind) => {
  const store = useTestStore(kind);
  beforeEach(() => emptyStore(store()));

  it('stores', async () => {
    const report = makeReport();
    expect(await saveReport(store(), report, REFERENCE)).toMatchObject({ outcome: 'STORED' });
    expect(await findLatestRelease(store())).toMatchObject({ number: 1, lineItems: report.lineItems.length });
  });
});
