import { describe, expect, it } from '@jest/globals';
import { isInputObjectType } from 'graphql';
import { makeSchema } from '../../../src/api/schema.js';
import { namesIn } from '../../../src/app/named.js';
import type { FilterName } from '../../../src/app/named.js';

/** Fields of filters that hold a code, an id, a year or a name that something bears. */
const NAMING = ['district', 'department', 'report', 'accountCode', 'code', 'body'];

describe('The names in a filter', () => {
  it('are looked at in every filter of the API', async () => {
    const types = Object.values((await makeSchema()).getTypeMap()).filter(isInputObjectType);
    const own = types.flatMap((type) =>
      /^(?!String|Int|Decimal)\w+Filter$/.test(type.name)
        ? Object.keys(type.getFields())
            .filter((field) => NAMING.includes(field) || (field === 'year' && type.name !== 'AccountFilter'))
            .map((field) => [type.name, field] as const)
        : [],
    );
    expect(own.length).toBeGreaterThan(15);
    const overlooked = own.filter(
      ([name, field]) => namesIn(name as FilterName, { [field]: { eq: 'x' } }, true).length === 0,
    );
    expect(overlooked).toEqual([]);
  });

  it('are all of them where the list is empty, else those of longer lists', () => {
    const filter = {
      district: { eq: '440117' },
      report: { in: ['a', 'b'] },
      department: { in: ['d'] },
      label: { eq: 'x' },
    };
    expect(namesIn('LineItemFilter', filter, false)).toEqual([
      { kind: 'REPORT', value: 'a' },
      { kind: 'REPORT', value: 'b' },
    ]);
    expect(namesIn('LineItemFilter', filter, true).map(({ value }) => value)).toEqual(['440117', 'd', 'a', 'b']);
    expect(
      namesIn('LineItemFilter', { district: { startsWith: 'x', contains: 'y' }, year: { gte: 2030 } }, true),
    ).toEqual([]);
    expect(namesIn('LineItemFilter', null, true)).toEqual([]);
    expect(namesIn('DistrictFilter', { code: null, name: { eq: null, in: null } }, true)).toEqual([]);
  });

  it('of accounts go with the years that they are asked for in', () => {
    const filter = { accountCode: { eq: '30311' }, year: { in: [2018, 2019] } };
    expect(namesIn('LineItemFilter', filter, true)).toEqual([
      { kind: 'YEAR', value: '2018' },
      { kind: 'YEAR', value: '2019' },
      { kind: 'ACCOUNT', value: '30311', years: [2018, 2019] },
    ]);
  });

  it('of a filter inside are looked at too', () => {
    expect(
      namesIn('PerformanceIndicatorFilter', { evaluation: { district: { eq: '1' }, year: { eq: 2 } } }, true),
    ).toEqual([
      { kind: 'DIVISION', value: '1' },
      { kind: 'YEAR', value: '2' },
    ]);
  });
});
