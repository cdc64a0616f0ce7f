import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { ask } from '../ask/ask';
import { pinnedRelease } from '../ask/release';
import type { PrintedItemFragment, ReportFindingFragment, Statement, TypedDocumentString } from '../generated/graphql';
import { PrintedItemsDocument, ReportFindingsDocument } from '../generated/graphql';

/** A page of a list. */
interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

interface Asked<T, V, Node> {
  readonly question: TypedDocumentString<T, V>;
  readonly variables: V;
  /** undefined: there is no such list. */
  readonly pick: (answer: T) => Page<Node> | undefined;
  readonly enabled?: boolean;
}

/** A list with all its pages, one after another. */
function useWhole<T, V, Node>(asked: Asked<T, V, Node>): UseQueryResult<readonly Node[]> {
  const { question, variables, pick, enabled = true } = asked;
  const release = pinnedRelease();
  return useQuery({
    queryKey: [release ?? 'newest', 'whole', question.text, variables],
    queryFn: async ({ signal }) => {
      const nodes: Node[] = [];
      for (let after: string | null = null; ;) {
        const { data } = await ask(question, { ...variables, after }, { signal, release });
        const page: Page<Node> | undefined = pick(data);
        nodes.push(...(page?.nodes ?? []));
        if (!page?.pageInfo.hasNextPage) return nodes;
        after = page.pageInfo.endCursor;
      }
    },
    staleTime: Infinity,
    enabled,
  });
}

/** All checks of a report, in the order of the rules. */
export function useFindings(report: string): UseQueryResult<readonly ReportFindingFragment[]> {
  return useWhole({ question: ReportFindingsDocument, variables: { report }, pick: ({ findings }) => findings });
}

/** All figures of one statement, as printed. */
export function usePrintedItems(report: string, statement: Statement): UseQueryResult<readonly PrintedItemFragment[]> {
  return useWhole({
    question: PrintedItemsDocument,
    variables: { report, where: { statement: [statement] } },
    pick: (answer) => answer.report?.lineItems,
  });
}

/** The statement that a figure stands in; undefined while it is looked for, null where the report has no such figure. */
export function useStatementOf(report: string, item: string | undefined): Statement | null | undefined {
  const { data, isError } = useWhole({
    question: PrintedItemsDocument,
    variables: { report, where: {} },
    pick: (answer) => answer.report?.lineItems,
    enabled: item !== undefined,
  });
  if (item === undefined || isError) return null;
  return data && (data.find(({ id }) => id === item)?.statement ?? null);
}
