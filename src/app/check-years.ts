import { AppError } from '../domain/app-error.js';

const LAST_YEAR = 9_999;

/**
 * Refuses what can be no fiscal year.
 * @throws AppError BAD_USER_INPUT
 */
export function checkYears(years: readonly number[]): void {
  const odd = years.find((year) => year < 0 || year > LAST_YEAR);
  if (odd !== undefined) throw new AppError('BAD_USER_INPUT', `expected years between 0 and ${LAST_YEAR}, got ${odd}`);
}
