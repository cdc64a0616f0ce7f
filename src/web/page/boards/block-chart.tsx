import { ChartFigure } from '../compare/chart-figure';
import { useOpenCell } from './open-cell';
import type { Block } from './question-block';

/** The chart of a block, whose figures can be opened. */
export function BlockChart({ drawing, title, question }: Block) {
  return <ChartFigure drawing={drawing} title={title} onOpen={useOpenCell(question)} />;
}
