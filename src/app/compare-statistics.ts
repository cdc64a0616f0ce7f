import type { Question } from '../compare/question.js';
import type { Reference } from '../domain/reference.js';
import { OWN_VINTAGE } from '../domain/statistics.js';
import type { Statistic } from '../domain/statistics.js';
import type { Store } from '../store/store.js';
import type { CompareRequest } from './compare-request.js';
import { readStatistics } from './read-statistics.js';
import { yearsOf } from '../compare/question.js';

/** The statistics that a question is normalised with, the asker's own instead of stored ones: one statement, none where it needs none. */
export async function findStatistics(
  store: Store,
  reference: Reference,
  { statistics }: CompareRequest,
  question: Question,
): Promise<readonly Statistic[]> {
  const { normalise, baseYear, entities, baseline } = question;
  if (normalise !== 'PER_CAPITA' && normalise !== 'REAL_TERMS') return [];
  const bodies = [...entities, ...(baseline?.entity ? [baseline.entity] : [])];
  const stored = await readStatistics(store, reference, {
    districtCodes: [...new Set(bodies.map(({ districtCode }) => districtCode))],
    years: [...new Set([...yearsOf(question), ...(baseYear === null ? [] : [baseYear])])],
  });
  const own = (statistics ?? []).map(({ kind, district, year, value }): Statistic => {
    return { kind, districtCode: district ?? null, year, value, vintage: OWN_VINTAGE, source: OWN_VINTAGE };
  });
  const isGiven = ({ kind, districtCode, year }: Statistic): boolean =>
    own.some((one) => one.kind === kind && one.districtCode === districtCode && one.year === year);
  return [...stored.filter((one) => !isGiven(one)), ...own];
}
