/** What a question is to reach: answers a second as a multiple of another's. */
export interface Goal {
  readonly first: { readonly must: number; readonly aim: number };
  readonly again: number;
  readonly postgraphile: number;
  readonly prisma: number;
}

/** Set for 3 million line items, limits and logging on, at 16 connections. */
export const GOALS: Readonly<Record<string, Goal>> = {
  Q1: { first: { must: 0.5, aim: 0.65 }, again: 4, postgraphile: 2, prisma: 6 },
  Q2: { first: { must: 0.5, aim: 1.4 }, again: 5, postgraphile: 14, prisma: 18 },
  Q3: { first: { must: 0.65, aim: 2.5 }, again: 10, postgraphile: 50, prisma: 12 },
  Q4: { first: { must: 0.55, aim: 0.9 }, again: 2.5, postgraphile: 60, prisma: 90 },
  Q6: { first: { must: 0.55, aim: 1.4 }, again: 8, postgraphile: 12, prisma: 8 },
};

/** Of the export: speed as a share of COPY, milliseconds until the first byte, megabytes of growth. */
export const EXPORT_GOAL = { speed: 0.85, first: 50, growth: 64 } as const;
