import { drawBars } from './draw-bars';
import { drawDots } from './draw-dots';
import { drawHeat } from './draw-heat';
import { drawLines, stripHeight } from './draw-lines';
import type { Drawing } from './drawing';
import { AXIS, barsHeight, isNarrow, TOP } from './frame';
import type { Option, Paper } from './frame';

const ROW_GAP = 14;
/** With a name above it. */
const NAME = 40;

/** The drawing as ECharts takes it. */
export function makeOption(drawing: Drawing, paper: Paper): Option {
  switch (drawing.form) {
    case 'LINES':
      return drawLines(drawing, paper);
    case 'HEAT':
      return drawHeat(drawing, paper);
    case 'DOTS':
      return drawDots(drawing, paper);
    case 'BARS':
    case 'BULLET':
    case 'STACK':
      return drawBars(drawing, paper);
  }
}

/** How high a drawing is; known before it is drawn, so that nothing jumps. */
export function heightOf(drawing: Drawing, width: number): number {
  const { form, rows } = drawing;
  switch (form) {
    case 'LINES':
      return (width < 560 ? 300 : 400) + stripHeight(drawing);
    case 'HEAT':
      return TOP + rows.length * 34 + AXIS;
    case 'BARS':
    case 'BULLET':
    case 'STACK':
    case 'DOTS':
      return TOP + rows.length * (barsHeight(drawing) + (isNarrow(drawing, width) ? NAME : ROW_GAP)) + AXIS;
  }
}
