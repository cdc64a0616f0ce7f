// import-loop.mjs LOCATION FOLDER: a process to be killed. Opens the store, says "open", and saves the reports of a folder of seed
// files over and over, each time by a newer reader, saying how each was saved. A line on stdin makes it close the store and end.
import { readFile, readdir } from 'node:fs/promises';
import { loadReference } from '../../dist/app/load-reference.js';
import { decodeSeed } from '../../dist/app/seed-records.js';
import { openStore } from '../../dist/store/open-store.js';
import { saveReport } from '../../dist/store/save-report.js';

const [location, folder, rounds = 'Infinity'] = process.argv.slice(2);
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
