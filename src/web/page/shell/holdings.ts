import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ask } from '../ask/ask';
import { pinnedRelease, pinRelease } from '../ask/release';
import { HoldingsDocument } from '../generated/graphql';
import type { HoldingsQuery } from '../generated/graphql';

/** The first question of a page: all others are of the release that it was answered from. */
export const holdingsOptions = queryOptions({
  queryKey: ['holdings'],
  queryFn: async ({ signal }) => {
    const answer = await ask(HoldingsDocument, {}, { signal, release: pinnedRelease() });
    pinRelease(answer.release);
    return answer;
  },
  staleTime: Infinity,
  retry: 1,
});

/** What the store holds, of the release that the page is pinned to. */
export const HoldingsContext = createContext<HoldingsQuery | null>(null);

export function useHoldings(): HoldingsQuery {
  const holdings = useContext(HoldingsContext);
  if (!holdings) throw new Error('expected to stand inside the shell');
  return holdings;
}
