import type { PrismaClient } from './generated/client.js';

/** An open store. Give it to the functions of this room; nothing outside touches its client. */
export interface Store {
  readonly kind: 'EMBEDDED' | 'POSTGRES';
  /** The folder or, without its password, the address: for people to read. */
  readonly place: string;
  readonly client: PrismaClient;
  /** Waits for what is being written, then lets the folder or the connections go. */
  close(): Promise<void>;
}
