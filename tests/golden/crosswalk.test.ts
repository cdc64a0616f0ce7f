import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

interface Account {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly edition: number;
}
interface Mapping {
  readonly from: Account | null;
  readonly to: Account | null;
  readonly kind: string;
  readonly confidence: string;
  readonly note: string | null;
}

describe.each(STORE_KINDS)('accounts through time on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const ACCOUNT = 'id code name edition';
  const crosswalk = async (classification: string, code: string, fromYear: number, toYear: number) => {
    const reply = await ask<{ crosswalk: Mapping[] }>(
      store(),
      `query ($code: String!, $fromYear: Int!, $toYear: Int!) {
        crosswalk(classification: ${classification}, code: $code, fromYear: $fromYear, toYear: $toYear) {
          from { ${ACCOUNT} } to { ${ACCOUNT} } kind confidence note
        }
      }`,
      { code, fromYear, toYear },
    );
    expect(reply.errors).toEqual([]);
    return { ...reply, mappings: reply.data.crosswalk, hints: reply.extensions['hints'] };
  };
  const brief = ({ from, to, kind: what, confidence }: Mapping): string => {
    const name = (own: Account | null) => (own ? `${own.code} ${own.name}` : '-');
    return `${name(from)} ${what} ${name(to)} ${confidence}`;
  };

  test('住房公积金 is 30311 in 2017 and 30113 since 2018; 30311 means another thing from 2020', async () => {
    const { mappings, statements } = await crosswalk('ECONOMIC', '30311', 2017, 2020);
    expect(mappings.map(brief)).toEqual([
      '30311 住房公积金 MOVED 30113 住房公积金 HIGH',
      '30311 住房公积金 REUSED 30311 代缴社会保险费 HIGH',
    ]);
    expect(mappings[0]?.note).toBe('住房公积金 moved from 303 to 301 (2018)');
    // the accounts of all ends; the release
    expect(statements).toBe(2);
  });

  test('a renamed account bears the name of each year, and is one account', async () => {
    const [mapping] = (await crosswalk('FUNCTIONAL', '207', 2017, 2019)).mappings;
    expect(mapping && brief(mapping)).toBe('207 文化体育与传媒支出 RENAMED 207 文化旅游体育与传媒支出 HIGH');
    expect(mapping?.from?.id).toBe(mapping?.to?.id);
  });

  test('a split names its parts, backwards they merge', async () => {
    expect((await crosswalk('ECONOMIC', '30104', 2017, 2019)).mappings.map(brief)).toEqual([
      '30104 其他社会保障缴费 SPLIT 30110 职工基本医疗保险缴费 HIGH',
      '30104 其他社会保障缴费 SPLIT 30111 公务员医疗补助缴费 HIGH',
      '30104 其他社会保障缴费 SPLIT 30112 其他社会保障缴费 HIGH',
    ]);
    expect((await crosswalk('ECONOMIC', '30110', 2019, 2017)).mappings.map(brief)).toEqual([
      '30110 职工基本医疗保险缴费 MERGED 30104 其他社会保障缴费 HIGH',
    ]);
  });

  test('an account that no report prints is given too, with what lies above it', async () => {
    const { data } = await ask<{ accounts: { totalCount: number } }>(
      store(),
      '{ accounts(where: { code: { eq: "39903" } }) { totalCount } }',
    );
    expect(data.accounts.totalCount).toBe(0);
    const query = `{ crosswalk(classification: ECONOMIC, code: "39903", fromYear: 2017, toYear: 2018) {
      from { code name lastYear level variants parent { code name } children { code } } to { code parent { code name } } kind confidence
    } }`;
    expect((await ask(store(), query)).data).toEqual({
      crosswalk: [
        {
          from: {
            ...{ code: '39903', name: '补充全国社会保障基金', lastYear: 2017, level: 'GROUP', variants: [] },
            ...{ parent: { code: '399', name: '其他支出' }, children: [] },
          },
          to: { code: '31303', parent: { code: '313', name: '对社会保障基金补助' } },
          ...{ kind: 'MOVED', confidence: 'LOW' },
        },
      ],
    });
  });

  test('224 is new in 2019: ADDED from nothing, and REMOVED when looked at backwards', async () => {
    expect((await crosswalk('FUNCTIONAL', '224', 2017, 2019)).mappings.map(brief)).toEqual([
      '- ADDED 224 灾害防治及应急管理支出 HIGH',
    ]);
    expect((await crosswalk('FUNCTIONAL', '224', 2019, 2017)).mappings.map(brief)).toEqual([
      '224 灾害防治及应急管理支出 REMOVED - HIGH',
    ]);
  });

  test.each([
    ['FUNCTIONAL', '9999999', 2017, 2019, ['no account has the code "9999999"']],
    ['FUNCTIONAL', '30113', 2019, 2020, ['no FUNCTIONAL account has the code "30113"']],
    [
      ...(['ECONOMIC', '30113', 2017, 2019] as const),
      [
        '30113 means nothing in 2017, but from 2018 住房公积金',
        'ask from 2019 to 2017 for what 30113 of 2019 was in 2017',
      ],
    ],
    ['REVENUE', '101', 2017, 2019, ['REVENUE accounts have no codes; FUNCTIONAL and ECONOMIC ones have']],
    ['ECONOMIC', '301', 2005, 2019, ['no list of accounts before 2007 is here, got 2005 and 2019']],
  ])('%s %s of %i in %i: an empty list, and a hint says why', async (classification, code, from, to, hints) => {
    const answer = await crosswalk(classification, code, from, to);
    expect([answer.mappings, answer.hints]).toEqual([[], hints]);
  });

  test('impossible years are refused', async () => {
    const { errors } = await ask(
      store(),
      '{ crosswalk(classification: ECONOMIC, code: "301", fromYear: -1, toYear: 2019) { kind } }',
    );
    expect(errors.map(({ message, extensions }) => [message, extensions?.['code']])).toEqual([
      ['expected years between 0 and 9999, got -1', 'BAD_USER_INPUT'],
    ]);
  });
});
