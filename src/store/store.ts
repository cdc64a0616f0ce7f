import type { OpenCopies } from './copy-out.js';
import type { PrismaClient } from './generated/client.js';

/** What this process has written to a store since it opened it. */
export interface WriteCount {
  /** Transactions that are about to be committed. */
  pending: number;
  done: number;
}

/** An open store. Give it to the functions of this room; nothing outside touches its client. */
export interface Store {
  readonly kind: 'EMBEDDED' | 'POSTGRES';
  /** The folder or, without its password, the address: for people to read. */
  readonly place: string;
  readonly client: PrismaClient;
  readonly openCopies: OpenCopies;
  /** Number of the earlier release that is read, by the conditions of `pinning.ts`; null: the newest. */
  readonly pinnedTo: number | null;
  readonly writes: WriteCount;
  /** Is told each SQL statement that goes to the database. */
  readonly listeners: Set<(sql: string) => void>;
  /** Lets the folder or the connections go, after what is being written is done. */
  close(): Promise<void>;
}

/** What runs SQL: a store's client, or a transaction of it. */
export type Runner = Pick<PrismaClient, '$queryRaw' | '$executeRaw'>;
