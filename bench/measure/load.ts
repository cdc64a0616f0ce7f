import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Asked } from '../questions/question.js';

/** For so long, or until there are so many answers: what takes seconds each is not to be cut off. */
export type Length = { readonly seconds: number } | { readonly answers: number };

export interface Load {
  readonly url: string;
  readonly requests: readonly Asked[];
  readonly connections: number;
  readonly length: Length;
  /** From where on requests are told apart; null: the first of them, again and again. */
  readonly firstAsked: number | null;
}

/** What came of it. */
export interface Loaded {
  readonly answers: number;
  readonly failures: number;
  readonly seconds: number;
  readonly milliseconds: { readonly median: number; readonly slow: number };
}

/**
 * Asks as long as that; none at all may be answered.
 * @throws Error where the generator fails, or something else than an answer comes
 */
export async function runLoad(load: Load, signal: AbortSignal): Promise<Loaded> {
  const child = spawn(process.execPath, ['bench/measure/load-generator.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    signal,
  });
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  child.stdin.end(JSON.stringify(load));
  const loaded = JSON.parse(await Promise.race([text(child.stdout), failed])) as Loaded;
  if (loaded.failures > 0)
    throw new Error(`expected answers only, got ${loaded.answers} and ${loaded.failures} failures from ${load.url}`);
  return loaded;
}
