import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to the database that counts what is executed on it, whoever executes. */
export interface CountedDatabase {
  readonly databaseUrl: string;
  /** Statements since the last time. */
  readonly take: () => number;
  readonly close: () => Promise<void>;
}

const EXECUTE = 'E'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const LENGTH_BYTES = 4;

/** Passes everything on and counts the messages Execute and Query of the protocol, BEGIN and COMMIT among them. */
export async function countStatements(databaseUrl: string): Promise<CountedDatabase> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let count = 0;
  const server = createServer((client) => {
    const database = connect(Number(target.port || '5432'), target.hostname);
    const see = watchMessages((type) => {
      if (type === EXECUTE || type === QUERY) count += 1;
    });
    client.on('data', see);
    client.pipe(database).pipe(client);
    for (const socket of [client, database]) {
      sockets.add(socket);
      socket.on('error', () => client.destroy() && database.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const counted = new URL(databaseUrl);
  counted.hostname = '127.0.0.1';
  counted.port = String((server.address() as AddressInfo).port);
  return {
    databaseUrl: counted.href,
    take: () => {
      const taken = count;
      count = 0;
      return taken;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Tells the type of each message of a client that is not encrypted; the first, which starts the session, has none. */
export function watchMessages(see: (type: number) => void): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let typeBytes = 0;
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (rest.length >= typeBytes + LENGTH_BYTES) {
      const end = typeBytes + rest.readUInt32BE(typeBytes);
      if (rest.length < end) return;
      if (typeBytes === 1) see(rest.readUInt8(0));
      typeBytes = 1;
      rest = rest.subarray(end);
    }
  };
}
