import pg from 'pg';
import type { Connection, QueryResultRow, Submittable } from 'pg';
import type { Column } from '../../src/export/column.js';

const SQL_TYPES = { text: 'text', integer: 'integer', decimal: 'numeric', boolean: 'boolean' } as const;

/** Has Postgres read a CSV with COPY into a table of typed columns, and gives back the rows; decimals are texts. */
export async function copyCsv(
  connectionString: string,
  columns: readonly Pick<Column<never>, 'name' | 'type'>[],
  csv: string,
): Promise<QueryResultRow[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const list = columns.map(({ name, type }) => `"${name}" ${SQL_TYPES[type]}`).join(', ');
    await client.query(`CREATE TEMP TABLE copied (place serial, ${list})`);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    await new Promise<void>((resolve, reject) => {
      client.query(new CopyIn(`COPY copied (${names}) FROM STDIN (FORMAT csv, HEADER match)`, csv, resolve, reject));
    });
    return (await client.query(`SELECT ${names} FROM copied ORDER BY place`)).rows;
  } finally {
    await client.end();
  }
}

/** What `pg` knows of a connection, and its types leave out. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

class CopyIn implements Submittable {
  constructor(
    readonly sql: string,
    readonly content: string,
    readonly resolve: () => void,
    readonly reject: (error: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.content));
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.resolve();
  }

  handleError(error: Error): void {
    this.reject(error);
  }
}
