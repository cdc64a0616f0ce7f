import { AppError } from '../domain/app-error.js';

/** One district or one department. */
export interface BodyRequest {
  /** Division code: the sum over its departments. */
  readonly district?: string | null;
  readonly department?: string | null;
}

/**
 * As the lists of a comparison.
 * @throws AppError BAD_USER_INPUT where not exactly one is given
 */
export function listBody({ district, department }: BodyRequest): {
  readonly districts: readonly string[] | null;
  readonly departments: readonly string[] | null;
} {
  if ((district == null) === (department == null))
    throw new AppError(
      'BAD_USER_INPUT',
      `expected exactly one of district and department, got ${district == null ? 'none' : 'both'}`,
    );
  return { districts: district == null ? null : [district], departments: department == null ? null : [department] };
}
