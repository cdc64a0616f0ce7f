import type { Drawing, Mark } from './drawing';
import { labelled, makeFrame, positionOf } from './frame';
import type { Option, Paper } from './frame';
import { colourOf } from './palette';

/** A dot a figure, the first of the ranking on top. */
export function drawDots(drawing: Drawing, paper: Paper): Option {
  const { series, marks } = drawing;
  // Figures of several dots in a row would stand on one another.
  const hasLabels = series.length < 2;
  const dots = (series.length > 0 ? series : [{ label: '' }]).map(({ label }, index) => ({
    type: 'scatter',
    name: label,
    symbolSize: 13,
    itemStyle: { color: colourOf(paper.palette, index) },
    labelLayout: { hideOverlap: true },
    data: marks
      .filter((mark) => mark.series === index && mark.figure.text !== null)
      .map((mark) => makeDot(mark, hasLabels, paper)),
  }));
  const missing = marks.filter(({ figure }) => figure.text === null);
  return {
    ...makeFrame(drawing, paper),
    series: [...dots, { type: 'scatter', symbolSize: 0, data: missing.map((mark) => makeReason(mark, paper)) }],
  };
}

function makeDot({ row, series, figure }: Mark, hasLabel: boolean, { palette }: Paper): Option {
  const colour = colourOf(palette, series);
  return {
    value: [positionOf(figure.cell.value), row],
    cellKey: figure.key,
    itemStyle: figure.isUnlike ? hollow(colour, palette.paper) : {},
    label: hasLabel ? labelled(figure.text ?? '', palette.ink, 'right') : { show: false },
  };
}

function makeReason({ row, figure }: Mark, { palette }: Paper): Option {
  return {
    value: [0, row],
    cellKey: figure.key,
    label: labelled(`┄ ${figure.reason ?? ''}`, palette.soft, 'right'),
  };
}

/** Of a point that may not be compared with its neighbours. */
export function hollow(colour: string, paper: string): Option {
  return { color: paper, borderColor: colour, borderWidth: 2 };
}
