import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { toStatement } from './direct-reads.js';
import type { Runner, Store, Transact, Writer } from './store.js';
import { VALUE_READERS } from './value-readers.js';

/** Runs one statement: its rows, and how many it wrote. */
type Run = (text: string, values: unknown[]) => Promise<{ readonly rows: readonly object[]; readonly count: number }>;
type Direct = Pick<Writer, 'copyIn'> & { readonly run: Run };
type Listeners = Store['listeners'];

/** Transactions of the embedded database, one after the other; each statement is told to who listens. */
export function transactEmbedded(database: PGlite, listeners: Listeners): Transact {
  return (work) =>
    database.transaction(async (transaction) => {
      const run: Run = async (text, values) => {
        const { rows, affectedRows = 0 } = await transaction.query<object>(text, values, { parsers: VALUE_READERS });
        return { rows, count: affectedRows };
      };
      const copyIn: Writer['copyIn'] = async (makeStatement, rows) => {
        await transaction.query(makeStatement(`'/dev/blob'`), [], { blob: new Blob([...rows]) });
      };
      return work(makeWriter({ run, copyIn }, listeners));
    });
}

/** Transactions of a Postgres database, each on a connection that is free; each statement is told to who listens. */
export function transactInPool(pool: pg.Pool, listeners: Listeners): Transact {
  return async (work) => {
    const connection = await pool.connect();
    connection.on('error', ignore);
    const letGo = (failure?: Error): void => {
      connection.off('error', ignore);
      connection.release(failure);
    };
    try {
      await connection.query('BEGIN');
      const result = await work(makeWriter(runOn(connection), listeners));
      await connection.query('COMMIT');
      letGo();
      return result;
    } catch (error) {
      await connection.query('ROLLBACK').then(() => letGo(), letGo);
      throw error;
    }
  };
}

function runOn(connection: pg.PoolClient): Direct {
  return {
    run: async (text, values) => {
      const { rows, rowCount } = await connection.query<object>(text, values);
      return { rows, count: rowCount ?? 0 };
    },
    copyIn: (makeStatement, rows) => pipeline(Readable.from(rows), connection.query(copyFrom(makeStatement('STDIN')))),
  };
}

/** Whoever waits for an answer is told as well. */
function ignore(): void {}

/** Prisma's own promises can be joined to one of its transactions; nobody does that with these. */
function makeWriter({ run, copyIn }: Direct, listeners: Listeners): Writer {
  const tell = (text: string): void => listeners.forEach((listen) => listen(text));
  const send = (query: Parameters<Runner['$queryRaw']>): ReturnType<Run> => {
    const { text, values } = toStatement(...query);
    tell(text);
    return run(text, values);
  };
  return {
    $queryRaw: (async (...query) => (await send(query)).rows) as Writer['$queryRaw'],
    $executeRaw: (async (...query) => (await send(query)).count) as Writer['$executeRaw'],
    copyIn: (makeStatement, rows) => {
      tell(makeStatement('STDIN'));
      return copyIn(makeStatement, rows);
    },
  };
}
