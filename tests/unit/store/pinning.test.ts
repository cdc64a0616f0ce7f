import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  matchCurrent,
  matchCurrentReport,
  matchStored,
  matchThere,
  statusOfReport,
} from '../../../src/store/pinning.js';

const FOLDER = 'src/store';
/** What writes, and what may say which reports count. */
const MAY = /^(?:pinning|add-release|report-writes|withdraw-report)\.ts$/;

test('no other statement says by itself which reports count', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !MAY.test(file));
  const said = files.filter((file) =>
    /\."current"|'CURRENT'|'SUPERSEDED'/.test(readFileSync(join(FOLDER, file), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(said).toEqual([]);
});

test('of the newest release the rows say themselves what counts, and all of them are there', () => {
  const newest = { pinnedTo: null };
  expect(
    [matchCurrent('l', newest), matchCurrentReport('r', newest), statusOfReport('r', newest)].map(({ sql }) => sql),
  ).toEqual(['l."current"', `r."status" = 'CURRENT'`, 'r."status"']);
  expect([...matchStored('l', newest), ...matchThere('s', newest)]).toEqual([]);
});

test('of an earlier one its number is a parameter', () => {
  const earlier = { pinnedTo: 7 };
  const conditions = [matchCurrent('l', earlier), matchCurrentReport('r', earlier), ...matchThere('s', earlier)];
  expect(conditions.map(({ values }) => values)).toEqual([[7, 7], [7, 7], [7]]);
});
