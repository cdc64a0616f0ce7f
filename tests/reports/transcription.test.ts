import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadReference } from '../../src/app/load-reference.js';
import { readDocument } from '../../src/app/read-document.js';
import { SEED_FOLDER, seedFileName } from '../../src/app/seed-files.js';
import { decodeSeed, encodeSeed } from '../../src/app/seed-records.js';
import type { Report } from '../../src/domain/report.js';
import { compareFigures, readFigures, transcribedFigures, transcribedReports } from './transcription.js';

const NOTHING = { missed: [], invented: [] };
const folder = process.env['REPORTS_DIR'];

/** The reports of the published documents by the name of their seed. */
async function readPublished(): Promise<ReadonlyMap<string, Report>> {
  const names = readdirSync(folder ?? '.').filter((name) => name.endsWith('.txt'));
  const reports = await Promise.all(
    names.map((name) => readDocument(readFileSync(join(folder ?? '.', name)), loadReference())),
  );
  return new Map(reports.map((report) => [seedFileName(report).replace('.ndjson', ''), report]));
}

function readSeed(name: string): string {
  return readFileSync(new URL(`${name}.ndjson`, SEED_FOLDER), 'utf8');
}

const withDocuments = folder ? describe : describe.skip;
withDocuments(`the published documents${folder ? '' : ' (skipped: REPORTS_DIR names no folder)'}`, () => {
  let published: ReadonlyMap<string, Report> = new Map();
  beforeAll(async () => void (published = await readPublished()));

  it('are the five that were transcribed', () => {
    expect([...published.keys()].sort()).toEqual(transcribedReports());
  });

  it.each(transcribedReports())(
    '%s: every printed figure is read once, in its column and under its account, and no other',
    (name) => {
      const read = readFigures(published.get(name)?.lineItems ?? []);
      expect(compareFigures(transcribedFigures(name), read)).toEqual(NOTHING);
    },
  );

  it.each(transcribedReports())('%s: read afresh it is the committed seed, byte for byte', (name) => {
    const report = published.get(name);
    expect(report && encodeSeed(report) === readSeed(name)).toBe(true);
  });
});

const withSeeds = existsSync(SEED_FOLDER) ? describe : describe.skip;
withSeeds(`the committed seeds${existsSync(SEED_FOLDER) ? '' : ' (skipped: seeds/reports is not there)'}`, () => {
  it.each(transcribedReports())('%s: the seed holds every printed figure once, and no other', (name) => {
    const { lineItems } = decodeSeed(readSeed(name), name);
    expect(compareFigures(transcribedFigures(name), readFigures(lineItems))).toEqual(NOTHING);
  });

  it.each(transcribedReports())('%s: decoded and encoded again, the seed is the same text', (name) => {
    expect(encodeSeed(decodeSeed(readSeed(name), name)) === readSeed(name)).toBe(true);
  });
});
