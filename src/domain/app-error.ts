/** What a caller can do wrong, or what can stand in the way; each maps to a GraphQL code and an exit code. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'TOO_COSTLY',
  'TOO_LARGE',
  'TOO_BUSY',
  'TIMEOUT',
  'NOT_FOUND',
  'UNREADABLE_DOCUMENT',
  'NOT_A_REPORT',
  'UNREADABLE_BACKUP',
  'STORE_BUSY',
  'STORE_UNAVAILABLE',
  'MIGRATION_REFUSED',
  'PORT_BUSY',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * The one error type for bad use and known obstacles. The message is a sentence that says what was expected and what came;
 * the context names the place (argument, file, line), the cause is for the log alone.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly context: Readonly<Record<string, unknown>> = {},
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}
