import { createHash } from 'node:crypto';

/** JSON with keys in order, without null and undefined: equal contents are spelled alike. */
export function spellAlike(content: object): string {
  return JSON.stringify(sortKeys(content));
}

/** A short address of a content by how it is spelled. */
export function addressOf(spelling: string): string {
  return createHash('sha256').update(spelling).digest('base64url').slice(0, 16);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, own]) => own !== null && own !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => [key, sortKeys(own)]));
}
