import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressOfQuestion,
  canSpell,
  BASELINES,
  COMPARE_DEFAULTS,
  FORMS,
  makeQuestion,
  NORMALISATIONS,
  readCompareAddress,
  STAGES,
  UNITS,
} from '../../../src/web/page/address/compare-address';
import type { CompareAddress } from '../../../src/web/page/address/compare-address';
import type { CompareInput } from '../../../src/web/page/generated/graphql';
import { parseSearch, printSearch } from '../../../src/web/page/address/search-text';

const NOTHING: CompareAddress = {
  metrics: [],
  districts: [],
  departments: [],
  of: 'DISTRICT',
  body: undefined,
  years: [],
  stages: [],
  normalise: 'NONE',
  baseYear: undefined,
  baseline: 'NONE',
  unit: 'WAN_YUAN',
  form: 'AUTO',
  cell: undefined,
};

const code = fc.integer({ min: 100_000, max: 999_999 }).map(String);
const year = fc.integer({ min: 2010, max: 2030 });
const measure = fc.oneof(
  fc.constantFrom('EXPENDITURE', 'BASIC_EXPENDITURE', 'VEHICLE_COUNT'),
  fc.constantFrom('FUNCTIONAL:2010301', 'ECONOMIC:30113@2017', 'ECONOMIC:301/PROJECT', 'HOSPITALITY*GUEST_COUNT'),
);
const addresses: fc.Arbitrary<CompareAddress> = fc.record({
  metrics: fc.uniqueArray(measure),
  districts: fc.uniqueArray(code),
  departments: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{16}$/)),
  of: fc.constantFrom('DISTRICT', 'DEPARTMENT'),
  body: fc.option(fc.constantFrom('财政局', '政务服务数据管理局'), { nil: undefined }),
  years: fc.uniqueArray(year).map((years) => years.sort()),
  stages: fc.subarray([...STAGES]),
  normalise: fc.constantFrom(...NORMALISATIONS),
  baseYear: fc.option(year, { nil: undefined }),
  baseline: fc.oneof(
    fc.constantFrom(...BASELINES.slice(0, 5)),
    year.map((own) => `YEAR:${own}`),
    code.map((own) => `DISTRICT:${own}`),
  ),
  unit: fc.constantFrom(...UNITS),
  form: fc.constantFrom(...FORMS),
  cell: fc.option(fc.constant('EXPENDITURE~440104~2019~OUTTURN'), { nil: undefined }),
});

describe('the address of a comparison', () => {
  it('says all that is shown: whoever opens the link sees the same', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        expect(readCompareAddress(parseSearch(printSearch({ ...address })))).toEqual(address);
      }),
    );
  });

  it('is short and readable where little is asked', () => {
    const asked = { metrics: ['EXPENDITURE'], districts: ['440104', '440117'], years: [2019], body: '财政局' };
    const search = printSearch(asked);
    expect(search).toBe('?metrics=EXPENDITURE&districts=440104,440117&years=2019&body=%E8%B4%A2%E6%94%BF%E5%B1%80');
    expect(readCompareAddress(parseSearch(search))).toEqual({ ...NOTHING, ...asked });
  });

  it('leaves out what it does not understand, and keeps the rest', () => {
    const search =
      '?metrics=EXPENDITURE,nonsense,FUNCTIONAL:20103011111&districts=440104,x&years=2019,19&unit=POUNDS&form=PIE&baseline=YEAR:x';
    expect(readCompareAddress(parseSearch(search))).toEqual({
      ...NOTHING,
      metrics: ['EXPENDITURE'],
      districts: ['440104'],
      years: [2019],
    });
  });

  it('has the defaults that an empty address is read as', () => {
    expect(readCompareAddress({})).toMatchObject(COMPARE_DEFAULTS);
  });
});

describe('the question that an address spells', () => {
  it('says nothing that is the default of the API', () => {
    expect(makeQuestion({ ...NOTHING, metrics: ['EXPENDITURE'] })).toEqual({ metrics: [{ key: 'EXPENDITURE' }] });
  });

  it('names accounts with their edition and part, ratios with both sides, and gives their spelling back as name', () => {
    const { metrics } = makeQuestion({
      ...NOTHING,
      metrics: ['ECONOMIC:30113@2017/PROJECT', 'HOSPITALITY*GUEST_COUNT'],
    });
    expect(metrics).toEqual([
      {
        account: { classification: 'ECONOMIC', code: '30113', edition: 2017, part: 'PROJECT' },
        name: 'ECONOMIC:30113@2017/PROJECT',
      },
      { key: 'HOSPITALITY', over: { key: 'GUEST_COUNT' }, name: 'HOSPITALITY*GUEST_COUNT' },
    ]);
  });

  it('asks of the departments where both departments and districts are given', () => {
    const question = makeQuestion({ ...NOTHING, metrics: ['EXPENDITURE'], districts: ['440104'], departments: ['a'] });
    expect(question).toEqual({ metrics: [{ key: 'EXPENDITURE' }], departments: ['a'] });
  });

  it('comes back from a question as the API spells it', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const question = makeQuestion(address);
        expect(makeQuestion(addressOfQuestion(question))).toEqual(question);
      }),
    );
  });
});

describe('a question that was asked elsewhere', () => {
  it('is shown where the page would ask the same', () => {
    fc.assert(fc.property(addresses, (address) => canSpell(makeQuestion(address))));
    expect(canSpell({ metrics: [{ key: 'EXPENDITURE' }], of: 'DISTRICT', normalise: 'NONE', unit: 'WAN_YUAN' })).toBe(
      true,
    );
  });

  it.each<[string, Partial<CompareInput>]>([
    ['a filter that the page does not have', { where: { district: { eq: '440104' } } }],
    ['another budget as baseline', { baseline: { stages: ['REVISED_BUDGET'] } }],
    ['the accounts of another year', { baseline: { edition: 2017 } }],
    ['figures of its own', { statistics: [{ kind: 'POPULATION', district: '440104', year: 2019, value: '120.97' }] }],
    ['statistics of a vintage', { normalise: 'PER_CAPITA', vintage: '2020-03 first published' }],
  ])('is not shown as another one: %s', (_what, asked) => {
    expect(canSpell({ metrics: [{ key: 'EXPENDITURE' }], ...asked })).toBe(false);
  });
});
