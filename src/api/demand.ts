import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { Demand } from '../app/answer-question.js';

/** The fields of values and cells that lead to the printed figures. */
const OF_FIGURES: readonly string[] = ['sources', 'explanation'];

/** How much is asked for below this field: printed figures that nobody looks at need not be read. */
export function readDemand({ fieldNodes, fragments }: GraphQLResolveInfo): Required<Pick<Demand, 'withFigures'>> {
  const seen = new Set<string>();
  const asks = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === 'Field') return OF_FIGURES.includes(selection.name.value) || asks(selection.selectionSet);
      if (selection.kind === 'InlineFragment') return asks(selection.selectionSet);
      const { value: name } = selection.name;
      if (seen.has(name)) return false;
      seen.add(name);
      return asks(fragments[name]?.selectionSet);
    });
  return { withFigures: fieldNodes.some(({ selectionSet }) => asks(selectionSet)) };
}
