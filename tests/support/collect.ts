import { expect } from '@jest/globals';
import type { Page, PageRequest } from '../../src/domain/filters.js';

/** Every node of a list, page by page. */
export async function collect<T>(find: (page: PageRequest) => Promise<Page<T>>, first: number): Promise<T[]> {
  const nodes: T[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<T> = await find({ first, after });
    expect(page.hasPreviousPage).toBe(after !== null);
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) return nodes;
    expect(page.edges).toHaveLength(first);
    after = page.edges.at(-1)?.cursor ?? null;
  }
}
