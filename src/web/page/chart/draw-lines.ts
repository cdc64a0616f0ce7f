import { hollow } from './draw-dots';
import type { Drawing, Mark } from './drawing';
import { axisFormat, labelled, motion, positionOf } from './frame';
import type { Option, Paper } from './frame';
import { colourOf } from './palette';

const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin', 'arrow'];
const CROSS = 'path://M2,0L5,3L8,0L10,2L7,5L10,8L8,10L5,7L2,10L0,8L3,5L0,2Z';
const STRIP_ROW = 18;
const FEW = 24;

/** How high the strip is in which missing figures stand, under the years. */
export function stripHeight({ series, marks }: Drawing): number {
  return marks.some(({ figure }) => figure.text === null) ? Math.max(series.length, 1) * STRIP_ROW + 8 : 0;
}

/** Years along the axis; a line joins what follows one another and may be compared, and nothing else. */
export function drawLines(drawing: Drawing, paper: Paper): Option {
  const { rows, marks } = drawing;
  const { palette, width } = paper;
  const strip = stripHeight(drawing);
  const sides = { left: 72, right: width < 480 ? 24 : 48 };
  const years = rows.map(({ label }) => label);
  const all = drawing.series.length > 0 ? drawing.series : [{ label: '' }];
  const lanes = all.map((_own, index) => String(index));
  return {
    ...motion(),
    grid: [
      { top: 28, bottom: 36 + strip, ...sides },
      { bottom: 4, height: Math.max(strip - 8, 0), ...sides },
    ],
    xAxis: [
      {
        type: 'category',
        data: years,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: palette.soft } },
        axisLabel: { color: palette.ink, fontSize: 13 },
      },
      { type: 'category', gridIndex: 1, data: years, show: false },
    ],
    yAxis: [
      {
        type: 'value',
        axisLabel: { color: palette.soft, fontSize: 12, formatter: axisFormat(drawing) },
        splitLine: { lineStyle: { color: palette.line } },
      },
      { type: 'category', gridIndex: 1, data: lanes, inverse: true, show: false },
    ],
    series: all.flatMap(({ label }, index) => {
      const own = marks.filter((mark) => mark.series === index).sort((a, b) => a.row - b.row);
      const runs = splitRuns(own).map((run) => makeRun(run, label, index, drawing, paper));
      return [...runs, makeCrosses(own, index, paper, years.length)];
    }),
  };
}

/** Stretches that a line may join: without a gap, and all of them alike. */
export function splitRuns(marks: readonly Mark[]): Mark[][] {
  const runs: Mark[][] = [];
  let last: Mark | undefined;
  for (const mark of marks) {
    if (mark.figure.text === null) {
      last = undefined;
      continue;
    }
    const joins = last && mark.row === last.row + 1 && !mark.figure.isUnlike && !last.figure.isUnlike;
    if (joins) runs.at(-1)?.push(mark);
    else runs.push([mark]);
    last = mark;
  }
  return runs;
}

function makeRun(
  run: readonly Mark[],
  name: string,
  index: number,
  { rows, marks }: Drawing,
  { palette }: Paper,
): Option {
  const colour = colourOf(palette, index);
  const isFew = marks.length <= FEW;
  return {
    type: 'line',
    name,
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 9,
    showAllSymbol: true,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2.5, type: index >= palette.series.length ? 'dashed' : 'solid' },
    labelLayout: { hideOverlap: true },
    data: rows.map((_row, row) => {
      const mark = run.find((own) => own.row === row);
      if (!mark) return null;
      return {
        value: positionOf(mark.figure.cell.value),
        cellKey: mark.figure.key,
        itemStyle: mark.figure.isUnlike ? hollow(colour, palette.paper) : {},
        label: isFew ? labelled(mark.figure.text ?? '', palette.ink, 'top') : { show: false },
      };
    }),
  };
}

/** Under its year, what is not there, and why where there is room to say it. */
function makeCrosses(marks: readonly Mark[], index: number, { palette, width }: Paper, years: number): Option {
  const hasRoom = width / years > 110;
  return {
    type: 'scatter',
    xAxisIndex: 1,
    yAxisIndex: 1,
    symbol: CROSS,
    symbolSize: 8,
    itemStyle: { color: colourOf(palette, index) },
    data: marks
      .filter(({ figure }) => figure.text === null)
      .map(({ row, figure }) => ({
        value: [row, index],
        cellKey: figure.key,
        label: hasRoom ? { ...labelled(figure.reason ?? '', palette.soft, 'right'), fontSize: 11 } : { show: false },
      })),
  };
}
