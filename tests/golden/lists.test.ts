import { assertObjectType } from 'graphql';
import { makeSchema } from '../../src/api/schema.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

interface Connection<T> {
  totalCount: number;
  nodes: T[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

type Rows = Readonly<Record<string, unknown>>;
interface Page {
  readonly nodes?: readonly Rows[];
  readonly edges?: readonly { readonly node: Rows }[];
}
interface Pages {
  readonly lineItems?: Page;
  readonly reports?: { readonly nodes: readonly { readonly lineItems: Page }[] };
}
const rowsIn = ({ nodes, edges }: Page = {}): Rows[] => [...(nodes ?? []), ...(edges ?? []).map(({ node }) => node)];

describe.each(STORE_KINDS)('lists over the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);

  test('pages join to the whole list, each row once', async () => {
    const query = `query ($after: String) {
      lineItems(where: { year: { eq: 2019 }, statement: [EXPENDITURE] }, first: 100, after: $after) {
        totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    for (let more = true; more;) {
      const reply: { data: { lineItems: Connection<{ id: string }> } } = await ask(store(), query, { after });
      const { nodes, pageInfo, totalCount } = reply.data.lineItems;
      expect(pageInfo.hasPreviousPage).toBe(seen.length > 0);
      seen.push(...nodes.map(({ id }) => id));
      ({ endCursor: after } = pageInfo);
      more = pageInfo.hasNextPage;
      total = totalCount;
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  test('first: 0 counts, and reads no rows', async () => {
    const { data, statements } = await ask<{ lineItems: { totalCount: number } }>(
      store(),
      '{ lineItems(where: { report: { in: [] } }, first: 0) { totalCount } }',
    );
    expect([data.lineItems.totalCount, statements]).toEqual([0, 2]);
  });

  test('each field of a row alone is what it is among all, wherever the row stands, however it is asked for', async () => {
    const type = assertObjectType((await makeSchema()).getType('LineItem'));
    const below: Readonly<Record<string, string>> = {
      ...{ account: '{ id name }', department: '{ id }', fiscalYear: '{ year }', report: '{ id }' },
      ...{ source: '{ table section line page text report { id } }' },
    };
    const fields = Object.keys(type.getFields()).map((name) => `${name} ${below[name] ?? ''}`);
    const forms: readonly ((own: string) => string)[] = [
      (own) => `{ lineItems(first: 7) { nodes { ${own} } } }`,
      (own) => `{ reports(first: 2) { nodes { lineItems(first: 7) { edges { node { ...own } } } } } }
        fragment own on LineItem { ... on Printed { __typename } ...more } fragment more on LineItem { ${own} }`,
    ];
    for (const form of forms) {
      const rowsOf = async (own: string): Promise<Rows[]> => {
        const { data, errors } = await ask<Pages>(store(), form(own));
        expect(errors).toEqual([]);
        return (data.lineItems ? [data] : (data.reports?.nodes ?? [])).flatMap(({ lineItems }) => rowsIn(lineItems));
      };
      const whole = await rowsOf(fields.join(' '));
      expect(whole.length).toBeGreaterThanOrEqual(7);
      for (const field of fields) {
        const name = field.split(' ')[0] as string;
        expect((await rowsOf(field)).map((row) => row[name])).toEqual(whole.map((row) => row[name]));
      }
    }
  });

  test('the three official expenses of 越秀 2019 with their printed row', async () => {
    const query = `{
      lineItems(where: { district: { eq: "440104" }, statement: [THREE_OFFICIAL_EXPENSES], stage: [OUTTURN], column: { eq: 7 } }) {
        nodes { label column columnLabel flow stage fund part leaf unitName labelUncertain amount yuan: amount(unit: YUAN)
          account { classification code name level edition parent { id } children { id } } fiscalYear { year }
          report { kind revision supersedes { id } supersededBy { id } } department { name } source { table line text report { sha256 } } }
      }
    }`;
    const { data } = await ask<{ lineItems: Connection<Record<string, unknown>> }>(store(), query);
    expect(data.lineItems.nodes).toEqual([
      {
        ...{ label: '合计', column: 7, columnLabel: '决算数 合计', flow: 'EXPENDITURE', stage: 'OUTTURN' },
        ...{ fund: 'GENERAL_PUBLIC', part: 'TOTAL', leaf: false, unitName: null, labelUncertain: false },
        ...{ amount: '0.78', yuan: '7800.00', fiscalYear: { year: 2019 } },
        account: {
          ...{ classification: 'BALANCE', code: null, name: '三公经费', level: null, edition: 2007 },
          ...{ parent: null, children: [] },
        },
        report: { kind: 'FINAL_ACCOUNTS', revision: 1, supersedes: null, supersededBy: null },
        department: { name: '广州市越秀区政务服务数据管理局' },
        source: {
          table: expect.stringContaining('三公'),
          line: 856,
          text: expect.stringContaining('3.40 0.00 2.50 0.00 2.50 0.90 0.78'),
          report: { sha256: expect.stringMatching(/^86f59035/) },
        },
      },
    ]);
  });

  test('accounts are found by code and by name, former ones too; a 款 lies in its 类', async () => {
    const query = `query ($search: String) { accounts(search: $search, where: { level: [CATEGORY, GROUP] }) { nodes { code name parent { code } } } }`;
    const find = async (search: string) =>
      (await ask<{ accounts: Connection<{ code: string; name: string }> }>(store(), query, { search })).data.accounts
        .nodes;
    expect((await find('20103')).map(({ code }) => code)).toContain('20103');
    expect((await find('卫生健康')).map(({ code }) => code)).toContain('210');
    expect((await find('医疗卫生与计划生育')).map(({ code }) => code)).toContain('210');
    expect((await find('weisheng jiankang')).map(({ code }) => code)).toContain('210');
    expect((await find('wsjk')).map(({ code }) => code)).toContain('210');
    expect(await find('20103')).toContainEqual(expect.objectContaining({ code: '20103', parent: { code: '201' } }));
  });

  test('departments side by side, by id and as peers of one body', async () => {
    const { data } = await ask<{ departments: Connection<{ id: string; district: { code: string } }> }>(
      store(),
      '{ departments { nodes { id body formerNames district { code } } } }',
    );
    const ids = data.departments.nodes.filter(({ district }) => /17$|04$/.test(district.code)).map(({ id }) => id);
    const query = `query ($input: CompareInput!) { compare(input: $input) { verdict cells { department { body } district { code } value rank } } }`;
    const metrics = [{ key: 'EXPENDITURE' }];
    const byId = await ask<{ compare: unknown }>(store(), query, {
      input: { metrics, departments: ids, years: [2019] },
    });
    const expected = [
      { district: { code: '440104' }, value: '2795.08', rank: 1 },
      { district: { code: '440117' }, value: '1303.92', rank: 2 },
    ].map((cell) => ({ department: { body: '政务服务数据管理局' }, ...cell }));
    expect(byId.data.compare).toEqual({ verdict: 'COMPARABLE', cells: expected });
    const where = { body: { eq: '政务服务数据管理局' }, district: { in: ['440104', '440117'] } };
    const peers = await ask<{ compare: unknown }>(store(), query, {
      input: { metrics, of: 'DEPARTMENT', where, years: [2019] },
    });
    expect(peers.data.compare).toEqual({ verdict: 'COMPARABLE', cells: expected });
  });

  test('a department knows its former name; unknown ids are null', async () => {
    const query = `{
      districts(where: { code: { eq: "440105" } }) { name nameEn parent { code parent { code parent { code } } } departments { id formerNames years { year } } }
      department(id: "unknown") { id } report(id: "unknown") { id } release(id: "unknown") { id }
    }`;
    const { data, errors } = await ask<Record<string, unknown>>(store(), query);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      districts: [
        {
          ...{ name: '海珠区', nameEn: 'Haizhu District' },
          parent: { code: '440100', parent: { code: '440000', parent: null } },
          departments: [
            { id: expect.any(String), formerNames: ['广州市海珠区人民政府政务管理办公室'], years: [{ year: 2017 }] },
          ],
        },
      ],
      ...{ department: null, report: null, release: null },
    });
  });

  test('the self-assessment of a project of the city 2020, found by its scope, with its printed total and its report', async () => {
    const query = `{
      evaluations(where: { scope: [PROJECT], district: { eq: "440100" } }) {
        totalCount nodes { id scope name evaluator weight score source { line } report { title evaluations { id } } indicators { evaluation { id } } }
      }
    }`;
    const { data, errors, statements } = await ask<{ evaluations: Connection<Record<string, unknown>> }>(
      store(),
      query,
    );
    expect(errors).toEqual([]);
    const [own] = data.evaluations.nodes;
    expect([data.evaluations.totalCount, own]).toEqual([
      1,
      expect.objectContaining({
        ...{ scope: 'PROJECT', name: '政务服务数据事业发展经费项目', evaluator: 'SELF', weight: null, score: '99.84' },
        report: {
          title: '2020年广州市政务服务数据管理局部门决算',
          // of the department, and of the project
          evaluations: [{ id: expect.any(String) }, { id: own?.['id'] }],
        },
      }),
    ]);
    // count and page; reports, their evaluations; indicators, and back; the release
    expect(statements).toBe(7);
  });

  test('releases, the newest first: one after each import, that of nothing last', async () => {
    const query = '{ releases { totalCount nodes { id reports lineItems createdAt } } release { id reports } }';
    const { data, extensions } = await ask<{ releases: Connection<{ id: string; reports: number }>; release: unknown }>(
      store(),
      query,
    );
    expect(data.releases.totalCount).toBe(6);
    expect(data.releases.nodes.map(({ reports }) => reports)).toEqual([5, 4, 3, 2, 1, 0]);
    const [newest] = data.releases.nodes;
    expect(data.release).toEqual({ id: newest?.id, reports: 5 });
    expect(extensions['release']).toBe(newest?.id);
  });

  test('indicators lead to their evaluation, their report and their row', async () => {
    const query = `{ performanceIndicators(first: 5, where: { district: { eq: "440100" } }) { totalCount nodes { name target actual weight score source { line } report { title } evaluation { scope evaluator indicators { id } report { id } } } } }`;
    const { data, errors } = await ask<{ performanceIndicators: Connection<{ report: { title: string } }> }>(
      store(),
      query,
    );
    expect(errors).toEqual([]);
    expect(data.performanceIndicators.totalCount).toBeGreaterThan(0);
    expect(data.performanceIndicators.nodes[0]?.report.title).toBe('2020年广州市政务服务数据管理局部门决算');
  });

  const STATISTICS = 'kind district { code name parent { code } } year value vintage source';
  type Listed = { kind: string; district: { code: string } | null; year: number; value: string; vintage: string };

  test('the populations of 从化, the newest vintage of a year first, each with its source', async () => {
    const { data, extensions, statements } = await ask<{ statistics: Listed[] }>(
      store(),
      `{ statistics(district: "440117", years: [2019, 2020, 2023]) { ${STATISTICS} } }`,
    );
    const district = { code: '440117', name: '从化区', parent: { code: '440100' } };
    const own = { kind: 'POPULATION', district, source: expect.stringMatching(/./) };
    expect(data.statistics).toEqual([
      { ...own, year: 2019, value: '64.95', vintage: '2020-03 first published' },
      { ...own, year: 2020, value: '71.77', vintage: '2021-05 census of 2020-11-01' },
      { ...own, year: 2023, value: '73.26', vintage: '2024-04 first published' },
    ]);
    expect(extensions['hints']).toBeUndefined();
    // The statistics, districts and what lies above, the release.
    expect(statements).toBe(4);
  });

  test('statistics of all districts and of the country, by kind, district, year and vintage, by as many statements', async () => {
    const { data, statements } = await ask<{ statistics: Listed[] }>(
      store(),
      `{ statistics(years: [2019, 2020]) { ${STATISTICS} } }`,
    );
    const briefly = data.statistics.map((own) => [own.district?.code ?? null, own.year, own.value]);
    expect(briefly.slice(0, 4)).toEqual([
      ['440100', 2019, '1831.21'],
      ['440100', 2019, '1530.59'],
      ['440100', 2020, '1874.03'],
      ['440100', 2020, '1867.66'],
    ]);
    expect(briefly.slice(-2)).toEqual([
      [null, 2019, '110.81'],
      [null, 2020, '111.50'],
    ]);
    expect(briefly).toContainEqual(['440106', 2020, '224.18']);
    expect(statements).toBe(4);
  });

  // 000:109 and 002:169 over the populations first published: 1303.92 / 64.95 and 2795.08 / 120.97
  test('a cell names the statistics that it was normalised by; of a vintage that does not cover it there are none', async () => {
    const query = `query ($vintage: String) {
      compare(input: { metrics: [{ key: EXPENDITURE }], districts: ["440117", "440104"], years: [2019], normalise: PER_CAPITA, vintage: $vintage }) {
        verdict cells { value unit missing statistics { kind district { code } year value vintage } }
      }
    }`;
    const { data, statements } = await ask<{ compare: unknown }>(store(), query);
    const cell = (code: string, value: string, population: string) => ({
      ...{ value, unit: 'YUAN_PER_CAPITA', missing: null },
      statistics: [
        {
          ...{ kind: 'POPULATION', district: { code }, year: 2019, value: population },
          vintage: '2020-03 first published',
        },
      ],
    });
    expect(data.compare).toEqual({
      verdict: 'COMPARABLE',
      cells: [cell('440117', '20.07575058', '64.95'), cell('440104', '23.10556336', '120.97')],
    });
    // Reports, departments and figures of the comparison, the statistics, the districts, the release.
    expect(statements).toBe(5);
    const other = await ask<{ compare: { cells: unknown[] } }>(store(), query, { vintage: '2022 yearbook' });
    const none = { value: null, unit: 'YUAN_PER_CAPITA', missing: 'NO_DENOMINATOR', statistics: [] };
    expect(other.data.compare.cells).toEqual([none, none]);
  });

  test.each([
    ['district: "440199"', 'no division has the code "440199"; near: 440118 增城区, 440117 从化区, 440115 南沙区', 2],
    ['district: "110101"', 'no statistic of 110101 东城区 is here; the command load-statistics adds your own', 2],
    [
      'district: "110101", years: [2019]',
      'no statistic of 110101 东城区 is here; the command load-statistics adds your own',
      3,
    ],
    [
      'district: "440104", years: [2018]',
      'no statistic of 440104 越秀区 of the years asked for is here, but of 2019–2020, 2023',
      3,
    ],
    ['years: [1999]', 'no statistic of the years asked for is here, but of 2015–2021, 2023', 3],
    ['years: []', undefined, 2],
  ])('statistics(%s) are none: %s', async (args, hint, expected) => {
    const { data, extensions, statements } = await ask<{ statistics: Listed[] }>(
      store(),
      `{ statistics(${args}) { value } }`,
    );
    expect(data.statistics).toEqual([]);
    expect(extensions['hints']).toEqual(hint === undefined ? undefined : [hint]);
    expect(statements).toBe(expected);
  });
});
