import { useMemo } from 'react';
import { useAnswer } from '../ask/use-answer';
import { CompositionDocument } from '../generated/graphql';
import type { CompositionQuery, CompositionQueryVariables, PartFragment } from '../generated/graphql';

/** Sums by district and account, and of each district what they add up to. */
export interface Sums {
  readonly parts: NonNullable<CompositionQuery['parts']>;
  readonly nodes: readonly PartFragment[];
  /** The printed totals by division code. */
  readonly totals: ReadonlyMap<string, string>;
}

/** Thirty districts have more rows than one page of the API: the second page is fetched where there is one. */
export function useComposition(variables: CompositionQueryVariables) {
  const first = useAnswer(CompositionDocument, variables);
  const page = first.data?.data.parts?.pageInfo;
  const isLong = page?.hasNextPage ?? false;
  const second = useAnswer(CompositionDocument, { ...variables, after: page?.endCursor ?? null }, { enabled: isLong });
  const beginning = first.data?.data;
  const ending = isLong ? second.data?.data : null;
  const sums = useMemo((): Sums | undefined => {
    if (!beginning?.parts || ending === undefined) return undefined;
    return {
      parts: beginning.parts,
      nodes: [...beginning.parts.nodes, ...(ending?.parts?.nodes ?? [])],
      totals: new Map(beginning.totals?.nodes.flatMap(({ district, sum }) => (district ? [[district.code, sum]] : []))),
    };
  }, [beginning, ending]);
  return {
    data: sums,
    error: first.error ?? second.error,
    refetch: () => Promise.all([first.refetch(), isLong ? second.refetch() : undefined]),
    isPlaceholderData: first.isPlaceholderData || (isLong && second.isPlaceholderData),
  };
}
