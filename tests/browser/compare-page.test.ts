import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startServer } from '../../src/api/server.js';
import type { RunningServer } from '../../src/api/server.js';
import { FIVE_REPORTS, saveReports } from '../support/fillings.js';
import { logInto } from '../support/log-into.js';
import { makeReport } from '../support/make-report.js';
import { REFERENCE } from '../support/reference.js';
import { EMBEDDED, useTestStore } from '../support/test-stores.js';
import { describeInBrowser, openBrowser } from './browser.js';
import type { OpenBrowser } from './browser.js';

const TWO_DISTRICTS = '/?metrics=EXPENDITURE,BASIC_EXPENDITURE&districts=440117,440104&years=2019';
const UNLIKE = '/?metrics=EXPENDITURE&districts=440117,440113';

describeInBrowser('the page that compares', () => {
  const store = useTestStore(EMBEDDED, FIVE_REPORTS);
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await startServer({ store: store(), reference: REFERENCE, port: 0, logger: logInto([]) });
    browser = await openBrowser();
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  }, 30_000);
  beforeEach(async () => {
    page = await browser.context.newPage();
  });
  afterEach(() => page.close());

  const open = async (address: string): Promise<void> => {
    await page.goto(`${server.url}${address}`);
    await page.locator('[data-drawn]').waitFor();
  };
  const rows = async (): Promise<string[]> => {
    const texts = await page.locator('table.figures tbody tr').allInnerTexts();
    return texts.map((text) => text.trim().split(/\s+/).join(' '));
  };

  it('opens with a question that has an answer: the year of which most districts have a report', async () => {
    await open('/');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('越秀区、从化区 · 2019');
    expect(await rows()).toContain('越秀区 本年支出 2,795.08 1');
  });

  // 从化 2019: 本年支出合计 1303.92, 基本支出 776.00; 越秀 2019: 2795.08 and 718.34, in their 支出决算表.
  it('two districts side by side, as printed, in table and chart', async () => {
    await open(TWO_DISTRICTS);
    expect(await rows()).toEqual([
      '从化区 本年支出 1,303.92 2',
      '越秀区 本年支出 2,795.08 1',
      '从化区 基本支出 776.00 1',
      '越秀区 基本支出 718.34 2',
    ]);
    const drawn = await page.locator('.chart svg text').allTextContents();
    expect(drawn).toEqual(expect.arrayContaining(['1,303.92', '2,795.08', '776.00', '718.34', '从化区', '越秀区']));
    expect(await page.locator('.warnings').innerText()).toContain('可以比较');
  });

  it('a budget against an outturn: said in words, hatched, and nothing folded away', async () => {
    await open(UNLIKE);
    const warnings = page.locator('.warnings');
    expect(await warnings.getAttribute('data-verdict')).toBe('NOT_COMPARABLE');
    expect(await warnings.innerText()).toMatch(/不可直接比较[^]*预算与决算之别[^]*番禺区/);
    expect(await page.locator('.warnings details').count()).toBe(0);
    expect(await page.locator('.signs').innerText()).toContain('斜纹');
    expect(await page.locator('.chart svg pattern').count()).toBeGreaterThan(0);
  });

  it('what is missing is drawn and listed with its reason, never as a zero', async () => {
    await open('/?metrics=EXPENDITURE&districts=440104,440105&years=2019&form=BARS');
    expect(await rows()).toEqual(['越秀区 2,795.08 1', '海珠区 ┄ 无报告 — 无报告']);
    expect(await page.locator('.chart svg text').allTextContents()).toContain('┄ 无报告');
  });

  it('difference, ratio and rate against a baseline', async () => {
    await open('/?metrics=EXPENDITURE&districts=440117,440104&years=2019&baseline=DISTRICT:440117');
    // 2795.08 - 1303.92 = 1491.16; 2795.08 / 1303.92 = 2.1436…
    expect(await rows()).toEqual([
      '从化区 1,303.92 1,303.92 0.00 1.00 0.00% 2',
      '越秀区 2,795.08 1,303.92 +1,491.16 2.144 +114.36% 1',
    ]);
  });

  it('the address says all: what is picked is in it, and opened elsewhere it shows the same', async () => {
    await open(TWO_DISTRICTS);
    await page.getByLabel('指标或科目').fill('jgyx');
    await page.getByRole('option', { name: '机关运行经费' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('金额单位').selectOption('元');
    await page.getByRole('button', { name: '热力' }).click();
    await page.locator('[data-drawn="HEAT"]').waitFor();
    const address = new URL(page.url());
    expect(Object.fromEntries(address.searchParams)).toEqual({
      metrics: 'EXPENDITURE,BASIC_EXPENDITURE,AGENCY_RUNNING_COSTS',
      districts: '440117,440104',
      years: '2019',
      unit: 'YUAN',
      form: 'HEAT',
    });
    const before = await rows();
    const other = await browser.context.newPage();
    await other.goto(address.href);
    await other.locator('[data-drawn="HEAT"]').waitFor();
    const after = await other.locator('table.figures tbody tr').allInnerTexts();
    expect(after.map((text) => text.trim().split(/\s+/).join(' '))).toEqual(before);
    await other.close();
    await page.goBack();
    await page.locator('[data-drawn="BARS"]').waitFor();
  });

  it('an account is found by its code and compared', async () => {
    await open('/?metrics=EXPENDITURE&districts=440117,440104&years=2019');
    await page.getByLabel('指标或科目').fill('2010301');
    await page.getByRole('option', { name: /2010301 行政运行/ }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { level: 1, name: /2010301 行政运行/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('metrics')).toBe('EXPENDITURE,FUNCTIONAL:2010301');
  });

  it('speaks English at a switch, in the same place, and says so in the address', async () => {
    await open(TWO_DISTRICTS);
    await page.getByRole('button', { name: 'Read this page in English' }).click();
    await page
      .getByRole('heading', { level: 1, name: /Expenditure, Basic expenditure · Conghua District, Yuexiu District/ })
      .waitFor();
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect((await rows())[0]).toBe('Conghua District Expenditure 1,303.92 2');
  });

  it('a table is sorted by any column, what is missing last', async () => {
    await open('/?metrics=EXPENDITURE&districts=440100,440104,440105,440117&years=2019&form=BARS');
    const places = async () => (await rows()).map((row) => row.split(' ')[0]);
    await page.getByRole('button', { name: '数值' }).click();
    expect(await places()).toEqual(['广州市', '越秀区', '从化区', '海珠区']);
    await page.getByRole('button', { name: '数值' }).click();
    expect(await places()).toEqual(['从化区', '越秀区', '广州市', '海珠区']);
  });

  it('an import while the page is open changes no figure before the reader wants it', async () => {
    await open(TWO_DISTRICTS);
    const before = await rows();
    const releaseBefore = await page.locator('.colophon code').innerText();
    // A correction of 越秀 2019, with other figures.
    await saveReports(store(), [makeReport()]);
    await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText('数据有更新').waitFor({ timeout: 25_000 });
    expect(await rows()).toEqual(before);
    await page.getByRole('button', { name: '换到新版本' }).click();
    await page.getByText('数据有更新').waitFor({ state: 'detached' });
    await page.locator('[data-drawn]').waitFor();
    const after = await rows();
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toMatch(/^越秀区 本年支出 /);
    expect(after[1]).not.toBe(before[1]);
    // The link of a reader who wants the figures as they were.
    await open(`${TWO_DISTRICTS}&release=${releaseBefore}`);
    expect(await rows()).toEqual(before);
    await page.getByText('正在看较早的数据版本').waitFor();
  }, 60_000);

  it('what the server refuses is said in words, with a way out', async () => {
    await page.goto(`${server.url}/?metrics=NOTHING_LIKE_IT`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/没有取到数据/);
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.locator('[data-drawn]').waitFor();
  });

  it('fits a phone: nothing but tables is wider than the screen', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    for (const address of ['/', UNLIKE, `${TWO_DISTRICTS}&form=DOTS&lang=en`]) {
      await open(address);
      expect([address, await page.evaluate('document.documentElement.scrollWidth <= innerWidth')]).toEqual([
        address,
        true,
      ]);
    }
    await page.getByRole('button', { name: 'Choose measures' }).click();
    await page.getByLabel('Metrics or accounts').waitFor();
  });

  it.each(['light', 'dark'] as const)('axe finds nothing against it, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const address of [TWO_DISTRICTS, UNLIKE]) {
      await open(address);
      await page.getByLabel('指标或科目').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });

  it('its script is served compressed, with names that change, to be kept for good', async () => {
    await open('/');
    const names = browser.requested.filter((url) => url.includes('/assets/') && url.endsWith('.js'));
    const script = await page.request.get(names[0] ?? '', { headers: { 'accept-encoding': 'br' } });
    expect(script.headers()).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('asked no other host, and had nothing to complain of', () => {
    expect([...new Set(browser.requested.map((url) => new URL(url).origin))]).toEqual([server.url]);
    expect(browser.complaints.filter((text) => !/status of 400/.test(text))).toEqual([]);
  });
});
