import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';
import { askSums, brief, codes } from './ask-sums.js';

describe.each(STORE_KINDS)('aggregate on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const sum = (args: string) => askSums(store(), args);
  const refusal = async (args: string): Promise<string | undefined> => {
    const { errors } = await ask(store(), `{ aggregate(${args}) { totalCount } }`);
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    return errors[0]?.message;
  };

  test('EXPENDITURE of 2019 by district: the printed totals, and nothing against adding them', async () => {
    const answer = await sum('where: { statement: [EXPENDITURE], year: { eq: 2019 } }, groupBy: [DISTRICT]');
    // 支出决算表, 合计: 越秀 2795.08, 从化 1303.92.
    expect(brief(answer)).toEqual(['越秀区 2795.08', '从化区 1303.92']);
    expect(answer).toMatchObject({ total: '4099.00', totalCount: 2, verdict: 'COMPARABLE', warnings: [] });
    expect(answer.nodes[0]).toMatchObject({ count: 1, share: '1', year: null, account: null });
    // The release, what there is, the sums, the departments with a report, the names of districts.
    expect(answer.statements).toBe(5);
  });

  test('without any dimension one row, in another unit only the scale', async () => {
    const where = 'where: { statement: [EXPENDITURE], district: { eq: "440117" } }, groupBy: []';
    expect(brief(await sum(where))).toEqual(['1303.92']);
    expect(await sum(`${where}, unit: YUAN`)).toMatchObject({ total: '13039200.00', nodes: [{ sum: '13039200.00' }] });
    expect(await sum(`${where}, unit: YI_YUAN`)).toMatchObject({ total: '0.130392', nodes: [{ sum: '0.130392' }] });
  });

  test('每一级 of 从化 2019: 类, 款 and 项, each with its rests, add up to 合计', async () => {
    const where = 'where: { statement: [EXPENDITURE], district: { eq: "440117" } }, groupBy: [ACCOUNT]';
    // 1303.92 is 0.01 more than the five 类, 43.60 is 0.01 less than its three 项, 1152.17 likewise: within rounding.
    const categories = await sum(`${where}, level: CATEGORY`);
    expect(brief(categories)).toEqual([
      '201 1152.17',
      '206 17.64',
      '208 43.60',
      '213 24.96',
      '221 65.54',
      '0.01 (residual)',
    ]);
    expect(categories).toMatchObject({ total: '1303.92', verdict: 'COMPARABLE' });
    // 1152.17 / 1303.92
    expect(categories.nodes[0]?.share).toBe('0.88362016');
    const groups = await sum(`${where}, level: GROUP`);
    expect(brief(groups)).toEqual([
      '20103 1152.17',
      '20604 17.64',
      '20805 43.60',
      '21305 24.96',
      '22102 65.54',
      '0.01 (residual)',
    ]);
    expect(brief(await sum(`${where}, level: ITEM`))).toEqual([
      ...['2010301 544.95', '2010302 485.32', '2010350 121.91', '20103 -0.01 (residual)', '2060403 17.64'],
      ...['2080501 12.51', '2080505 21.40', '2080506 9.70', '20805 -0.01 (residual)'],
      ...['2130599 24.96', '2210201 65.54', '0.01 (residual)'],
    ]);
    expect(
      await sum('where: { statement: [EXPENDITURE], district: { eq: "440117" }, level: [ITEM] }, groupBy: [ACCOUNT]'),
    ).toEqual(await sum(`${where}, level: ITEM`));
  });

  test('番禺 2023 prints 515.01 more of 20103 than its 项: a row of its own, and a warning', async () => {
    const where = 'statement: [EXPENDITURE], district: { eq: "440113" }';
    const items = await sum(
      `where: { ${where}, accountCode: { startsWith: "20103" } }, groupBy: [ACCOUNT], level: ITEM`,
    );
    expect(brief(items)).toEqual([
      ...['2010301 623.18', '2010302 7806.18', '2010350 301.18', '2010399 683.82', '20103 515.01 (residual)'],
    ]);
    expect(items).toMatchObject({ total: '15094.71', verdict: 'WITH_WARNINGS' });
    expect(items.warnings).toEqual([
      {
        code: 'UNDISCLOSED_RESIDUAL',
        message:
          '番禺区 2023: 20103 政府办公厅(室)及相关机构事务 9929.37万元 is 515.01万元 more than what is printed below it',
      },
    ]);
    // Not by account: 9414.36 = 623.18 + 7806.18 + 301.18 + 683.82, and the rest of 20103. A filter on one 项 has no rest.
    expect(
      brief(await sum(`where: { ${where}, accountCode: { startsWith: "20103" } }, groupBy: [], level: ITEM`)),
    ).toEqual(['9414.36', '515.01 (residual)']);
    expect(brief(await sum(`where: { ${where}, accountCode: { eq: "2010302" } }, groupBy: [YEAR]`))).toEqual([
      '2023 7806.18',
    ]);
    // The 款 itself, which is more than what is below it.
    const group = await sum(`where: { ${where}, accountCode: { eq: "20103" } }, groupBy: []`);
    expect([brief(group), codes(group)]).toEqual([['9929.37'], ['UNDISCLOSED_RESIDUAL']]);
  });

  test('the leaves of the non-tax table by label, and what they leave of its total', async () => {
    const answer = await sum(
      'where: { statement: [NON_TAX_REVENUE], district: { in: ["440104", "440100"] }, amount: { gte: "0.01" } }, groupBy: [DISTRICT, LABEL]',
    );
    expect(brief(answer)).toEqual([
      '广州市 事业单位国有资产处置收入 0.08',
      '广州市 其他利息收入 0.26',
      '广州市 其他收入 0.06',
      '广州市 国库存款利息收入 0.30',
      '广州市 行政单位国有资产出租、出借收入 12.27',
      '广州市 行政单位国有资产处置收入 0.01',
      '越秀区 其他利息收入 0.24',
      '越秀区 行政单位国有资产处置收入 0.18',
      // 六 is 0.41, less 0.24 and 0.18 below it.
      '越秀区 -0.01 (residual)',
    ]);
    const all = await sum('where: { statement: [NON_TAX_REVENUE], year: { eq: 2019 } }, groupBy: [LABEL]');
    expect(all.total).toBe('0.41');
    expect(brief(all).at(-1)).toBe('-0.01 (residual)');
  });

  test('三公: by stage each by itself, else the outturn where there is one; 行政经费 is never added', async () => {
    const stages = await sum('where: { statement: [THREE_OFFICIAL_EXPENSES] }, groupBy: [DISTRICT, STAGE]');
    expect(brief(stages)).toEqual([
      ...['广州市 REVISED_BUDGET 16.46', '广州市 OUTTURN 15.53', '越秀区 ORIGINAL_BUDGET 3.40', '越秀区 OUTTURN 0.78'],
      ...['海珠区 ORIGINAL_BUDGET 5.20', '海珠区 OUTTURN 3.40', '番禺区 ORIGINAL_BUDGET 14.10'],
      ...['从化区 ORIGINAL_BUDGET 3.90', '从化区 OUTTURN 1.90'],
    ]);
    expect(stages).toMatchObject({ total: null, verdict: 'COMPARABLE' });
    // 15.53 + 0.78 + 3.40 + 14.10 + 1.90
    const all = await sum('where: { statement: [THREE_OFFICIAL_EXPENSES] }, groupBy: []');
    expect(brief(all)).toEqual(['35.71']);
    expect([all.verdict, ...codes(all)]).toEqual([
      ...['NOT_COMPARABLE', 'STAGE_MISMATCH', 'YEAR_MISMATCH', 'ENTITY_MISMATCH', 'PARTIAL_COVERAGE'],
    ]);
    const parts = await sum('where: { statement: [THREE_OFFICIAL_EXPENSES], year: { eq: 2023 } }, groupBy: [LABEL]');
    expect(brief(parts)).toEqual([
      ...[
        '(三)公务接待费支出 2.40',
        '1.公务用车购置 0.00',
        '2.公务用车运行维护费 5.70',
        '其中:(一)因公出国(境)支出 6.00',
      ],
    ]);
    expect(parts.total).toBe('14.10');
  });

  test('original budgets of 三公 in budgets and in final accounts are the same money', async () => {
    const answer = await sum('where: { statement: [THREE_OFFICIAL_EXPENSES], stage: [ORIGINAL_BUDGET] }, groupBy: []');
    // 3.40 + 5.20 + 14.10 + 3.90
    expect(brief(answer)).toEqual(['26.60']);
    expect(codes(answer)).toEqual(['YEAR_MISMATCH', 'PARTIAL_COVERAGE']);
  });

  test('tables by unit: the units of both, what is below them, and a unit that prints more than its projects', async () => {
    // 798.67 + 13100.00, 365.04 + 831.00
    const units = await sum('where: { district: { eq: "440113" } }, groupBy: [UNIT]');
    expect(brief(units)).toEqual(['广州市番禺区政务服务中心 1196.04', '广州市番禺区政务服务数据管理局本级 13898.67']);
    expect([units.total, ...codes(units)]).toEqual(['15094.71', 'UNDISCLOSED_RESIDUAL']);
    const projects = await sum(
      'where: { statement: [PROJECT_EXPENDITURE_BY_UNIT] }, groupBy: [UNIT, LABEL], orderBy: SUM_DESC, first: 4, having: { lte: 1000 }',
    );
    expect(brief(projects)).toEqual([
      '后勤保障经费 广州市番禺区政务服务数据管理局本级 733.00',
      '4.弗利辛免费刻章 广州市番禺区政务服务数据管理局本级 705.00',
      '电子公务团队经费 广州市番禺区政务服务数据管理局本级 628.00',
      '广州市番禺区政务服务数据管理局本级 515.00 (residual)',
    ]);
    expect(projects).toMatchObject({ total: '13931.00' });
    // 692.53 + 336.99, 70.17 + 28.05, 35.98; 798.67 is 0.01 less than the first unit's three.
    const categories = await sum(
      'where: { statement: [BASIC_EXPENDITURE_BY_UNIT] }, groupBy: [ACCOUNT], level: CATEGORY',
    );
    expect(brief(categories)).toEqual(['301 1029.52', '302 98.22', '303 35.98', '-0.01 (residual)']);
  });

  test('basic and project expenditure of a budget are added, other statements are not', async () => {
    const where = 'classification: [ECONOMIC], accountCode: { in: ["302", "310"] }, year: { eq: 2023 }';
    const both = 'statement: [GENERAL_PUBLIC_BASIC_EXPENDITURE, GENERAL_PUBLIC_PROJECT_EXPENDITURE]';
    const answer = await sum(`where: { ${where}, ${both} }, groupBy: [STATEMENT, ACCOUNT]`);
    expect(brief(answer)).toEqual([
      'GENERAL_PUBLIC_BASIC_EXPENDITURE 302 98.22',
      'GENERAL_PUBLIC_PROJECT_EXPENDITURE 302 8329.61',
      'GENERAL_PUBLIC_PROJECT_EXPENDITURE 310 4854.57',
    ]);
    expect(brief(await sum(`where: { ${where}, ${both} }, groupBy: [ACCOUNT]`))).toEqual([
      '302 8427.83',
      '310 4854.57',
    ]);
    expect(
      await refusal('where: { year: { eq: 2019 }, flow: [EXPENDITURE], accountCode: { eq: "201" } }, groupBy: []'),
    ).toBe(
      'expected one statement: REVENUE_EXPENDITURE_SUMMARY, EXPENDITURE, APPROPRIATION_SUMMARY, GENERAL_PUBLIC_EXPENDITURE all fit; ask where: { statement: [EXPENDITURE] } or groupBy: [STATEMENT]',
    );
  });

  test('the sides of a summary: 类 below 本年支出合计, all lines and balances below 总计', async () => {
    const where = 'where: { statement: [REVENUE_EXPENDITURE_SUMMARY], district: { eq: "440117" }';
    expect(brief(await sum(`${where} }, groupBy: [FLOW]`))).toEqual(['REVENUE 1316.18', 'EXPENDITURE 1303.92']);
    const categories = await sum(
      `${where}, flow: [EXPENDITURE] }, groupBy: [ACCOUNT], level: CATEGORY, having: { gte: "0.01" }`,
    );
    expect(brief(categories)).toEqual([
      '201 1152.17',
      '206 17.64',
      '208 43.60',
      '213 24.96',
      '221 65.54',
      '0.01 (residual)',
    ]);
    // No 款 below them: each 类 is all rest.
    const groups = await sum(`${where}, flow: [EXPENDITURE] }, groupBy: [ACCOUNT], level: GROUP, first: 2`);
    expect(brief(groups)).toEqual(['201 1152.17 (residual)', '206 17.64 (residual)']);
    expect(groups.verdict).toBe('COMPARABLE');
    // 1344.33 is 0.01 more than 1316.18 + 28.14.
    const lines = await sum(`${where}, flow: [REVENUE] }, groupBy: [LABEL], having: { gte: "0.01" }`);
    expect(brief(lines)).toEqual(['一、一般公共预算财政拨款收入 1316.18', '年初结转和结余 28.14', '0.01 (residual)']);
    expect(lines.total).toBe('1344.33');
  });

  test('parts of one column each by themselves, overlapping ones without a total', async () => {
    const where = 'statement: [EXPENDITURE], year: { eq: 2020 }, district: { eq: "440100" }';
    const some = await sum(`where: { ${where}, part: [BASIC, PROJECT] }, groupBy: [PART]`);
    expect([brief(some), some.total]).toEqual([['BASIC 9314.19', 'PROJECT 26830.62'], '36144.81']);
    const all = await sum(`where: { ${where} }, groupBy: [PART]`);
    expect([brief(all).slice(0, 2), all.total]).toEqual([['TOTAL 36144.80', 'BASIC 9314.19'], null]);
    expect(
      brief(
        await sum(
          'where: { statement: [REVENUE], district: { eq: "440100" }, fund: [APPROPRIATION, OTHER] }, groupBy: [FUND]',
        ),
      ),
    ).toEqual(['APPROPRIATION 36145.11', 'OTHER 0.16']);
  });

  test('a code of two meanings is two rows, and added is not comparable', async () => {
    const where = 'where: { accountCode: { eq: "30311" } }';
    const apart = await sum(`${where}, groupBy: [ACCOUNT]`);
    expect(apart.nodes.map(({ account, sum: own }) => [account?.name, account?.edition, own])).toEqual([
      ['住房公积金', 2007, '103.01'],
      ['代缴社会保险费', 2020, '0.00'],
    ]);
    expect(codes(apart)).toEqual(['PARTIAL_COVERAGE']);
    const together = await sum(`${where}, groupBy: []`);
    expect(together).toMatchObject({ verdict: 'NOT_COMPARABLE', nodes: [{ sum: '103.01', count: 2 }] });
    expect(codes(together)).toEqual(expect.arrayContaining(['CODE_REUSED', 'YEAR_MISMATCH']));
    expect(codes(await sum(`${where}, groupBy: [YEAR]`))).toEqual(['PARTIAL_COVERAGE']);
  });

  test('a code whose content or name changed is said to have, where its years are added', async () => {
    const broken = await sum(
      'where: { statement: [GENERAL_PUBLIC_BASIC_EXPENDITURE], accountCode: { eq: "301" } }, groupBy: []',
    );
    expect(broken.warnings).toContainEqual({
      code: 'CLASSIFICATION_BREAK',
      message: expect.stringMatching(/^301, 2017 and 2023 added: .+ \(2018\) — the account changed$/),
    });
    const renamed = await sum('where: { statement: [EXPENDITURE], accountCode: { eq: "210" } }, groupBy: [ACCOUNT]');
    expect(renamed.warnings).toContainEqual({
      code: 'ACCOUNT_RENAMED',
      message: '210, 2017 and 2020 added: 医疗卫生与计划生育支出 became 卫生健康支出 (2019)',
    });
    expect(codes(await sum('where: { statement: [EXPENDITURE] }, level: CATEGORY, groupBy: []'))).not.toContain(
      'ACCOUNT_RENAMED',
    );
  });

  test('years, stages, bodies and definitions that are added are named, each reason once', async () => {
    const answer = await sum('where: { statement: [EXPENDITURE] }, groupBy: []');
    // 36144.80 + 2795.08 + 3077.07 + 15094.71 + 1303.92
    expect(brief(answer)).toEqual(['58415.58']);
    expect(answer.verdict).toBe('NOT_COMPARABLE');
    expect(answer.warnings.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'STAGE_MISMATCH 番禺区 2023: original budget (年初预算数); 海珠区 2017, 越秀区 2019, 从化区 2019 and 1 more: outturn (决算数) — not one stage of the money',
      'YEAR_MISMATCH figures of 2017, 2019, 2020, 2023 are added',
      'ENTITY_MISMATCH 海珠区 2017, 越秀区 2019, 从化区 2019 and 1 more: a district or county; 广州市 2020: a city — bodies of different levels',
      "DEFINITION_DIFFERS 番禺区 2023: a budget; 海珠区 2017, 越秀区 2019, 从化区 2019 and 1 more: final accounts — a budget's total has balances and transfers in it, that of final accounts has not",
      'PARTIAL_COVERAGE 2017 is a sum over 1 of 5 departments (without 广州市, 越秀区, 番禺区 and 1 more); 2019 is a sum over 2 of 5 departments (without 广州市, 海珠区, 番禺区); 2020 is a sum over 1 of 5 departments (without 越秀区, 海珠区, 番禺区 and 1 more) and 1 more — the others have no report of that year',
    ]);
    expect(await sum('where: { statement: [EXPENDITURE] }, groupBy: [DISTRICT]')).toMatchObject({
      verdict: 'COMPARABLE',
    });
  });

  test('the total by its label; a field of the filter that asks for nothing is none', async () => {
    const where = 'statement: [EXPENDITURE], year: { eq: 2019 }';
    const totals = ['越秀区 2795.08', '从化区 1303.92'];
    expect(brief(await sum(`where: { ${where}, label: { eq: "合计" } }, groupBy: [DISTRICT]`))).toEqual(totals);
    // 一般公共预算财政拨款基本支出决算表, 人员经费合计 of 从化.
    const one = 'statement: [GENERAL_PUBLIC_BASIC_EXPENDITURE], district: { eq: "440117" }';
    const [personnel] = (await sum(`where: { ${one}, label: { eq: "人员经费合计" } }, groupBy: []`)).nodes;
    expect(personnel).toMatchObject({ sum: '745.87', count: 1 });
    for (const empty of ['label: {}', 'unitName: { eq: null }', 'accountCode: {}', 'amount: {}', 'leaf: null'])
      expect(brief(await sum(`where: { ${where}, ${empty} }, groupBy: [DISTRICT]`))).toEqual(totals);
    const items = `where: { ${where}, amount: {}, district: { eq: "440117" } }, groupBy: [], level: ITEM`;
    // Rests of 20103 and 20805, -0.01 each, and of 合计, 0.01.
    expect(brief(await sum(items))).toEqual(['1303.93', '-0.01 (residual)']);
  });

  test('balances of 政府性基金 are not added to what flows, nor opening ones to closing ones', async () => {
    const where = 'where: { statement: [GOVERNMENT_FUND], district: { eq: "440117" } }';
    expect(brief(await sum(`${where}, groupBy: [FLOW]`))).toEqual(['REVENUE 0.00', 'EXPENDITURE 0.00']);
    expect(brief(await sum(`${where}, groupBy: [FLOW, PART], having: { lte: 0 }`))).toEqual([
      'REVENUE TOTAL 0.00',
      ...['EXPENDITURE TOTAL 0.00', 'EXPENDITURE BASIC 0.00', 'EXPENDITURE PROJECT 0.00'],
      ...['OPENING 0.00', 'CLOSING 0.00'],
    ]);
  });

  test('what is noted of a figure, where its account is added by itself', async () => {
    const where = 'where: { statement: [EXPENDITURE], district: { eq: "440104" }';
    const note =
      '广州市越秀区政务服务数据管理局 2019: 1596.43, mainly for building the information systems of the whole district (its report of 2019, 财政拨款支出说明: 主要用于区政务信息化建设支出)';
    const noted = await sum(`${where}, accountCode: { startsWith: "206" } }, groupBy: [], level: ITEM`);
    expect([brief(noted), noted.warnings]).toEqual([['1596.43'], [{ code: 'ONE_OFF', message: note }]]);
    expect(codes(await sum(`${where} }, groupBy: [ACCOUNT], level: ITEM`))).toEqual(['ONE_OFF']);
    expect(codes(await sum(`${where} }, groupBy: [ACCOUNT], level: CATEGORY`))).toEqual([]);
    expect(codes(await sum(`${where} }, groupBy: [], level: ITEM`))).toEqual([]);
  });

  test('nothing added is not comparable', async () => {
    const empty = { nodes: [], totalCount: 0, total: null, verdict: 'NOT_COMPARABLE', warnings: [] };
    expect(await sum('where: { statement: [EXPENDITURE], year: { eq: 2031 } }, groupBy: []')).toMatchObject(empty);
    // A row too few is no empty answer.
    expect(await sum('where: { statement: [EXPENDITURE] }, groupBy: [], having: { gte: 1000000 }')).toMatchObject({
      ...{ nodes: [], totalCount: 0, total: '58415.58', verdict: 'NOT_COMPARABLE' },
      hints: undefined,
    });
  });

  test('coverage and release, in as many statements for many rows as for one', async () => {
    const query = (
      where: string,
    ) => `{ aggregate(where: { statement: [EXPENDITURE], ${where} }, groupBy: [DISTRICT, DEPARTMENT, ACCOUNT], level: ITEM) {
      nodes { district { name } department { name } account { name } sum } coverage { districtsPresent districtsTotal cells { year } } release { id } } }`;
    const [one, all] = [await ask(store(), query('district: { eq: "440117" }')), await ask(store(), query(''))];
    expect(all.data).toMatchObject({
      aggregate: { coverage: { districtsPresent: 4, districtsTotal: 11, cells: [{}, {}, {}, {}, {}] } },
    });
    // The release, what there is, the sums, coverage, districts, departments, accounts.
    expect([one.statements, all.statements]).toEqual([7, 7]);
  });
});
