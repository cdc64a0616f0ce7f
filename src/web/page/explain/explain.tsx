import { lazy, Suspense } from 'react';
import type { CompareInput } from '../generated/graphql';

const ExplainSheet = lazy(async () => ({ default: (await import('./explain-sheet')).ExplainSheet }));

interface Explained {
  readonly question: CompareInput;
  /** The figure, `printCellKey`; undefined: none. */
  readonly cell: string | undefined;
  readonly onClose: () => void;
}

/** Where a figure comes from; the sheet is on its way as soon as there is something to explain. */
export function Explain(props: Explained) {
  return (
    <Suspense fallback={null}>
      <ExplainSheet {...props} />
    </Suspense>
  );
}
