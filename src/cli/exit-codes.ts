import { CommanderError } from 'commander';
import { AppError } from '../domain/app-error.js';

/** What a command's end means to the shell. */
export const EXIT_CODES = {
  DONE: 0,
  /** Done, with refusals or broken checks. */
  WITH_REFUSALS: 1,
  WRONG_USE: 2,
  FAILED: 3,
} as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

const REFUSALS: readonly string[] = ['NOT_A_REPORT', 'UNREADABLE_DOCUMENT'];

/** The exit code of an error, and the sentence to print; null where it has been printed. */
export function describeFailure(error: unknown): { code: ExitCode; sentence: string | null } {
  if (error instanceof CommanderError)
    return { code: error.exitCode === 0 ? EXIT_CODES.DONE : EXIT_CODES.WRONG_USE, sentence: null };
  if (!(error instanceof AppError)) return { code: EXIT_CODES.FAILED, sentence: stackOf(error) };
  if (error.code === 'BAD_USER_INPUT') return { code: EXIT_CODES.WRONG_USE, sentence: error.message };
  return {
    code: REFUSALS.includes(error.code) ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.FAILED,
    sentence: error.message,
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
