import { describe, expect, it } from '@jest/globals';
import { completeStore } from '../../src/app/complete-store.js';
import { countAccounts, findAccounts } from '../../src/store/accounts.js';
import { withStatementCount } from '../../src/store/statement-count.js';
import { collect } from '../support/collect.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { REFERENCE } from '../support/reference.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

describe.each(STORE_KINDS)('Searching the accounts of the five published reports in $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const search = async (text: string): Promise<string[]> => {
    const found = await collect((page) => findAccounts(store(), null, text, page), 500);
    return found.map(({ code, name }) => code ?? name);
  };

  it.each([
    ['2010301', '2010301'],
    ['２０１０３', '2010301'],
    ['医疗卫生与计划生育', '210'],
    ['yiliaoweisheng', '210'],
    ['ylws', '210'],
    ['扶贫', '21305'],
    ['xzyx', '2010301'],
    ['xing zheng yun xing', '2010301'],
    ['zhufang gongjijin', '30113'],
    ['chailv', '30211'],
    ['年初结转', '年初结转和结余'],
    ['ncjzhjy', '年初结转和结余'],
    ['政府办公厅 ( 室 ) 及相关', '20103'],
  ])('%s finds %s', async (text, code) => expect(await search(text)).toContain(code));

  it('finds codes from their beginning only, in the order of the classification', async () => {
    const found = await search('2010');
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter((code) => !code.startsWith('2010'))).toEqual([]);
    expect(found).toEqual([...found].sort());
    expect(await search('0301')).toEqual([]);
  });

  it('takes wildcards for themselves, blanks alone for no search', async () => {
    expect(await search('%')).toEqual([]);
    expect(await search('行政_行')).toEqual([]);
    expect(await search('\\')).toEqual([]);
    expect(await countAccounts(store(), null, ' \u3000')).toBe(await countAccounts(store()));
    expect(await countAccounts(store(), { level: ['ITEM'] }, '行政运行')).toBe(
      (await search('行政运行')).filter((code) => code.length === 7).length,
    );
  });

  it('searches a store of before as soon as it is completed, and that is looked at by two statements', async () => {
    const read = () =>
      store().client.$queryRawUnsafe<{ id: string; text: string | null }[]>(
        'SELECT "id", "searchText" AS text FROM "Account" UNION ALL SELECT "id", "searchText" FROM "AccountSpelling" ORDER BY 1',
      );
    const before = await read();
    await store().client.$executeRawUnsafe('UPDATE "Account" SET "searchText" = NULL');
    await store().client.$executeRawUnsafe('UPDATE "AccountSpelling" SET "searchText" = NULL');
    expect(await search('xzyx')).toEqual([]);
    await completeStore(store(), REFERENCE);
    expect(await read()).toEqual(before);
    expect((await withStatementCount(store(), () => completeStore(store(), REFERENCE))).statements).toBe(3);
  });
});
