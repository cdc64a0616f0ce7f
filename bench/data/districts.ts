import { AppError } from '../../src/domain/app-error.js';
import type { Division } from '../../src/domain/reference-tables.js';
import type { Reference } from '../../src/domain/reference.js';

/** Guangzhou: the populations of its districts are known, so that amounts a head can be asked for. */
const FIRST_CITY = '440100';

/**
 * So many counties and districts of today's list in the order of their codes, those of Guangzhou first; fewer of them are always the
 * beginning of more.
 * @throws AppError BAD_USER_INPUT where there are not so many
 */
export function chooseDistricts(reference: Reference, count: number): readonly Division[] {
  const counties = reference.divisions.filter(({ level, until }) => level === 'COUNTY' && until === null);
  if (count > counties.length)
    throw new AppError('BAD_USER_INPUT', `expected at most ${counties.length} districts, got ${count}`);
  const first = counties.findIndex(({ parentCode }) => parentCode === FIRST_CITY);
  return [...counties.slice(first), ...counties.slice(0, first)].slice(0, count);
}

/** The name of a body of the district as its reports print it: 广州市从化区教育局. */
export function nameBody(reference: Reference, district: Division, body: string): string {
  const above = district.parentCode === null ? undefined : reference.division(district.parentCode);
  return `${above?.name ?? ''}${district.name}${body}`;
}
