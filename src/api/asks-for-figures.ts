import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';

/** The fields of values and cells that lead to the printed figures. */
const LEADING: readonly string[] = ['sources', 'explanation'];

/** Whether something below this field leads to the printed figures that a value comes from: without that they need not be read. */
export function asksForFigures({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const seen = new Set<string>();
  const leads = (set: SelectionSetNode | undefined): boolean =>
    (set?.selections ?? []).some((selection) => {
      if (selection.kind === 'Field') return LEADING.includes(selection.name.value) || leads(selection.selectionSet);
      if (selection.kind === 'InlineFragment') return leads(selection.selectionSet);
      const { value: name } = selection.name;
      if (seen.has(name)) return false;
      seen.add(name);
      return leads(fragments[name]?.selectionSet);
    });
  return fieldNodes.some(({ selectionSet }) => leads(selectionSet));
}
