// Builds what is missing or whose sources have changed, one line on stderr per thing built; does nothing, quickly, otherwise.
// A target is up to date when the digest of its sources equals the one noted when it was built.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

process.chdir(join(import.meta.dirname, '..'));

const PAGE_TYPES = 'src/web/page/generated/graphql.ts';
const TARGETS = [
  {
    name: 'prisma client',
    sources: ['prisma/schema.prisma', 'node_modules/prisma/package.json'],
    output: 'src/store/generated',
    build: generatePrismaClient,
  },
  { name: 'server', sources: ['src', 'tsconfig.json'], except: ['src/web'], output: 'dist', build: compileServer },
  {
    name: 'playground',
    sources: ['src/web/playground', 'node_modules/graphiql/package.json'],
    output: 'dist/web/playground',
    build: bundlePlayground,
  },
  {
    name: 'types of the page',
    sources: ['.ci/page-types.mjs', 'schema.graphql', 'src/web/page'],
    only: /(page-types\.mjs|\.graphql)$/,
    output: PAGE_TYPES,
    build: generatePageTypes,
  },
  {
    name: 'page',
    sources: ['src/web/page', 'node_modules/vite/package.json', 'node_modules/echarts/package.json'],
    output: 'dist/web/page',
    build: bundlePage,
  },
  { name: 'bench', sources: ['bench'], except: ['bench/node_modules'], output: 'dist/bench', build: bundleBench },
].filter(({ sources: [source] }) => existsSync(source));

try {
  if (TARGETS.some((target) => isStale(target, digestSources(target)))) await underLock(buildStale);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function buildStale() {
  // In order and looked at anew each time: the client is among the sources of the server.
  for (const target of TARGETS) {
    const digest = digestSources(target);
    if (!isStale(target, digest)) continue;
    const start = performance.now();
    await target.build(target.output);
    writeFileSync(stampOf(target), digest);
    console.error(`built ${target.name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}

function isStale(target, digest) {
  const stamp = stampOf(target);
  return !existsSync(target.output) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest;
}

function stampOf(target) {
  return `dist/.built/${target.name.replaceAll(' ', '-')}`;
}

function digestSources({ sources, except = [], only = /./ }) {
  const hash = createHash('sha256');
  const files = sources.flatMap((source) => listFiles(source, except)).filter((file) => only.test(file));
  for (const file of ['.ci/build.mjs', ...files]) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path, except) {
  if (except.includes(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => listFiles(`${path}/${name}`, except));
}

function emptyFolder(path) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** Two runs at once: the second waits, and then finds everything built. A lock left by a killed run goes stale. */
async function underLock(work) {
  const { lock } = (await import('proper-lockfile')).default;
  mkdirSync('dist/.built', { recursive: true });
  const release = await lock('dist', {
    lockfilePath: 'dist/.built/lock',
    stale: 20_000,
    retries: { retries: 600, minTimeout: 100, maxTimeout: 200 },
  });
  try {
    await work();
  } finally {
    await release();
  }
}

/** `generate` needs no schema engine, but downloads one unless it is told of some executable. */
async function generatePrismaClient() {
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const args = ['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema.prisma', '--no-hints'];
  await promisify(execFile)(process.execPath, args, { env });
}

/** File by file, types only removed: `npm run typecheck` is what judges them. */
async function compileServer() {
  const { build } = await import('esbuild');
  const sources = listFiles('src', ['src/web']).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const fresh = emptyFolder('dist/.fresh-server');
  await build({
    entryPoints: sources,
    outbase: 'src',
    outdir: fresh,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'silent',
  });
  const rooms = readdirSync(fresh);
  for (const old of readdirSync('dist')) {
    if (!old.startsWith('.') && old !== 'web' && old !== 'bench') rmSync(`dist/${old}`, { recursive: true });
  }
  for (const room of rooms) renameSync(`${fresh}/${room}`, `dist/${room}`);
  rmSync(fresh, { recursive: true });
}

/** GraphiQL, its editor workers and its style sheet, served from our own origin. */
async function bundlePlayground(output) {
  const { build } = await import('esbuild');
  const fresh = emptyFolder('dist/.fresh-playground');
  await build({
    entryPoints: {
      main: 'src/web/playground/main.tsx',
      'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
      'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
      'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
    },
    outdir: fresh,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file', '.woff2': 'file' },
    logLevel: 'silent',
  });
  writeFileSync(`${fresh}/index.html`, readFileSync('src/web/playground/index.html'));
  compressFiles(fresh);
  rmSync(output, { recursive: true, force: true });
  mkdirSync('dist/web', { recursive: true });
  renameSync(fresh, output);
}

async function generatePageTypes(output) {
  const { makePageTypes } = await import('./page-types.mjs');
  const questions = listFiles('src/web/page', []).filter((file) => file.endsWith('.graphql'));
  await makePageTypes(questions, output);
}

/** With hashes in the names of its files, compressed once for all visitors. */
async function bundlePage(output) {
  const { build } = await import('vite');
  const fresh = emptyFolder('dist/.fresh-page');
  await build({ configFile: 'src/web/page/vite.config.mjs', build: { outDir: join(process.cwd(), fresh) } });
  compressFiles(fresh);
  rmSync(output, { recursive: true, force: true });
  mkdirSync('dist/web', { recursive: true });
  renameSync(fresh, output);
}

/** A `.br` and a `.gz` beside every text that is worth it. */
function compressFiles(folder) {
  for (const file of listFiles(folder, []).filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
    const text = readFileSync(file);
    if (text.length < 1_000) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  }
}

/** A file for each program of the benchmark; what it uses of the product is the server's own compiled files. */
async function bundleBench(output) {
  const { build } = await import('esbuild');
  const product = {
    name: 'product',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\/src\// }, ({ path }) => ({ path: path.replace(/^.*\/src\//, '../'), external: true })),
  };
  await build({
    entryPoints: {
      'load-data': 'bench/data/load-data.ts',
      benchmark: 'bench/benchmark.ts',
      floor: 'bench/floor/floor.ts',
      prisma: 'bench/peers/prisma.ts',
    },
    outdir: emptyFolder(output),
    bundle: true,
    packages: 'external',
    plugins: [product],
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'silent',
  });
}
