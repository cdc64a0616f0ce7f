import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fromBuffer } from 'yauzl';
import type { ZipFile } from 'yauzl';
import { startServer } from '../../src/api/server.js';
import type { RunningServer } from '../../src/api/server.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { logInto } from '../support/log-into.js';
import { readCsv } from '../support/read-csv.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, useTestStore } from '../support/test-stores.js';
import { describeInBrowser, openBrowser } from './browser.js';
import type { OpenBrowser } from './browser.js';

const TWO_DISTRICTS = '/?metrics=EXPENDITURE,BASIC_EXPENDITURE&districts=440117,440104&years=2019';

describeInBrowser('the views of the page', () => {
  const store = useTestStore(EMBEDDED, FIVE_REPORTS);
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ store: store(), reference: REFERENCE, port: 0, logger: logInto([]) });
    browser = await openBrowser({ permissions: ['clipboard-read', 'clipboard-write'] });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 30_000);
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(() => page.close());

  const open = (address: string) => page.goto(`${server.url}${address}`);
  const textOf = async (selector: string) => (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ');
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const answer = await page.request.post(`${server.url}/graphql`, { data: { query, variables } });
    return ((await answer.json()) as { data: T }).data;
  };
  const reportOf = async (district: string): Promise<string> => {
    const query = 'query R($d: String) { reports(where: { district: { eq: $d } }) { nodes { id } } }';
    const { reports } = await ask<{ reports: { nodes: { id: string }[] } }>(query, { d: district });
    return reports.nodes[0]?.id ?? '';
  };

  it('a figure leads to the row it was printed in, with what it adds up to and how to cite it', async () => {
    await open(TWO_DISTRICTS);
    const figure = page.getByRole('button', { name: /从化区 基本支出 2019 决算 776\.00/ });
    await figure.click();
    const sheet = page.getByRole('dialog', { name: '数字的出处' });
    await sheet.locator('mark').first().waitFor();
    // 支出决算表 of 从化, line 178 of the published text: 合计 1303.92 776.00 527.92.
    expect(await sheet.locator('.facsimile mark').allInnerTexts()).toEqual(['776.00']);
    expect(await sheet.locator('.is-marked').first().innerText()).toMatch(/合计\s+1,303\.92\s+776\.00\s+527\.92/);
    const text = await sheet.innerText();
    expect(text).toMatch(/三、支出决算表/);
    expect(text).toMatch(/第 178 行/);
    expect(text).toMatch(/相符：\d+ 条/);
    expect(text).toContain('SHA-256: 56664ef93f1c1f2666b6003d7b46bba19adc4debe05f29a8f5737db691e32bb0');
    await sheet.getByRole('button', { name: '复制引用' }).click();
    await expectLater(async () => String(await page.evaluate('navigator.clipboard.readText()')), /SHA-256: 56664ef9/);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    const focused = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(focused).toMatch(/从化区 基本支出 2019 决算 776\.00/);
    expect(new URL(page.url()).searchParams.has('cell')).toBe(false);
  });

  it('a bar of the chart leads there too, and the link of the sheet opens it', async () => {
    await open('/?metrics=EXPENDITURE&districts=440104&years=2019&form=BARS');
    const bars = page.locator('.chart svg path[fill="#1f6fb2"]');
    await bars.first().waitFor();
    await page.waitForTimeout(500);
    await bars.first().click();
    await page.getByRole('dialog').waitFor();
    expect(new URL(page.url()).searchParams.get('cell')).toBe('EXPENDITURE~440104~2019~OUTTURN');
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('dialog').locator('mark').first().waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('2,795.08');
  });

  it('a missing figure says why, and what there is', async () => {
    await open('/?metrics=EXPENDITURE&districts=440104,440105&years=2019&cell=EXPENDITURE~440105~2019~');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('为什么没有数字').waitFor();
    await sheet.getByText('2017年广州市海珠区人民政府政务管理办公室决算公开报告').waitFor();
  });

  it('reports stand by district and year, and lead to their statements', async () => {
    await open('/reports');
    await page.getByRole('heading', { level: 1, name: '报告' }).waitFor();
    expect(await textOf('main')).toContain('11 个县区中有 4 个有报告');
    await page.getByRole('link', { name: /番禺区 2023 年.*打开报告/ }).click();
    await page.getByRole('heading', { level: 1, name: '2023年广州市番禺区政务服务数据管理局部门预算' }).waitFor();
    await page.locator('table.statement').first().waitFor();
  });

  it('rows of a statement are marked by what reconciles: 番禺 20103 exceeds what is printed below it by 515.01', async () => {
    await open(`/reports/${await reportOf('440113')}?part=GENERAL_PUBLIC_EXPENDITURE`);
    const row = page.locator('table.statement tr', { hasText: '20103' }).first();
    await row.getByText('不符').first().waitFor();
    expect(await row.innerText()).toMatch(/20103[^]*9,929\.37[^]*不符/);
    await row.getByRole('button', { name: /不符/ }).click();
    await expectLater(() => textOf('body'), /515\.01/);
  });

  it('checks, numbers of the text, indicators and issues of a report', async () => {
    const report = await reportOf('440117');
    for (const [part, expected] of [
      ['checks', /收支总表/],
      ['facts', /1344\.33 万元/],
      ['indicators', /指标/],
      ['issues', /./],
    ] as const) {
      await open(`/reports/${report}?part=${part}`);
      await page.locator('main h2').first().waitFor();
      await expectLater(() => textOf('main'), expected);
    }
  });

  it.each(['three-official', 'performance', 'composition'])(
    'the board %s stands for 2019, with verdicts and figures that can be opened',
    async (board) => {
      await open(`/boards/${board}`);
      await page.getByRole('heading', { level: 1, name: /2019/ }).waitFor();
      await page.locator('.warnings').first().waitFor();
      await page.locator('main table td').first().waitFor();
      expect(await textOf('main')).toContain('越秀区');
    },
  );

  it('a figure of the 三公 board is explained beside the board: 越秀 0.78 of a budget of 3.40', async () => {
    await open('/boards/three-official?year=2019');
    await page.locator('main table').getByRole('link', { name: /0\.78/ }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.locator('mark').first().waitFor();
    expect(await sheet.innerText()).toMatch(/越秀区 · 2019/);
    expect(new URL(page.url()).pathname).toBe('/boards/three-official');
  });

  const takeAway = async (item: string | RegExp): Promise<{ name: string; bytes: Buffer }> => {
    await page
      .getByRole('button', { name: /分享与取走/ })
      .first()
      .click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const valuesOfApi = async (): Promise<string[]> => {
    const query = `query C($i: CompareInput!) { compare(input: $i) { cells { value } } }`;
    const input = {
      metrics: [{ key: 'EXPENDITURE' }, { key: 'BASIC_EXPENDITURE' }],
      districts: ['440117', '440104'],
      years: [2019],
    };
    const { compare } = await ask<{ compare: { cells: { value: string }[] } }>(query, { i: input });
    return compare.cells.map(({ value }) => value);
  };

  it('what is shown is taken away as CSV, figure by figure as the API gives them', async () => {
    await open(TWO_DISTRICTS);
    const { name, bytes } = await takeAway(/^CSV/);
    expect(name).toMatch(/\.csv$/);
    const [head = [], ...rows] = readCsv(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    const at = head.findIndex((cell) => cell?.includes('数值'));
    expect(rows.slice(0, 4).map((row) => row[at])).toEqual(await valuesOfApi());
  });

  it('as XLSX, with the question, the verdict and the release on a second sheet', async () => {
    await open(TWO_DISTRICTS);
    const { bytes } = await takeAway(/^XLSX/);
    const files = await unzip(bytes);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    for (const value of await valuesOfApi()) expect(sheet).toContain(`<v>${String(Number(value))}</v>`);
    const { release } = await ask<{ release: { id: string } }>('{ release { id } }');
    expect([...files.values()].join('')).toContain(release.id);
    expect([...files.values()].join('')).toContain('可以比较');
  });

  it('as SVG and PNG, with title, verdict and source in the picture', async () => {
    await open(TWO_DISTRICTS);
    const svg = (await takeAway(/^SVG/)).bytes.toString('utf8');
    for (const text of ['1,303.92', '2,795.08', '可以比较', '数据版本']) expect(svg).toContain(text);
    const { bytes } = await takeAway(/^PNG/);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(1_000);
  });

  it('as the GraphQL query, which the playground opens and answers with the same figures', async () => {
    await open(TWO_DISTRICTS);
    await page
      .getByRole('button', { name: /分享与取走/ })
      .first()
      .click();
    const address = await page.getByRole('menuitem', { name: /在查询台打开/ }).getAttribute('href');
    const asked = new URL(address ?? '', server.url).searchParams;
    const { compare } = await ask<{ compare: { cells: { value: string }[] } }>(
      asked.get('query') ?? '',
      JSON.parse(asked.get('variables') ?? '{}') as object,
    );
    expect(compare.cells.map(({ value }) => value)).toEqual(await valuesOfApi());
    expect(
      (await page.request.get(new URL(address ?? '', server.url).href, { headers: { accept: 'text/html' } })).status(),
    ).toBe(200);
  });

  it('a comparison is opened by its id', async () => {
    await open(TWO_DISTRICTS);
    await page.locator('table.figures').waitFor();
    const query = `query C($i: CompareInput!) { compare(input: $i) { id } }`;
    const input = { metrics: [{ key: 'HOSPITALITY' }], districts: ['440104'], years: [2019] };
    const { compare } = await ask<{ compare: { id: string } }>(query, { i: input });
    await open(`/comparisons/${compare.id}`);
    await page.getByRole('heading', { level: 1, name: '公务接待费 · 越秀区 · 2019' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('data and API: every link leads somewhere', async () => {
    await open('/take-away');
    await page.getByRole('heading', { level: 1, name: '数据与接口' }).waitFor();
    await page
      .getByRole('link', { name: /line-items|CSV/ })
      .first()
      .waitFor();
    const links = await page.evaluate<string[]>('[...document.links].map((link) => link.href)');
    expect(links.length).toBeGreaterThan(10);
    for (const link of new Set(links)) {
      const method = link.includes('/export/') ? 'HEAD' : 'GET';
      const answer = await page.request.fetch(link, { method, headers: { accept: 'text/html,*/*' } });
      expect([link, answer.status()]).toEqual([link, 200]);
    }
  });

  it('what is not there is said, with a way back', async () => {
    for (const [address, status] of [
      ['/reports/none', 200],
      ['/comparisons/none', 200],
      ['/boards/none', 200],
      ['/nothing', 404],
    ] as const) {
      const answer = await open(address);
      expect([address, answer?.status()]).toEqual([address, status]);
      if (status === 200)
        await page
          .getByRole('link', { name: /回到首页|全部报告|报告/ })
          .first()
          .waitFor();
    }
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing against any view, %s; none is wider than a phone',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 780 });
      const report = await reportOf('440113');
      const explained = `${TWO_DISTRICTS}&cell=BASIC_EXPENDITURE~440117~2019~OUTTURN`;
      // Small parts of a report: axe looks at every cell of a table.
      const views = [
        '/reports',
        `/reports/${report}?part=STATE_CAPITAL`,
        `/reports/${report}?part=checks&outcome=BROKEN`,
        '/boards/three-official',
        '/boards/performance',
        '/boards/composition',
        '/take-away',
        explained,
      ];
      for (const view of views) {
        await open(view);
        await page.waitForLoadState('networkidle');
        // Ground and ink are what a dark page has otherwise.
        const axe = new AxeBuilder({ page });
        const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
        const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect([view, grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([view, []]);
        expect([view, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([view, true]);
      }
    },
    120_000,
  );

  it('asked no other host, and had nothing to complain of', () => {
    expect([...new Set(browser.requested.map((url) => new URL(url).origin))]).toEqual([server.url]);
    expect(browser.complaints.filter((text) => !/status of 404/.test(text))).toEqual([]);
  });

  async function expectLater(read: () => Promise<string>, text: RegExp): Promise<void> {
    const deadline = performance.now() + 15_000;
    let shown = await read();
    while (!text.test(shown) && performance.now() < deadline) {
      await page.waitForTimeout(100);
      shown = await read();
    }
    expect(shown).toMatch(text);
  }
});

async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: { fileName: string }) => {
      zip.openReadStream(entry as never, (error, stream) => {
        if (error) return reject(error);
        void buffer(stream).then((content) => {
          files.set(entry.fileName, content.toString());
          zip.readEntry();
        }, reject);
      });
    });
    zip.once('end', resolve).once('error', reject);
    zip.readEntry();
  });
  return files;
}
