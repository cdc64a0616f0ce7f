import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

/** Query, its hints, and its statements: one or two for the list, one for the release, one for account codes on no list, the others for the hints. */
type Case = readonly [query: string, hints: readonly string[], statements: number];

const items = (where: string): string => `{ lineItems(where: { ${where} }) { totalCount } }`;
const compare = (input: string): string =>
  `{ compare(input: { metrics: [{ key: EXPENDITURE }], ${input} }) { verdict } }`;
const ofAccount = (classification: string, code: string): string =>
  `{ compare(input: { metrics: [{ account: { classification: ${classification}, code: "${code}" } }], districts: ["440117"], years: [2019] }) { verdict } }`;

const YEARS = 'years with reports: 2017, 2019–2020, 2023';

const NOTHING: readonly Case[] = [
  [items('district: { eq: "440117" }'), [], 2],
  [items('district: { in: ["440117"] }, year: { eq: 2019 }, accountCode: { eq: "2010301" }'), [], 2],
  ['{ lineItems(where: { district: { startsWith: "9" } }) { totalCount } }', [], 2],
  ['{ lineItems(where: { district: { in: [] } }, first: 0) { totalCount } }', [], 2],
  ['{ lineItems(where: { label: { eq: "没有这个" } }) { nodes { id } } }', [], 2],
  [compare('districts: ["440117", "440104"], years: [2019]'), [], 3],
];

const OVER = '{ key: EXPENDITURE, over: { key: REVENUE }';
const NAMESAKES: readonly Case[] = [
  [
    `{ compare(input: { metrics: [{ key: EXPENDITURE }, ${OVER} }], districts: ["440117"], years: [2019] }) { verdict } }`,
    ['more than one metric is called EXPENDITURE in the answer: give each a `name`'],
    3,
  ],
  [
    `{ compare(input: { metrics: [{ key: EXPENDITURE }, ${OVER}, name: "x" }], districts: ["440117"], years: [2019] }) { verdict } }`,
    [],
    3,
  ],
];

const DIVISIONS: readonly Case[] = [
  [
    items('district: { eq: "440199" }'),
    ['no division has the code "440199"; near: 440118 增城区, 440117 从化区, 440115 南沙区'],
    2,
  ],
  [
    items('district: { eq: "441017" }'),
    ['no division has the code "441017"; near: 440117 从化区, 441427 蕉岭县, 440118 增城区'],
    2,
  ],
  [items('district: { eq: "从化区" }'), ['no division has the code "从化区"; near: 440117 从化区'], 2],
  [items('district: { eq: "Conghua" }'), ['no division has the code "Conghua"; near: 440117 从化区'], 2],
  [items('district: { eq: "440103" }'), ['no report of 440103 荔湾区 is here'], 3],
  [items('district: { eq: "440000" }'), ['no report of 440000 广东省 itself is here'], 3],
  [
    items('district: { in: ["440117", "440103", "x"] }'),
    ['no report of 440103 荔湾区 is here', 'no division has the code "x"'],
    3,
  ],
  ['{ districts(where: { code: { eq: "440000" } }) { name } }', [], 2],
  [
    '{ districts(where: { code: { eq: "110000" } }) { name } }',
    ['no report of 110000 北京市 or of a division below is here'],
    3,
  ],
  [
    '{ districts(where: { name: { eq: "从化" } }) { name } }',
    ['no division has the name "从化"; near: 440117 从化区'],
    3,
  ],
  [
    '{ districts(where: { name: { eq: "荔湾区" } }) { name } }',
    ['no report of 440103 荔湾区 or of a division below is here'],
    3,
  ],
  ['{ reports(where: { district: { eq: "440103" } }) { nodes { id } } }', ['no report of 440103 荔湾区 is here'], 3],
  [
    '{ performanceIndicators(where: { evaluation: { district: { eq: "440103" } } }) { totalCount nodes { id } } }',
    ['no report of 440103 荔湾区 is here'],
    4,
  ],
  ['{ evaluations(where: { year: { eq: 2018 } }) { nodes { id } } }', [`no report of 2018 is here; ${YEARS}`], 4],
];

const BODIES: readonly Case[] = [
  [
    '{ departments(where: { body: { eq: "政务数据管理局" } }) { totalCount } }',
    ['no body has the name "政务数据管理局"; near: 政务服务数据管理局'],
    4,
  ],
  [
    '{ departments(where: { name: { eq: "广州市从化区数据管理局" } }) { nodes { id } } }',
    [
      'no department has the name "广州市从化区数据管理局"; near: 广州市从化区政务服务数据管理局, 广州市政务服务数据管理局, 广州市海珠区政务服务数据管理局',
    ],
    4,
  ],
  ['{ department(id: "no such") { id } }', ['no department has the id "no such"'], 3],
  [
    '{ department(id: "440117") { id } }',
    ['no department has the id "440117"; it is the code of 从化区, for `district`'],
    3,
  ],
  ['{ report(id: "no.such") { id } }', ['no report has the id "no.such"'], 3],
  ['{ release(id: "such") { id } }', ['no release has the id "such"'], 3],
  ['{ comparison(id: "such") { id } }', ['no comparison has the id "such"'], 3],
  [items('report: { in: ["a.b", "c"] }'), ['no report has the id "a.b"', 'no report has the id "c"'], 3],
];

const ACCOUNTS: readonly Case[] = [
  [
    items('accountCode: { eq: "2010331" }'),
    ['no account has the code "2010331"; near: 2010301 行政运行, 2010350 事业运行, 2010303 机关服务'],
    4,
  ],
  [
    items('accountCode: { eq: "住房公积金" }'),
    ['no account has the code "住房公积金"; near: 2210201 住房公积金, 30113 住房公积金, 30311 住房公积金'],
    3,
  ],
  [items('accountCode: { eq: "30703" }'), ['no figure of 30703 国内债务发行费用 is here'], 3],
  [
    items('accountCode: { eq: "30311" }, year: { eq: 2019 }'),
    ['30311 means nothing in 2019, but 2007–2017 住房公积金, from 2020 代缴社会保险费'],
    3,
  ],
  [
    '{ accounts(where: { name: { eq: "医疗卫生与计划生育支出" } }) { totalCount } }',
    ['no account has the name "医疗卫生与计划生育支出"; near: 210 卫生健康支出'],
    3,
  ],
  [
    '{ accounts(where: { name: { eq: "年初结转结余" } }) { totalCount } }',
    ['no account has the name "年初结转结余"; near: 年初结转和结余, 年末结转和结余'],
    3,
  ],
  [
    ofAccount('FUNCTIONAL', '2010331'),
    ['no account has the code "2010331"; near: 2010301 行政运行, 2010350 事业运行, 2010303 机关服务'],
    6,
  ],
  [
    ofAccount('ECONOMIC', '30311'),
    ['30311 means nothing in 2019, but 2007–2017 住房公积金, from 2020 代缴社会保险费'],
    3,
  ],
];

const COMPARISONS: readonly Case[] = [
  [items('year: { in: [2018, 2019, 2031] }'), [`no report of 2018, 2031 is here; ${YEARS}`], 4],
  [
    compare('districts: ["440117", "440103", "440199"], years: [2019, 2031]'),
    [
      'no report of 440103 荔湾区 is here',
      'no division has the code "440199"; near: 440118 增城区, 440117 从化区, 440115 南沙区',
      `no report of 2031 is here; ${YEARS}`,
    ],
    5,
  ],
  [compare('departments: ["no such"], years: [2019]'), ['no department has the id "no such"'], 5],
  [
    compare('of: DEPARTMENT, where: { body: { eq: "政务数据局" } }'),
    ['no body has the name "政务数据局"; near: 政务服务数据管理局'],
    5,
  ],
  [
    compare('districts: ["440117"], years: [2019], baseline: { district: "440199" }'),
    ['no division has the code "440199"; near: 440118 增城区, 440117 从化区, 440115 南沙区'],
    4,
  ],
  ['{ compare(input: { metrics: [] }) { verdict } }', ['nothing is compared: `metrics` is an empty list'], 3],
  [
    compare('districts: [], years: []'),
    ['`districts`', '`years`'].map((name) => `nothing is compared: ${name} is an empty list`),
    3,
  ],
  [compare('stages: []'), ['nothing is compared: `stages` is an empty list'], 3],
  [
    compare('where: { body: { contains: "no such" } }'),
    ['nothing is compared: no report of what was asked for is here'],
    3,
  ],
];

const sums = (where: string, level = ''): string =>
  `{ aggregate(where: { ${where} }, groupBy: []${level}) { totalCount total } }`;
const above = 'statement: [EXPENDITURE], year: { eq: 2023 }, accountCode: { eq: "20103" }';
const SUMS: readonly Case[] = [
  [sums('statement: [EXPENDITURE], district: { in: ["440117", "440104"] }'), [], 4],
  [sums('statement: [EXPENDITURE], year: { eq: 2031 }'), [`no report of 2031 is here; ${YEARS}`], 4],
  [sums('statement: []'), ['nothing is added: `statement` is an empty list'], 2],
  [sums('statement: [EXPENDITURE], level: []'), ['nothing is added: `level` is an empty list'], 2],
  [
    sums(above, ', level: ITEM'),
    [
      'only rests are added: of what fits no row is of the level that is added; ask level: GROUP or accountCode: { startsWith: "20103" }',
    ],
    4,
  ],
  [
    sums(above, ', level: CATEGORY'),
    ['nothing is added: of what fits no row is of the level that is added; ask level: GROUP'],
    4,
  ],
  [sums('year: { in: [] }'), ['nothing is added: `year` is an empty list'], 2],
  [sums('statement: [EXPENDITURE], amount: { gte: 1000000 }'), ['nothing is added: no line item fits'], 2],
  [
    sums('statement: [EXPENDITURE], label: { eq: "一般公共服务支出" }'),
    ['nothing is added: of what fits no row is of the level that is added; ask level: CATEGORY'],
    2,
  ],
];

describe.each(STORE_KINDS)('hints of the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const check = async ([query, hints, statements]: Case): Promise<void> => {
    const { extensions, errors, ...reply } = await ask(store(), query);
    expect(errors).toEqual([]);
    expect(extensions['hints'] ?? []).toEqual(hints);
    expect(reply.statements).toBe(statements);
  };

  test.each(NOTHING)('what is known or no name needs none: %s', (...own) => check(own));
  test.each(NAMESAKES)('metrics of one name are to be told apart: %s', (...own) => check(own));
  test.each(DIVISIONS)('divisions, by code and name: %s', (...own) => check(own));
  test.each(BODIES)('departments, bodies, reports, releases: %s', (...own) => check(own));
  test.each(ACCOUNTS)('accounts, by code, name and year: %s', (...own) => check(own));
  test.each(SUMS)('sums of what is known need none, of nothing one: %s', (...own) => check(own));
  test.each(COMPARISONS)('years, and what is compared: %s', (...own) => check(own));

  test('a name where an id is wanted leads to the id', async () => {
    const { data } = await ask<{ departments: { nodes: { id: string; name: string }[] } }>(
      store(),
      '{ departments(where: { district: { eq: "440117" } }) { nodes { id name } } }',
    );
    const [own] = data.departments.nodes;
    const { extensions } = await ask(
      store(),
      `{ reports(where: { department: { eq: "${own?.name}" } }) { totalCount } }`,
    );
    expect(extensions['hints']).toEqual([`no department has the id "${own?.name}"; near: ${own?.id} ${own?.name}`]);
  });

  test('ten hints at most, and each once, however often it is asked for', async () => {
    const codes = Array.from({ length: 30 }, (_, place) => `"9${place}"`).join(', ');
    const query = `{ a: lineItems(where: { district: { in: [${codes}] } }) { totalCount nodes { id } } b: reports(where: { district: { in: [${codes}] } }) { totalCount } }`;
    const { extensions, statements } = await ask(store(), query);
    expect(extensions['hints']).toHaveLength(10);
    expect((extensions['hints'] as string[]).at(-1)).toBe('and 21 more that nothing here bears');
    expect(statements).toBe(4);
  });

  test('an empty page after the last is no empty list', async () => {
    const query =
      'query ($after: String) { reports(where: { district: { eq: "440117" } }, after: $after) { nodes { id } pageInfo { endCursor } } }';
    const first = await ask<{ reports: { pageInfo: { endCursor: string } } }>(store(), query);
    const { data, extensions, statements } = await ask(store(), query, {
      after: first.data.reports.pageInfo.endCursor,
    });
    expect(data).toMatchObject({ reports: { nodes: [] } });
    expect([extensions['hints'], statements]).toEqual([undefined, 2]);
  });
});
