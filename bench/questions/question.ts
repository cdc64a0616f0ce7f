import type { Sample } from './sample.js';

/** Who answers: the product, the least that could answer, and what others would build. */
export const CONTENDERS = ['product', 'floor', 'postgraphile', 'prisma'] as const;
export type Contender = (typeof CONTENDERS)[number];

/** A request; with a body it is a POST of JSON. */
export interface Asked {
  readonly path: string;
  readonly body?: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

/** What an answer says, a line a figure: the same lines from everybody. */
export type Figures = readonly string[];

/** One question put to one contender, and what to read in its answer. */
export interface Form {
  readonly asked: Asked;
  readonly read: (answer: unknown) => Figures;
}

/** A question of performance, of which there are as many as wanted, no two the same. */
export interface Question {
  readonly key: string;
  readonly title: string;
  /** The `nth` of them, from 0; the same store has the same. */
  readonly make: (sample: Sample, nth: number) => Readonly<Record<Contender, Form>>;
}

/** The path of every GraphQL contender. */
export function askGraphql(query: string, variables: Readonly<Record<string, unknown>>): Asked {
  return { path: '/graphql', body: { query, variables } };
}

/**
 * What stands under `data`.
 * @throws Error for an answer with errors
 */
export function dataOf<T>(answer: unknown): T {
  const { data, errors } = answer as { readonly data?: T | null; readonly errors?: readonly { message: string }[] };
  if (errors?.length || !data)
    throw new Error(`expected data, got ${errors?.map(({ message }) => message).join('; ')}`);
  return data;
}
