// How heavy the page is and how soon it shows something, in a real browser: on this machine as it is, and as on a middling phone (a quarter of the speed, 1.6 Mbit/s, 150 ms).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, startServer } from './page-server.mjs';

const ROUNDS = 3;
const VIEWS = ['/', '/reports', '/boards/three-official'];
const DEVICES = [
  { name: 'this machine', slowness: 1 },
  { name: 'phone', slowness: 4, network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 } },
];
/** Kept by the page itself, as a browser sees it. */
const WATCH = `window.seen = { shift: 0 };
  new PerformanceObserver((list) => { for (const own of list.getEntries()) if (!own.hadRecentInput) seen.shift += own.value; })
    .observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => { seen.largest = list.getEntries().at(-1).startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    if (!seen.figures && document.querySelector('main table td')) seen.figures = performance.now();
    if (!seen.chart && document.querySelector('[data-drawn] svg')) seen.chart = performance.now();
    requestAnimationFrame(look);
  };
  look();`;

const room = mkdtempSync(join(tmpdir(), 'duizhao-measure-'));
const server = await startServer(join(room, 'store'));
const browser = await openBrowser();
try {
  const rows = [];
  for (const view of VIEWS) for (const device of DEVICES) rows.push(await measure(view, device));
  console.table(rows);
} finally {
  await browser.close();
  server.child.kill('SIGTERM');
  await server.ended;
  rmSync(room, { recursive: true, force: true });
}

/** The middle one of some rounds, each with an empty cache. */
async function measure(view, device) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await visit(view, device));
  rounds.sort((a, b) => a.figures - b.figures);
  return { view, device: device.name, ...rounds[Math.floor(ROUNDS / 2)] };
}

async function visit(view, { slowness, network }) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  if (network) await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  const scripts = new Map();
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  await page.addInitScript(WATCH);
  await page.goto(`${server.origin}${view}`);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500 * slowness);
  const seen = await page.evaluate(
    '({ ...seen, first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime })',
  );
  await context.close();
  const kilobytes = [...scripts.values()].reduce((sum, size) => sum + size, 0) / 1_000;
  const round = (value) => (value === undefined ? undefined : Math.round(value));
  return {
    'scripts, KB': round(kilobytes),
    'first paint, ms': round(seen.first),
    figures: round(seen.figures),
    'chart, ms': round(seen.chart),
    'largest paint, ms': round(seen.largest),
    'layout shift': Number(seen.shift.toFixed(3)),
  };
}
