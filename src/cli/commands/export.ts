import { Writable } from 'node:stream';
import { readExportRequest } from '../../api/export-parameters.js';
import { exportTable } from '../../app/export-table.js';
import type { Exported } from '../../app/export-table.js';
import { loadReference } from '../../app/load-reference.js';
import { recallQuestion } from '../../app/saved-questions.js';
import { openStore } from '../../store/open-store.js';
import { storeLocation } from '../environment.js';
import type { ExitCode } from '../exit-codes.js';
import { EXIT_CODES } from '../exit-codes.js';
import { readGivenFile } from '../given-paths.js';
import { writeWholeFile } from '../whole-file.js';

export interface ExportOptions {
  readonly format: string;
  readonly where?: string;
  readonly input?: string;
  readonly orderBy?: string;
  readonly unit?: string;
  readonly id?: string;
  readonly release?: string;
  readonly out?: string;
  readonly bom?: boolean;
}

/** Writes a table to a file, which appears when it is whole, or to stdout; says on stderr how many rows, of which release. */
export async function runExport(table: string, options: ExportOptions): Promise<ExitCode> {
  const { format, where, input, orderBy, unit, id, release: releaseId = null, out, bom = false } = options;
  const form = { table, format, bom, releaseId };
  const parameters = { where: await readArgument(where), input: await readArgument(input), orderBy, unit, id };
  let opened: ReturnType<typeof openStore> | undefined;
  // What is refused without looking into the store opens none.
  const open = (): ReturnType<typeof openStore> => (opened ??= openStore(storeLocation()));
  try {
    const request = await readExportRequest(form, parameters, async (own) => recallQuestion(await open(), own));
    const holdings = { store: await open(), reference: loadReference() };
    const write: Write = (openSink) => exportTable(holdings, request, openSink);
    const { rows, release, hints } = await (out === undefined
      ? writeOut(write)
      : writeWholeFile(out, { replace: true }, write));
    for (const hint of hints) process.stderr.write(`note: ${hint}\n`);
    process.stderr.write(`${rows} rows of release ${release.id}${out === undefined ? '' : ` in ${out}`}\n`);
  } finally {
    await (await opened)?.close();
  }
  return EXIT_CODES.DONE;
}

/** The export, with a sink that is opened when nothing can be refused any more. */
type Write = (openSink: () => Writable | Promise<Writable>) => Promise<Exported>;

/** `@file` stands for what is in the file. */
async function readArgument(text: string | undefined): Promise<string | undefined> {
  if (!text?.startsWith('@')) return text;
  return (await readGivenFile(text.slice(1))).toString('utf8');
}

function writeOut(write: Write): Promise<Exported> {
  return write(
    () => new Writable({ write: (chunk: Buffer, _encoding, done) => void process.stdout.write(chunk, done) }),
  );
}
