import type { Prisma } from './generated/client.js';
import { inlineValues } from './inline-values.js';

/** A COPY of the rows of a query. */
export interface CopyOut {
  readonly query: Prisma.Sql;
  /** What stands in its WITH. */
  readonly options: string;
}

/** Runs one COPY after another. */
export interface CopyConnection {
  /** The bytes as they come; where they are taken no longer, the COPY ends. */
  copyOut(makeStatement: (target: string) => string): AsyncIterable<Uint8Array>;
  /** Lets go of the connection, whatever is under way. */
  close(): Promise<void>;
}

/**
 * Opens a connection to copy from.
 * @param exportSnapshot names the snapshot that it is to see; asked only where the store has connections beside the client's
 */
export type OpenCopies = (exportSnapshot: () => Promise<string>) => Promise<CopyConnection>;

/** The bytes of one COPY, of which the listeners are told. */
export function runCopy(
  listeners: ReadonlySet<(sql: string) => void>,
  connection: CopyConnection,
  { query, options }: CopyOut,
): AsyncIterable<Uint8Array> {
  const write = (text: string, target: string): string => `COPY (${text}) TO ${target} WITH (${options})`;
  listeners.forEach((listen) => listen(write(query.sql, 'STDOUT')));
  return connection.copyOut((target) => write(inlineValues(query), target));
}
