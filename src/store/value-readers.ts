import { Prisma } from './generated/client.js';

/** Postgres's numbers of its types. */
const TYPES = {
  JSON: 114,
  JSONB: 3802,
  INT8: 20,
  NUMERIC: 1700,
  DATE: 1082,
  TIMESTAMP: 1114,
  TIMESTAMPTZ: 1184,
} as const;

/**
 * How the text of a value is read, by its type, where the drivers read it otherwise than Prisma, or each in its own way: 64 bits as
 * bigint, numeric as Decimal, moments as Date (sessions are in UTC). The rest is as the drivers have it: smaller numbers, booleans, texts and lists of them.
 */
export const VALUE_READERS: Readonly<Record<number, (text: string) => unknown>> = {
  [TYPES.INT8]: BigInt,
  [TYPES.NUMERIC]: (text) => new Prisma.Decimal(text),
  [TYPES.JSON]: JSON.parse,
  [TYPES.JSONB]: JSON.parse,
  [TYPES.DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [TYPES.TIMESTAMP]: readMoment,
  [TYPES.TIMESTAMPTZ]: readMoment,
};

/** As Postgres writes it in UTC: 2026-01-31 23:59:59.123+00, without an offset where the type has none. */
function readMoment(text: string): Date {
  return new Date(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, '')}Z`);
}
