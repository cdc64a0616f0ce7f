import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Demand } from '../app/answer-question.js';

/** The fields of values and cells that lead to the printed figures. */
const OF_FIGURES: readonly string[] = ['sources', 'explanation'];
/** The fields of cells that need all of their peers, but for the rank, which a ranking gives itself. */
const AMONG_PEERS: readonly string[] = ['distanceFromMedian', 'zScore'];

/** How much is asked for below this field: what nobody looks at need not be read or computed. */
export function readDemand(info: GraphQLResolveInfo): Required<Pick<Demand, 'withFigures' | 'withPeers'>> {
  return { withFigures: asksForFigures(info), withPeers: asksFor([...AMONG_PEERS, 'rank'], info) };
}

/** The same of a ranking. */
export function readRankingDemand(info: GraphQLResolveInfo): ReturnType<typeof readDemand> {
  return { withFigures: asksForFigures(info), withPeers: asksFor(AMONG_PEERS, info) };
}

/** Whether something below this field leads to the printed figures that a value comes from. */
export function asksForFigures(info: GraphQLResolveInfo): boolean {
  return asksFor(OF_FIGURES, info);
}

function asksFor(names: readonly string[], { fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const seen = new Set<string>();
  const asks = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === 'Field') return names.includes(selection.name.value) || asks(selection.selectionSet);
      if (selection.kind === 'InlineFragment') return asks(selection.selectionSet);
      const { value: name } = selection.name;
      if (seen.has(name)) return false;
      seen.add(name);
      return asks(fragments[name]?.selectionSet);
    });
  return fieldNodes.some(({ selectionSet }) => asks(selectionSet));
}
