import { existsSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const PAGE = 'dist/web/page';

/** What the build says of one file: what it needs before it runs. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const chunks = JSON.parse(readFileSync(`${PAGE}/.vite/manifest.json`, 'utf8')) as Readonly<Record<string, Chunk>>;

/** Compressed, as it is served. */
function weigh(file: string): number {
  const compressed = `${PAGE}/${file}.br`;
  return statSync(existsSync(compressed) ? compressed : `${PAGE}/${file}`).size;
}

function withImports(name: string, found = new Set<string>()): ReadonlySet<string> {
  const chunk = chunks[name];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const needed of chunk.imports ?? []) withImports(needed, found);
  return found;
}

it('the shell and the view that compares weigh less than 200 KB of compressed script; charts, lists and sheets come after them', () => {
  const files = withImports('compare/compare-view.tsx', new Set(withImports('index.html')));
  expect([...files].some((file) => file.includes('charts'))).toBe(false);
  const bytes = [...files].reduce((sum, file) => sum + weigh(file), 0);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(200_000);
});
