import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { TypedDocumentString } from '../generated/graphql';
import { ask, AskError } from './ask';
import type { Answer } from './ask';
import { pinnedRelease } from './release';

/** Worth asking again without being told: the server was busy, or away for a moment. */
const PASSING = ['NO_CONNECTION', 'TOO_BUSY', 'STORE_BUSY', 'STORE_UNAVAILABLE', 'TIMEOUT'];

/** A question as the cache knows it: by its text, its variables and the release. */
export function answerOptions<T, V>(question: TypedDocumentString<T, V>, variables: V) {
  const release = pinnedRelease();
  return queryOptions({
    queryKey: [release ?? 'newest', question.text, variables],
    queryFn: ({ signal }) => ask(question, variables, { signal, release }),
    // A release does not change: what is here stays right.
    staleTime: Infinity,
    retry: (failures, error) => failures < 2 && error instanceof AskError && PASSING.includes(error.code),
  });
}

/** The answer before it stands until the next one is here, so that the page does not jump. */
export function useAnswer<T, V>(
  question: TypedDocumentString<T, V>,
  variables: V,
  { enabled = true }: { enabled?: boolean } = {},
): UseQueryResult<Answer<T>> {
  return useQuery({ ...answerOptions(question, variables), placeholderData: keepPreviousData, enabled });
}
