import { printSchemaText } from '../../api/schema.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';

/** Prints the schema that the code makes; schema.graphql must be equal to it. */
export async function runPrintSchema(): Promise<ExitCode> {
  process.stdout.write(await printSchemaText());
  return EXIT_CODES.DONE;
}
