import { drawBars } from './draw-bars';
import { drawDots } from './draw-dots';
import { drawHeat } from './draw-heat';
import { drawLines, stripHeight } from './draw-lines';
import type { Drawing } from './drawing';
import { AXIS, BAR, TOP } from './frame';
import type { Option, Paper } from './frame';

const ROW_GAP = 16;

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
  const { form, rows, series } = drawing;
  switch (form) {
    case 'LINES':
      return (width < 560 ? 300 : 400) + stripHeight(drawing);
    case 'HEAT':
      return TOP + rows.length * 34 + AXIS;
    case 'BARS':
      return TOP + rows.length * (Math.max(series.length, 1) * (BAR + 3) + ROW_GAP) + AXIS;
    case 'BULLET':
    case 'STACK':
      return TOP + rows.length * 40 + AXIS;
    case 'DOTS':
      return TOP + rows.length * 26 + AXIS;
  }
}
