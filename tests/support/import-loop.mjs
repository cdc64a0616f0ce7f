// import-loop.mjs LOCATION FOLDER: a process to be killed. Opens the store, says "open", and saves the reports of a folder of seed
// files over and over, each time by a newer reader, saying how each was saved. A line on stdin makes it close the store and end.
// import-loop.mjs LOCATION FOLDER ROUNDS together: saves those of a round at once, as other documents each time.
import { readFile, readdir } from 'node:fs/promises';
import { loadReference } from '../../dist/app/load-reference.js';
import { decodeSeed } from '../../dist/app/seed-records.js';
import { openStore } from '../../dist/store/open-store.js';
import { saveReport } from '../../dist/store/save-report.js';
import { saveReports } from '../../dist/store/save-reports.js';

const [location, folder, rounds = 'Infinity', together] = process.argv.slice(2);
const names = (await readdir(folder)).sort();
const reports = await Promise.all(
  names.map(async (name) => decodeSeed(await readFile(`${folder}/${name}`, 'utf8'), name)),
);
const reference = loadReference();
let ending = false;
process.stdin.once('data', () => (ending = true)).unref();

try {
  const store = await openStore(JSON.parse(location));
  console.log('open');
  for (let round = 1; round <= Number(rounds) && !ending; round++) {
    if (together) {
      const saved = await saveReports(
        store,
        reports.map((report) => ofRound(report, round)),
        reference,
      );
      saved.forEach(({ outcome }) => console.log(outcome));
      continue;
    }
    for (const report of reports) {
      const { outcome } = await saveReport(store, { ...report, readerVersion: round }, reference);
      console.log(outcome);
    }
  }
  await store.close();
  process.exit(0);
} catch (error) {
  console.log(`${error.code} ${error.message}`);
  process.exit(1);
}

function ofRound(report, round) {
  const sha256 = String(round).padStart(8, '0') + report.sha256.slice(8);
  return { report: { ...report, sha256, unitScope: `UNIT:${round}` }, findings: [] };
}
