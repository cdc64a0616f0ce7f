import { Kind } from 'graphql';
import type { FragmentDefinitionNode, OperationDefinitionNode, SelectionNode } from 'graphql';

/** What an operation is made of, its fragments written out as often as they are spread. */
export interface QuerySize {
  /** Of fields and inline fragments. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly selections: number;
}

type Parent = OperationDefinitionNode | FragmentDefinitionNode | SelectionNode;
type FragmentLookup = (name: string) => FragmentDefinitionNode | null | undefined;

const NOTHING: QuerySize = { depth: 0, aliases: 0, directives: 0, selections: 0 };

/** Measures an operation in time that grows with its text, not with what its fragments expand to. */
export function measureOperation(operation: OperationDefinitionNode, findFragment: FragmentLookup): QuerySize {
  const measured = new Map<string, QuerySize>();
  return measureWithin(operation);

  function measureWithin(parent: Parent): QuerySize {
    const selections = 'selectionSet' in parent ? (parent.selectionSet?.selections ?? []) : [];
    const own = { ...NOTHING, directives: parent.directives?.length ?? 0 };
    return selections.map(measureSelection).reduce(addSizes, own);
  }

  function measureSelection(selection: SelectionNode): QuerySize {
    const within = measureWithin(selection);
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return addSizes({ ...within, selections: 1 }, measureFragment(selection.name.value));
    return {
      depth: within.depth + 1,
      aliases: within.aliases + ('alias' in selection && selection.alias ? 1 : 0),
      directives: within.directives,
      selections: within.selections + 1,
    };
  }

  function measureFragment(name: string): QuerySize {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, NOTHING); // where a cycle, which validation refuses, ends
    const fragment = findFragment(name);
    const size = fragment ? measureWithin(fragment) : NOTHING;
    measured.set(name, size);
    return size;
  }
}

function addSizes(one: QuerySize, other: QuerySize): QuerySize {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    selections: one.selections + other.selections,
  };
}
