import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { CopyConnection, OpenCopies } from './copy-out.js';

/** As many as exports run at once. */
const MOST_AT_ONCE = 4;

/** Connections beside those of the client, for COPY; opened when they are needed. */
export interface CopyPool {
  readonly open: OpenCopies;
  close(): Promise<void>;
}

/** No statement has a time-out: a COPY lasts as long as its reader takes. */
export function makeCopyPool(connectionString: string): CopyPool {
  const pool = new pg.Pool({ connectionString, max: MOST_AT_ONCE, connectionTimeoutMillis: 5_000 });
  // What is lost while idle is replaced; what is lost under way fails where it is read.
  const ignore = (): void => undefined;
  pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  return {
    open: async (exportSnapshot) => begin(await pool.connect(), exportSnapshot),
    close: () => pool.end(),
  };
}

/** A transaction that sees the snapshot, on this connection. */
async function begin(client: pg.PoolClient, exportSnapshot: () => Promise<string>): Promise<CopyConnection> {
  // In the middle of a COPY there is nothing to do with a connection but to end it; the server then ends the COPY.
  let isIdle = false;
  const close = async (): Promise<void> => {
    if (isIdle) await client.query('COMMIT').catch(() => (isIdle = false));
    client.release(!isIdle);
  };
  try {
    const snapshot = pg.escapeLiteral(await exportSnapshot());
    // Compiling costs more than it saves where many statements go over few rows each.
    await client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET TRANSACTION SNAPSHOT ${snapshot}; SET LOCAL jit = off`,
    );
    isIdle = true;
  } catch (error) {
    await close();
    throw error;
  }
  return {
    copyOut: async function* (makeStatement) {
      isIdle = false;
      const bytes = client.query(copyTo(makeStatement('STDOUT')));
      // The end of the connection is told to a stream that nobody reads any more, too.
      bytes.on('error', () => undefined);
      yield* bytes as AsyncIterable<Uint8Array>;
      isIdle = true;
    },
    close,
  };
}
