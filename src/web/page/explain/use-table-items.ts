import { useQuery } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import type { Answer } from '../ask/ask';
import { pinnedRelease } from '../ask/release';
import { PrintedItemsDocument } from '../generated/graphql';
import type { LineItemFilter, PrintedItemFragment, PrintedItemsQuery } from '../generated/graphql';

/** All printed figures of one statement of a report; of a table by unit those of the unit. */
export function useTableItems(report: string, where: LineItemFilter) {
  const release = pinnedRelease();
  return useQuery({
    queryKey: [release ?? 'newest', 'all of a table', report, where],
    queryFn: ({ signal }) => askAll(report, where, { signal, release }),
    staleTime: Infinity,
  });
}

/** Page by page: a table may have more figures than a page of the API. */
async function askAll(
  report: string,
  where: LineItemFilter,
  options: { signal: AbortSignal; release: string | undefined },
): Promise<PrintedItemFragment[]> {
  const items: PrintedItemFragment[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<PrintedItemsQuery> = await ask(PrintedItemsDocument, { report, where, after }, options);
    const page = answer.data.report?.lineItems;
    items.push(...(page?.nodes ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return items;
}
