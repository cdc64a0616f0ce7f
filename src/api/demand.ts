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

/** The fields that are asked for of the rows of a page: what nobody looks at need not be read. */
export function readRowFields({ fieldNodes, fragments }: GraphQLResolveInfo): readonly string[] {
  const below = (sets: readonly SelectionSetNode[]): ReadonlyMap<string, readonly SelectionSetNode[]> => {
    const found = new Map<string, SelectionSetNode[]>();
    const spread = new Set<string>();
    const collect = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === 'Field') {
          const own = found.get(selection.name.value) ?? [];
          found.set(selection.name.value, own);
          if (selection.selectionSet) own.push(selection.selectionSet);
        } else if (selection.kind === 'InlineFragment') collect(selection.selectionSet);
        else if (!spread.has(selection.name.value)) {
          spread.add(selection.name.value);
          const fragment = fragments[selection.name.value];
          if (fragment) collect(fragment.selectionSet);
        }
      }
    };
    sets.forEach(collect);
    return found;
  };
  const page = below(fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []));
  const edges = below(page.get('edges') ?? []);
  return [...below([...(page.get('nodes') ?? []), ...(edges.get('node') ?? [])]).keys()];
}
