import type { StringFilter } from '../domain/filters.js';
import { matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { departmentIdOf } from './ids.js';

/** Conditions on what lies in a report: those of reports named, and else, where `currentOnly`, of current ones. */
export function matchReportIds(
  table: string,
  filter: StringFilter | null | undefined,
  currentOnly = true,
): Condition[] {
  const named = matchText(`${table}."reportId"`, filter);
  if (named.length === 0) return currentOnly ? [Prisma.sql`${Prisma.raw(table)}."current"`] : [];
  // Whose reports they are leads to them by an index.
  const ids = [...(filter?.eq ? [filter.eq] : []), ...(filter?.in ?? [])];
  if (ids.length === 0) return named;
  return [...named, Prisma.sql`${Prisma.raw(table)}."departmentId" = ANY(${texts(ids.map(departmentIdOf))})`];
}
