import { readFile, readdir } from 'node:fs/promises';
import type { Report } from '../domain/report.js';
import { decodeSeed } from './seed-records.js';

/** Folder of the seeds of the published reports, seen from the built or the source tree. */
export const SEED_FOLDER = new URL('../../seeds/reports/', import.meta.url);

/** The committed reports, in the order of their file names. */
export async function loadSeeds(): Promise<Report[]> {
  const names = (await readdir(SEED_FOLDER)).filter((name) => name.endsWith('.ndjson')).sort();
  return Promise.all(names.map(async (name) => decodeSeed(await readFile(new URL(name, SEED_FOLDER), 'utf8'), name)));
}

/** Name of a report's seed file: district, year and kind, with the unit scope where it is not the department. */
export function seedFileName({ district, year, kind, unitScope }: Report): string {
  const scope = unitScope === 'DEPARTMENT' ? '' : `-${unitScope.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
  return `${district}-${year}-${kind.toLowerCase().replace('_', '-')}${scope}.ndjson`;
}
