import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { EXIT_CODES } from '../../src/cli/exit-codes.js';
import { runCli } from '../cli/run-cli.js';

const README = readFileSync('README.md', 'utf8');

describe('README.md', () => {
  it('names every command of the command line, and no other', async () => {
    const { stdout } = await runCli(['--help']);
    const [, list = ''] = stdout.split('Commands:\n');
    const commands = [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
    expect(tableOf('command').sort()).toEqual(commands.sort());
  });

  it('documents every environment variable that the code and its tests read, and no other', () => {
    const sources = listFiles('src', 'tests').map((file) => readFileSync(file, 'utf8'));
    const read = sources.flatMap((text) =>
      [...text.matchAll(/(?:process\.env(?:\.|\[')|readCount\(')([A-Z_]+)/g)].map(([, name]) => name),
    );
    // npm's own, not for people to set: where it was called.
    const variables = new Set(read.filter((name) => name !== 'INIT_CWD'));
    expect(tableOf('variable').sort()).toEqual([...variables].sort());
  });

  it('documents every exit code', () => {
    const [sentence = ''] = /^Exit codes: .*$/m.exec(README) ?? [];
    expect([...sentence.matchAll(/\b(\d) /g)].map(([, code]) => Number(code))).toEqual(Object.values(EXIT_CODES));
  });

  it('prints only queries that the schema answers', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const queries = [...README.matchAll(/^```graphql\n([^]*?)^```/gm)].map(([, query = '']) => query);
    expect(queries.length).toBeGreaterThan(1);
    for (const query of queries) expect(validate(schema, parse(query))).toEqual([]);
  });

  it('lists the rooms that there are', () => {
    const rooms = readdirSync('src').map((room) => `${room}/`);
    expect(tableOf('room')).toEqual(expect.arrayContaining(rooms));
  });

  it('points to files that are there', () => {
    const links = [...README.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = '']) => path);
    const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
    for (const link of links) expect(tracked.some((file) => file === link || file.startsWith(link))).toBe(true);
  });
});

/** The names in the first column of the table with this head. */
function tableOf(head: string): string[] {
  const [, rows = ''] = new RegExp(`^\\| ${head} +\\|.*\n\\|[- |]+\n((?:\\|.*\n)+)`, 'm').exec(README) ?? [];
  return [...rows.matchAll(/^\| `([\w/-]+)/gm)].map(([, name = '']) => name);
}

function listFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.(?:ts|tsx|mjs)$/.test(entry.name) && !entry.parentPath.includes('generated'),
      )
      .map((entry) => join(entry.parentPath, entry.name)),
  );
}
