import { CommanderError } from 'commander';
import { AppError } from '../domain/app-error.js';
import { explain } from '../store/guard-store.js';

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

/** The exit code of an error, and the line to print, `CODE: sentence`; null where nothing failed (help was asked for). */
export function describeFailure(error: unknown): { code: ExitCode; line: string | null } {
  if (error instanceof CommanderError) return describeWrongCall(error);
  const explained = explainedOf(error);
  if (explained instanceof AppError)
    return { code: exitCodeOf(explained), line: `${explained.code}: ${explained.message}` };
  return { code: EXIT_CODES.FAILED, line: `INTERNAL_SERVER_ERROR: ${stackOf(error)}` };
}

/** What the store's database says, as an AppError where it is a known obstacle. */
function explainedOf(error: unknown): unknown {
  try {
    explain(error);
  } catch (explained) {
    return explained;
  }
}

function describeWrongCall({ code, exitCode, message }: CommanderError): ReturnType<typeof describeFailure> {
  if (exitCode === 0) return { code: EXIT_CODES.DONE, line: null };
  // Called without a command: the help has been printed.
  const sentence =
    code === 'commander.help'
      ? 'expected a command, got none'
      : `${message.replace(/^error: |\.$/g, '').replace(/\s+/g, ' ')}; --help says what there is`;
  return { code: EXIT_CODES.WRONG_USE, line: `BAD_USER_INPUT: ${sentence}` };
}

function exitCodeOf({ code }: AppError): ExitCode {
  if (code === 'BAD_USER_INPUT') return EXIT_CODES.WRONG_USE;
  return REFUSALS.includes(code) ? EXIT_CODES.WITH_REFUSALS : EXIT_CODES.FAILED;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
