// Pictures of every view of the page, in both languages, light and dark, wide and on a phone: node .ci/screenshots.mjs FOLDER [part of a name]
// They are made to be looked at; nothing compares them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, startServer } from './page-server.mjs';

const [folder, only = ''] = process.argv.slice(2);
if (!folder) {
  console.error('expected a folder for the pictures: npm run screenshots -- FOLDER [part of a name]');
  process.exit(2);
}

const SHAPES = [
  { name: 'zh-light', width: 1440, height: 900 },
  { name: 'en-light', width: 1440, height: 900, lang: 'en' },
  { name: 'zh-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'zh-phone', width: 360, height: 780 },
  { name: 'en-phone-dark', width: 360, height: 780, lang: 'en', colorScheme: 'dark' },
];

const rooms = mkdtempSync(join(tmpdir(), 'duizhao-screenshots-'));
const full = await startServer(join(rooms, 'full'));
const empty = await startServer(join(rooms, 'empty'), ['serve']);
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  const views = listViews(await askReports()).filter(({ name }) => name.includes(only));
  for (const view of views) for (const shape of SHAPES) await takePicture(view, shape);
  console.error(`${views.length * SHAPES.length} pictures in ${folder}`);
} finally {
  await browser.close();
  for (const { child } of [full, empty]) child.kill('SIGTERM');
  await Promise.all([full, empty].map(({ ended }) => ended));
  rmSync(rooms, { recursive: true, force: true });
}

function listViews(reports) {
  const ofKind = (kind) => reports.find((report) => report.kind === kind)?.id;
  const [accounts, budget] = [ofKind('FINAL_ACCOUNTS'), ofKind('BUDGET')];
  const two = 'districts=440117,440104&years=2019';
  const accountsOf2019 = ['201', '206', '208', '210', '213', '221'].map((code) => `FUNCTIONAL:${code}`).join(',');
  return [
    { name: 'compare-bars', path: '/' },
    { name: 'compare-not-comparable', path: '/?metrics=EXPENDITURE&districts=440117,440113&form=BARS' },
    { name: 'compare-heat', path: '/?metrics=EXPENDITURE' },
    { name: 'compare-lines', path: '/?metrics=EXPENDITURE,BASIC_EXPENDITURE&districts=440100,440104&form=LINES' },
    { name: 'compare-stack', path: `/?metrics=${accountsOf2019}&${two}&normalise=SHARE_OF_TOTAL` },
    { name: 'compare-dots', path: '/?metrics=EXPENDITURE,BASIC_EXPENDITURE&years=2019&form=DOTS' },
    {
      name: 'compare-bullet',
      path: `/?metrics=THREE_OFFICIAL_EXPENSES,VEHICLE_RUNNING,HOSPITALITY&${two}&baseline=BUDGET`,
    },
    { name: 'compare-picker', path: `/?metrics=EXPENDITURE&${two}`, type: ['#content .picker input', 'gwyc'] },
    { name: 'compare-take-away', path: `/?metrics=EXPENDITURE&${two}`, click: '.card-head [aria-haspopup=menu]' },
    { name: 'compare-refused', path: '/?metrics=NOTHING_LIKE_IT' },
    {
      name: 'explain',
      path: `/?metrics=THREE_OFFICIAL_EXPENSES&${two}&normalise=SHARE_OF_TOTAL&baseline=DISTRICT:440117&cell=THREE_OFFICIAL_EXPENSES~440104~2019~OUTTURN`,
    },
    {
      name: 'explain-narrative',
      path: '/?metrics=EXPENDITURE&districts=440100&years=2019,2020&cell=EXPENDITURE~440100~2019~OUTTURN',
    },
    {
      name: 'explain-missing',
      path: '/?metrics=EXPENDITURE&districts=440104,440105&years=2019&cell=EXPENDITURE~440105~2019~',
    },
    { name: 'reports', path: '/reports' },
    { name: 'report-accounts', path: `/reports/${accounts}` },
    { name: 'report-two-sided', path: `/reports/${accounts}?part=REVENUE_EXPENDITURE_SUMMARY` },
    { name: 'report-budget', path: `/reports/${budget}?part=GENERAL_PUBLIC_EXPENDITURE` },
    ...['checks', 'facts', 'indicators', 'issues'].map((part) => ({
      name: `report-${part}`,
      path: `/reports/${accounts}?part=${part}`,
    })),
    { name: 'report-unknown', path: '/reports/none' },
    { name: 'board-three-official', path: '/boards/three-official' },
    { name: 'board-performance', path: '/boards/performance' },
    { name: 'board-composition', path: '/boards/composition' },
    { name: 'take-away', path: '/take-away' },
    { name: 'empty-store', path: '/', of: empty },
  ];
}

async function takePicture(
  { name, path, type, click, of = full },
  { name: shape, width, height, lang, colorScheme = 'light' },
) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${of.origin}${path}${lang ? `${path.includes('?') ? '&' : '?'}lang=${lang}` : ''}`);
  await page.waitForLoadState('networkidle');
  if (type) {
    if (width < 900) await page.locator('.question-toggle').click();
    await page.locator(type[0]).first().fill(type[1]);
  }
  if (click) await page.locator(click).first().click();
  await page.waitForTimeout(900);
  const inSight = Boolean(type || click) || name.startsWith('explain');
  await page.screenshot({ path: join(folder, `${name}.${shape}.png`), fullPage: !inSight });
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  console.error(
    `${name}.${shape}${isWide ? ' WIDER THAN THE SCREEN' : ''}${complaints.map((text) => `\n  ${text}`).join('')}`,
  );
  await page.close();
}

async function askReports() {
  const query = '{ reports(first: 50) { nodes { id kind } } }';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${full.origin}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return (await answer.json()).data.reports.nodes;
}
