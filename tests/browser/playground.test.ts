import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { EXAMPLES } from '../../src/api/examples/examples.js';
import { startCli } from '../cli/run-cli.js';
import type { RunningCli } from '../cli/run-cli.js';
import { copyFilledStore } from '../support/embedded-template.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { describeInBrowser, openBrowser } from './browser.js';
import type { OpenBrowser } from './browser.js';

describeInBrowser('the playground', () => {
  let folder = '';
  let server: RunningCli;
  let browser: OpenBrowser;
  let page: Page;
  let origin = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duizhao-browser-'));
    await copyFilledStore(join(folder, 'store'), FIVE_REPORTS);
    server = startCli(['start', '--port', '0'], { DUIZHAO_DATA: join(folder, 'store') });
    [, origin = ''] = await server.waitFor(/playground {2}(http:\S+)\/graphql/);
    browser = await openBrowser();
    page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.goto(`${origin}/graphql`);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    server?.signal('SIGTERM');
    await server?.ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }, 30_000);

  const menu = () => page.getByRole('region', { name: '示例 Examples' });
  /** Those in sight: of open groups. */
  const examples = () => menu().getByRole('button');
  const ofFirstGroup = EXAMPLES.filter(({ group }) => group === EXAMPLES[0]?.group);
  const shown = async () =>
    (await examples().allInnerTexts()).map((title) => title.split('\n').filter(Boolean).join(' / '));
  const choose = async (title: string) => {
    await page.getByRole('searchbox').fill(title);
    await examples().filter({ hasText: title }).click();
    await page.getByRole('searchbox').fill('');
  };

  it('lists its groups with the first one open, and all examples in both languages', async () => {
    await examples().first().waitFor();
    const groups = [...new Set(EXAMPLES.map(({ group }) => group))].map((group) => {
      const own = EXAMPLES.filter((example) => example.group === group);
      return `${own[0]?.groupZh} ${group} ${own.length}`;
    });
    const headings = await menu().locator('summary').allInnerTexts();
    expect(headings.map((heading) => heading.split('\n').filter(Boolean).join(' '))).toEqual(groups);
    expect(await shown()).toEqual(ofFirstGroup.map(({ titleZh, title }) => `${titleZh} / ${title}`));
    for (const heading of (await menu().locator('details:not([open]) summary').all()).reverse()) await heading.click();
    expect(await shown()).toEqual(EXAMPLES.map(({ titleZh, title }) => `${titleZh} / ${title}`));
  });

  it('opens with a question ready, and running it answers: 从化 and 越秀 in 2019 are COMPARABLE', async () => {
    await expectShown('Operation Editor', /query SideBySide\(\$districts/);
    await expectShown('Variables', /"440117",\s*"440104"/);
    await run();
    await expectShown('Result Window', /"verdict": "COMPARABLE"[^]*"从化区"[^]*"value": "0\.5951/);
  });

  it('fills in query and variables of the example chosen', async () => {
    await choose('一张表里的数字');
    await expectShown('Operation Editor', /query PrintedFigures\(\$where/);
    await expectShown('Variables', /"eq": "440104"/);
    await run();
    await expectShown('Result Window', /"totalCount": 12,/);
  });

  it('says why 从化 2019 and 番禺 2023 may not be compared', async () => {
    await choose('为什么不能比');
    await expectShown('Operation Editor', /query NotComparable\(\$districts/);
    await expectShown('Variables', /"440113"/);
    await run();
    await expectShown('Result Window', /"verdict": "NOT_COMPARABLE"[^]*"STAGE_MISMATCH"/);
  });

  it('finds examples by words of either language', async () => {
    const find = page.getByRole('searchbox');
    await find.fill('拼音');
    expect(await examples().allInnerTexts()).toEqual([expect.stringContaining('Search for an account')]);
    await find.fill('A code that is unknown');
    expect(await examples().allInnerTexts()).toEqual([expect.stringContaining('打错的代码')]);
    await find.fill('nothing is called that');
    expect(await examples().count()).toBe(0);
    await find.fill('');
    // Of the first group, and of that of the question in the editor.
    const open = [ofFirstGroup[0], EXAMPLES.find(({ titleZh }) => titleZh === '为什么不能比')].map((own) => own?.group);
    expect(await examples().count()).toBe(EXAMPLES.filter(({ group }) => open.includes(group)).length);
  });

  it('opens with the example, or the question, that its address names', async () => {
    await page.goto(`${origin}/graphql?example=NotComparable`);
    await expectShown('Operation Editor', /query NotComparable/);
    await expectShown('Variables', /2023/);
    const own = new URLSearchParams({
      query: 'query Own($code: String) { release { id } }',
      variables: '{"code":"1"}',
    });
    await page.goto(`${origin}/graphql?${own}`);
    await expectShown('Operation Editor', /query Own/);
    await expectShown('Variables', /"code"/);
  });

  it('explains fields in its documentation explorer', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const docs = page.getByRole('region', { name: 'Documentation Explorer' });
    await docs.getByRole('link', { name: 'Query', exact: true }).click();
    await docs.getByText('with a verdict on whether they may be compared').waitFor();
  });

  it('asked no other host and had nothing to complain of', () => {
    const fetched = browser.requested;
    expect(fetched).toEqual(expect.arrayContaining([`${origin}/graphql`, `${origin}/playground/main.js`]));
    expect([...new Set(fetched.map((url) => new URL(url).origin))]).toEqual([origin]);
    expect(browser.complaints).toEqual([]);
  });

  const run = () => page.getByRole('button', { name: /^Execute query/ }).click();

  /** Waits until the part of the page with this label shows the text; the editor draws its lines late, and in any order. */
  async function expectShown(section: string, text: RegExp): Promise<void> {
    const drawn = `[...document.querySelectorAll('section[aria-label="${section}"] .view-line')]
      .filter((line) => line.offsetParent).sort((a, b) => a.offsetTop - b.offsetTop)
      .map((line) => line.textContent.replaceAll('\\u00a0', ' ')).join('\\n')`;
    const deadline = performance.now() + 20_000;
    let shown = await page.evaluate<string>(drawn);
    while (!text.test(shown) && performance.now() < deadline) {
      await page.waitForTimeout(100);
      shown = await page.evaluate<string>(drawn);
    }
    expect(shown).toMatch(text);
  }
});
