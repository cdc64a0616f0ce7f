import { generateReports } from '../../bench/data/generate-reports.js';
import type { Wish } from '../../bench/data/generate-reports.js';
import type { Report } from '../../src/domain/report.js';
import { REFERENCE } from '../support/reference.js';

/** All 22 bodies of a district whose publisher prints all tables and of one that prints the main ones, from 2016 to 2021, without planted faults. */
export const WISH: Wish = { districts: 2, departments: 22, from: 2016, years: 6, seed: 2, faults: 0 };

export function makeReports(wish: Partial<Wish> = {}): Report[] {
  return [...generateReports({ ...WISH, ...wish }, REFERENCE)];
}

/** Those that no corrected print replaces. */
export function currentOf(reports: readonly Report[]): Report[] {
  const keyOf = ({ department, year, kind }: Report): string => [department, year, kind].join(' ');
  return [...new Map(reports.map((report) => [keyOf(report), report])).values()];
}
