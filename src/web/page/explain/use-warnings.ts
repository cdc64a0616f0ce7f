import { useAnswer } from '../ask/use-answer';
import { printCellKey } from '../compare/figures';
import { WarningsOfCellsDocument } from '../generated/graphql';
import type { CellFragment, CompareInput, WarningsOfCellsQuery } from '../generated/graphql';

type Said = NonNullable<WarningsOfCellsQuery['compare']>['cells'][number]['warnings'];

/** What makes a figure unlike the others of its comparison, in sentences: a table of many cells has their codes alone. */
export function useWarnings(question: CompareInput, cell: CellFragment): Said {
  const { data } = useAnswer(WarningsOfCellsDocument, { input: question }, { enabled: cell.warnings.length > 0 });
  const own = data?.data.compare?.cells.find((found) => printCellKey(found) === printCellKey(cell));
  return own?.warnings ?? cell.warnings.map((warning) => ({ ...warning, message: '', messageZh: '' }));
}
