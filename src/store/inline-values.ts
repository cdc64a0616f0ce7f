import pg from 'pg';
import type { Prisma } from './generated/client.js';

/**
 * SQL with its values as literals, for COPY, which takes no parameters. A literal has no type of its own, as a parameter has none: what
 * is around it tells what it is.
 */
export function inlineValues({ strings, values }: Prisma.Sql): string {
  return strings.reduce((text, next, place) => `${text}${pg.escapeLiteral(toText(values[place - 1]))}${next}`);
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(toElement).join(',')}}`;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`expected a text, number, boolean or a list of texts as a value of COPY, got ${typeof value}`);
}

/** Of an array; null is the one that has no quotes. */
function toElement(value: unknown): string {
  return value === null ? 'NULL' : `"${toText(value).replace(/["\\]/g, '\\$&')}"`;
}
