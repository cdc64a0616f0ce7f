import type { OpenCopies } from './copy-out.js';
import type { InMemory } from './report-presence.js';
import type { PrismaClient } from './generated/client.js';

/** What this process has written to a store since it opened it. */
export interface WriteCount {
  /** Transactions that are about to be committed. */
  pending: number;
  done: number;
}

/** Sends a statement to the database and gives its rows. */
export type Send = (text: string, values: readonly unknown[]) => Promise<readonly object[]>;

/** A transaction that sees the database as it was at its first statement, and only reads. */
export interface SnapshotTransaction {
  readonly send: Send;
  /** Lets the connection go, after what was sent by then; never fails. */
  end(): Promise<void>;
}

/** What runs SQL: a store's client, or a transaction of it. */
export type Runner = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;

/** Runs SQL in a transaction past Prisma, which knows no COPY. */
export interface Writer extends Runner {
  /** Runs a COPY that reads its rows from here. */
  copyIn(makeStatement: (source: string) => string, rows: Iterable<string>): Promise<void>;
}

/** Runs `work` in a transaction: what it writes is kept whole once it is done, and nothing of it where it fails. */
export type Transact = <T>(work: (writer: Writer) => Promise<T>) => Promise<T>;

/** An open store. Give it to the functions of this room; nothing outside touches its client. */
export interface Store {
  readonly kind: 'EMBEDDED' | 'POSTGRES';
  /** The folder or, without its password, the address: for people to read. */
  readonly place: string;
  /** What `$queryRaw` of it reads comes past Prisma, from any connection; what a transaction reads, from its own. */
  readonly client: PrismaClient;
  /** Begins to read by a connection of one's own; null: the embedded store, which has one for all. */
  readonly openSnapshot: (() => Promise<SnapshotTransaction>) | null;
  readonly openCopies: OpenCopies;
  readonly transact: Transact;
  /** What is in memory of the state that is read; null: nothing is, or not of that state. */
  readonly inMemory: (() => Promise<InMemory | null>) | null;
  /** The same, where something asked `inMemory` before; null: not by now. */
  readonly atHand: () => InMemory | null;
  /** Number of the earlier release that is read, by the conditions of `pinning.ts`; null: the newest. */
  readonly pinnedTo: number | null;
  readonly writes: WriteCount;
  /** Is told each SQL statement that goes to the database. */
  readonly listeners: Set<(sql: string) => void>;
  /** Lets the folder or the connections go, after what is being written is done. */
  close(): Promise<void>;
}

/** What is read from: a store, or a transaction of it. */
export interface Readable extends Pick<Store, 'pinnedTo'> {
  readonly client: Pick<Runner, '$queryRaw'>;
}
