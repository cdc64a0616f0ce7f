import { beforeAll, describe, expect, it } from '@jest/globals';
import { compareFigures } from '../../src/app/compare-figures.js';
import { saveReport } from '../../src/store/save-report.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const [YUEXIU, HAIZHU] = ['440104', '440105'] as const;
/** On no list; the report of 越秀 prints the one, nobody the other. */
const [PRINTED, UNHEARD] = ['2011091', '9999999'] as const;

describe.each(STORE_KINDS)('An account code that is on no list, in $name', (kind) => {
  const store = useTestStore(kind, async (own) => {
    await saveReport(own, makeReport({ district: YUEXIU, details: 92 }), REFERENCE);
    const other = { district: HAIZHU, department: '广州市海珠区政务服务数据管理局' };
    for (const year of [2018, 2019]) await saveReport(own, makeReport({ ...other, year }), REFERENCE);
  });
  beforeAll(() => {
    for (const code of [PRINTED, UNHEARD]) expect(REFERENCE.account('FUNCTIONAL', code, 2019)).toBeUndefined();
  });

  const ask = async (codes: readonly string[], districts: readonly string[]) => {
    const metrics = codes.map((code) => ({ account: { classification: 'FUNCTIONAL' as const, code } }));
    const { cells } = await compareFigures(store(), REFERENCE, { metrics, districts, years: [2018, 2019] });
    return cells.map(({ value, missing }) => (value === null ? missing : 'a value'));
  };

  it('has a meaning where some report prints it, whichever is compared', async () => {
    expect(await ask([PRINTED], [YUEXIU, HAIZHU])).toEqual(['NOT_COVERED', 'a value', 'NOT_PRINTED', 'NOT_PRINTED']);
    expect(await ask([PRINTED], [HAIZHU])).toEqual(['NOT_PRINTED', 'NOT_PRINTED']);
  });

  it('has none where no report does', async () => {
    expect(await ask([UNHEARD], [YUEXIU, HAIZHU])).toEqual(['NOT_COVERED', 'NO_MAPPING', 'NO_MAPPING', 'NO_MAPPING']);
    expect(await ask([UNHEARD, PRINTED], [HAIZHU])).toEqual(['NO_MAPPING', 'NO_MAPPING', 'NOT_PRINTED', 'NOT_PRINTED']);
  });

  it('is looked up by one statement for all, and none where all are on lists or among the figures', async () => {
    const countLooks = async (...codes: string[]): Promise<number> => {
      const { sql } = await withStatementCount(store(), () => ask(codes, [YUEXIU]));
      return sql.filter((statement) => /"AccountSpelling"[^]*LIMIT/.test(statement)).length;
    };
    expect(await countLooks('2010301')).toBe(0);
    expect(await countLooks(PRINTED)).toBe(0);
    expect(await countLooks(UNHEARD, '8888888')).toBe(1);
  });
});
