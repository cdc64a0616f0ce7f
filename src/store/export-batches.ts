import type { Page, PageRequest } from '../domain/filters.js';

/** Rows of a batch: enough that a statement is worth it, few enough that they are little memory. */
const BATCH = 1_000;

/** All rows of a list, batch by batch in its order; the next batch is read when it is asked for. */
export async function* readBatches<T>(find: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<readonly T[]> {
  for (let after: string | null = null; ;) {
    const page: Page<T> = await find({ first: BATCH, after });
    yield page.edges.map(({ node }) => node);
    if (!page.hasNextPage) return;
    after = page.edges.at(-1)?.cursor ?? null;
  }
}
