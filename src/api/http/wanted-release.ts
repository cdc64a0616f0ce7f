import { AppError } from '../../domain/app-error.js';

/**
 * The release that a request names, in its header `release` or as `?release=`; null: none, the newest.
 * @throws AppError BAD_USER_INPUT where it names several
 */
export function wantedRelease(header: string | undefined, parameters: readonly string[]): string | null {
  const wanted = [...new Set([header ?? '', ...parameters])].filter((id) => id !== '');
  if (wanted.length > 1)
    throw new AppError(
      'BAD_USER_INPUT',
      `expected one release, by header or by parameter, got ${wanted.join(' and ')}`,
    );
  return wanted[0] ?? null;
}
