#!/usr/bin/env node
import { Command } from 'commander';
import type { CheckOptions } from './commands/check.js';
import type { ExportOptions } from './commands/export.js';
import type { ImportOptions } from './commands/import.js';
import type { RestateOptions } from './commands/restate.js';
import { describeFailure, EXIT_CODES } from './exit-codes.js';
import type { ExitCode } from './exit-codes.js';
import { readVersion } from './version.js';
import { explainWriting } from './whole-file.js';

/** Commands are loaded when they are called: reading a file needs neither the store nor the API. */
function buildProgram(end: (code: ExitCode) => void): Command {
  const program = new Command('duizhao')
    .description('Budgets and final accounts of Chinese departments, side by side (对照)')
    .version(readVersion())
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  program
    .command('read')
    .description('read one document without a store and print what was read')
    .argument('<file>', 'a published budget or final accounts')
    .option('--json', 'the canonical report, amounts in 万元')
    .action(async (file: string, options: { json?: boolean }) =>
      end(await (await import('./commands/read.js')).runRead(file, options)),
    );
  program
    .command('check')
    .description('read documents without a store and print what was read as tables, what could not be beside it')
    .argument('<path...>', 'files or folders')
    .option('--strict', 'end with 1 where there is anything to look at, not only what could not be read')
    .option('--json', 'the tables as JSON')
    .action(async (paths: string[], options: CheckOptions) =>
      end(await (await import('./commands/check.js')).runCheck(paths, options)),
    );
  program
    .command('import')
    .description('read documents and store their reports, one transaction each')
    .argument('<path...>', 'files or folders (.txt, .md, .html, .xlsx, .docx, .pdf)')
    .option('--dry-run', 'read and check, store nothing')
    .option('--strict', 'refuse a report of which something could not be read')
    .option('--json', 'say what became of each document as JSON')
    .action(async (paths: string[], options: ImportOptions) =>
      end(await (await import('./commands/import.js')).runImport(paths, options)),
    );
  program
    .command('export')
    .description('write line items, indicators, facts, findings, a comparison or statistics as a file')
    .argument('<table>', 'line-items, indicators, facts, findings, comparison or statistics')
    .requiredOption('--format <format>', 'csv or ndjson')
    .option('--where <json>', "all but comparison and statistics: the API's filter as JSON, or @file")
    .option('--input <json>', "comparison: the API's CompareInput as JSON, or @file")
    .option('--id <id>', 'comparison: of one made earlier, instead of --input')
    .option('--release <id>', 'an earlier release that is kept (default: the newest)')
    .option('--order-by <order>', 'line-items: PRINTED (default), AMOUNT_ASC or AMOUNT_DESC')
    .option('--unit <unit>', 'line-items: WAN_YUAN (default), YUAN or YI_YUAN')
    .option('--out <file>', 'a file, written whole or not at all (default: stdout)')
    .option('--bom', 'csv: begin with a byte order mark, for spreadsheets')
    .action(async (table: string, options: ExportOptions) =>
      end(await (await import('./commands/export.js')).runExport(table, options)),
    );
  program
    .command('load-statistics')
    .description('store populations and deflators of your own, all of them or none')
    .argument('<file>', 'a CSV with the columns kind,district,year,value,vintage,source')
    .action(async (file: string) => end(await (await import('./commands/load-statistics.js')).runLoadStatistics(file)));
  program
    .command('restate')
    .description("print a report's coded rows on the accounts of another year: before, what became of them, after")
    .argument('<report>', 'a published budget or final accounts, or the id of a stored report')
    .requiredOption('--edition <year>', 'the year of the accounts')
    .option('--json', 'all rows, those that stay the same too; amounts in 万元')
    .action(async (report: string, options: RestateOptions) =>
      end(await (await import('./commands/restate.js')).runRestate(report, options)),
    );
  program
    .command('backup')
    .description('write all that the store holds to a file')
    .argument('<file>', 'a new file, gzip; written whole or not at all')
    .option('--force', 'write over a file that is there')
    .action(async (file: string, options: { force?: boolean }) =>
      end(await (await import('./commands/backup.js')).runBackup(file, options)),
    );
  program
    .command('restore')
    .description('put what a backup holds into an empty store, all of it or nothing')
    .argument('<file>', 'written by backup, from an embedded store or a Postgres')
    .option('--replace', 'remove what the store holds')
    .action(async (file: string, options: { replace?: boolean }) =>
      end(await (await import('./commands/restore.js')).runRestore(file, options)),
    );
  program
    .command('verify')
    .description('make the figures that are kept ready anew from the printed ones, and say where what is kept differs')
    .option('--repair', 'put what was made in the place of what differs')
    .action(async (options: { repair?: boolean }) =>
      end(await (await import('./commands/verify.js')).runVerify(options)),
    );
  program
    .command('migrate')
    .description("bring the store's schema up to date")
    .action(async () => end(await (await import('./commands/migrate.js')).runMigrate()));
  program
    .command('serve')
    .description('serve the store as it is')
    .option('--port <port>', 'port to listen on (default: PORT, else 4000)')
    .action(async (options: { port?: string }) =>
      end(await (await import('./commands/serve.js')).runServe({ ...options, seeds: false })),
    );
  program
    .command('start')
    .description('load the published reports into an empty store, then serve')
    .option('--port <port>', 'port to listen on (default: PORT, else 4000)')
    .action(async (options: { port?: string }) =>
      end(await (await import('./commands/serve.js')).runServe({ ...options, seeds: true })),
    );
  program
    .command('write-seeds')
    .description('write seeds/reports anew from the published documents')
    .argument('<folder>', 'the folder of the documents')
    .action(async (folder: string) => end(await (await import('./commands/seeds.js')).runWriteSeeds(folder)));
  program
    .command('print-schema')
    .description('print the GraphQL schema')
    .action(async () => end(await (await import('./commands/print-schema.js')).runPrintSchema()));
  return program;
}

// A reader that has seen enough (head) closes the pipe: that is no failure. A disk that is full is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') fail(explainWriting(error, 'stdout'));
  process.exit(EXIT_CODES.DONE);
});

/** Ends at once: a database that failed to open may leave something that would keep the process. */
function fail(error: unknown): never {
  const { code, line } = describeFailure(error);
  if (line !== null) process.stderr.write(`${line}\n`);
  process.exit(code);
}

// What nobody waits for fails too: the embedded database, where it can't write any more.
process.on('uncaughtException', fail);

try {
  let code: ExitCode = EXIT_CODES.DONE;
  await buildProgram((ended) => (code = ended)).parseAsync();
  process.exitCode = code;
} catch (error) {
  fail(error);
}
