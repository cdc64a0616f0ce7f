import type { Drawing, Mark } from './drawing';
import { colourOf } from './palette';
import type { Palette } from './palette';

export interface Paper {
  readonly palette: Palette;
  readonly width: number;
}

const FONT = "Inter, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
/** Hatching: beside figures that it may not be compared with. */
const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 };
const BAR = 18;
const ROW_GAP = 16;
const TOP = 12;
const AXIS = 34;

/** How high a drawing is; known before it is drawn, so that nothing jumps. */
export function heightOf(drawing: Drawing, width: number): number {
  const { form, rows, series } = drawing;
  if (form === 'LINES') return width < 560 ? 300 : 400;
  if (form === 'HEAT') return TOP + rows.length * 34 + AXIS;
  if (form === 'BARS') return TOP + rows.length * (Math.max(series.length, 1) * (BAR + 3) + ROW_GAP) + AXIS;
  return TOP + rows.length * 38 + AXIS;
}

/** The drawing as ECharts takes it. */
export function makeOption(drawing: Drawing, paper: Paper): Record<string, unknown> {
  switch (drawing.form) {
    case 'LINES':
      return drawLines(drawing, paper);
    case 'HEAT':
      return drawHeat(drawing, paper);
    case 'DOTS':
      return { ...frame(drawing, paper), series: [...dotSeries(drawing, paper), missingSeries(drawing, paper)] };
    case 'BARS':
    case 'BULLET':
    case 'STACK':
      return { ...frame(drawing, paper), series: barSeries(drawing, paper) };
  }
}

/** Of a figure, where it is drawn; the figure itself stays the text that the API gave. */
function positionOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}

function frame({ rows, marks, isWhole }: Drawing, { palette, width }: Paper) {
  return {
    animationDuration: 300,
    textStyle: { fontFamily: FONT },
    grid: { top: TOP, bottom: AXIS, left: labelWidth(rows, width) + 14, right: rightOf(width) },
    xAxis: {
      type: 'value',
      splitNumber: width < 560 ? 3 : 5,
      ...(isWhole && { min: 0, max: 1 }),
      axisLabel: {
        color: palette.soft,
        fontSize: 12,
        hideOverlap: true,
        formatter: isWhole || marks.every(({ figure }) => figure.cell.unit === 'RATIO') ? shortPercent : shortNumber,
      },
      splitLine: { lineStyle: { color: palette.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.soft } },
      axisLabel: {
        color: palette.ink,
        fontSize: 13,
        lineHeight: 16,
        width: labelWidth(rows, width),
        overflow: 'break',
        interval: 0,
      },
    },
  };
}

/** Room for the figure at the end of the longest bar. */
function rightOf(width: number): number {
  return width < 480 ? 72 : 110;
}

/** As much as the longest name needs, and a third of the width at most. */
function labelWidth(rows: Drawing['rows'], width: number): number {
  const longest = Math.max(...rows.map(({ label }) => widthOf(label)), 30);
  return Math.min(longest + 4, Math.max(84, width * 0.34));
}

function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13.2 : 7.4), 0);
}

/** Numbers of an axis, which are nobody's figures. */
function shortNumber(value: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(value);
}

function shortPercent(share: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 3 }).format(share);
}

/** What the figures of each row are drawn in proportion to. */
function wholesOf({ isWhole, rows, marks }: Drawing): readonly number[] {
  const wholes: number[] = rows.map(() => (isWhole ? 0 : 1));
  if (isWhole)
    for (const { row, figure } of marks) wholes[row] = (wholes[row] ?? 0) + (positionOf(figure.cell.value) ?? 0);
  return wholes;
}

function barSeries(drawing: Drawing, paper: Paper): object[] {
  const { form, series, rows, marks } = drawing;
  const { palette } = paper;
  const isStacked = form === 'STACK';
  const wholes = wholesOf(drawing);
  const room = paper.width - labelWidth(rows, paper.width) - rightOf(paper.width);
  const isFilled = rows.map((_row, row) => marks.some((mark) => mark.row === row && mark.figure.cell.value !== null));
  const all: Drawing['series'] = series.length > 0 ? series : [{ key: '', label: '' }];
  const bars = all.map(({ label, isMinor }, index) => {
    const colour = isMinor ? palette.line : colourOf(palette, index);
    const own = marks.filter((mark) => mark.series === index);
    const byRow = new Map(own.map((mark) => [mark.row, mark]));
    return {
      type: 'bar',
      name: label,
      stack: isStacked ? 'whole' : undefined,
      barMaxWidth: form === 'BULLET' || isStacked ? 22 : BAR,
      barGap: '16%',
      barCategoryGap: isStacked ? '40%' : '24%',
      itemStyle: { color: colour, borderColor: palette.paper, borderWidth: isStacked ? 1 : 0 },
      emphasis: { disabled: false },
      labelLayout: { hideOverlap: isStacked },
      data: rows.map((_row, row) => {
        const isTold = !isStacked || (index === 0 && !isFilled[row]);
        return makeBar(byRow.get(row), { isStacked, isTold, whole: wholes[row] || 1, room, colour }, paper);
      }),
    };
  });
  const targets = marks.filter(({ target }) => target !== null);
  return targets.length > 0 ? [...bars, targetSeries(targets, paper)] : bars;
}

interface Bar {
  readonly isStacked: boolean;
  /** Where there is no figure the reason is written in its place: of a stack once, where there is none at all. */
  readonly isTold: boolean;
  readonly whole: number;
  /** What 100 % of a whole is wide. */
  readonly room: number;
  readonly colour: string;
}

/** A bar with its figure at its end; where there is none, the reason stands in its place. */
function makeBar(mark: Mark | undefined, bar: Bar, { palette }: Paper): object | null {
  if (!mark) return null;
  const { isStacked, isTold, whole, room, colour } = bar;
  const { figure, label } = mark;
  const value = positionOf(figure.cell.value);
  if (value === null) {
    return {
      value: isTold ? 0 : null,
      cellKey: figure.key,
      label: {
        show: isTold,
        position: 'right',
        formatter: `┄ ${figure.reason ?? ''}`,
        color: palette.soft,
        fontSize: 12,
      },
    };
  }
  return {
    value: value / whole,
    cellKey: figure.key,
    itemStyle: figure.isUnlike ? { decal: { ...HATCH, color: palette.paper } } : {},
    label: isStacked
      ? {
          show: label !== undefined && (value / whole) * room > widthOf(label) + 8,
          position: 'inside',
          formatter: label,
          color: inkOn(colour),
          fontSize: 12,
        }
      : {
          show: true,
          position: value < 0 ? 'left' : 'right',
          formatter: figure.text ?? '',
          color: palette.ink,
          fontSize: 12,
        },
  };
}

/** What a bar is held against: a line across it. */
function targetSeries(marks: readonly Mark[], { palette }: Paper): object {
  return {
    type: 'scatter',
    symbol: 'rect',
    symbolSize: [4, 30],
    itemStyle: { color: palette.ink, borderColor: palette.paper, borderWidth: 1 },
    z: 5,
    data: marks.map(({ row, target, figure }) => ({
      value: [Number(target?.value ?? 0), row],
      cellKey: figure.key,
    })),
  };
}

function dotSeries({ series, marks }: Drawing, { palette }: Paper): object[] {
  const all = series.length > 0 ? series : [{ key: '', label: '' }];
  return all.map(({ label }, index) => ({
    type: 'scatter',
    name: label,
    symbolSize: 13,
    itemStyle: { color: colourOf(palette, index) },
    labelLayout: { hideOverlap: true },
    data: marks
      .filter((mark) => mark.series === index && mark.figure.cell.value !== null)
      .map(({ row, figure }) => ({
        value: [Number(figure.cell.value), row],
        cellKey: figure.key,
        itemStyle: figure.isUnlike
          ? { color: palette.paper, borderColor: colourOf(palette, index), borderWidth: 2, borderType: 'dashed' }
          : {},
        label: { show: true, position: 'right', formatter: figure.text ?? '', color: palette.ink, fontSize: 12 },
      })),
  }));
}

function missingSeries({ marks }: Drawing, { palette }: Paper): object {
  return {
    type: 'scatter',
    symbolSize: 0,
    data: marks
      .filter(({ figure }) => figure.cell.value === null)
      .map(({ row, figure }) => ({
        value: [0, row],
        cellKey: figure.key,
        label: {
          show: true,
          position: 'right',
          formatter: `┄ ${figure.reason ?? ''}`,
          color: palette.soft,
          fontSize: 12,
        },
      })),
  };
}

/** Years along the axis; a line joins what follows one another and may be compared, and nothing else. */
function drawLines({ rows, series, marks }: Drawing, { palette, width }: Paper): Record<string, unknown> {
  const isFew = marks.length <= 24;
  return {
    animationDuration: 300,
    textStyle: { fontFamily: FONT },
    grid: { top: 28, bottom: 40, left: 72, right: width < 480 ? 24 : 48 },
    xAxis: {
      type: 'category',
      data: rows.map(({ label }) => label),
      boundaryGap: true,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.soft } },
      axisLabel: { color: palette.ink, fontSize: 13 },
    },
    yAxis: [
      {
        type: 'value',
        axisLabel: { color: palette.soft, fontSize: 12, formatter: shortNumber },
        splitLine: { lineStyle: { color: palette.line } },
      },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: series.flatMap(({ label }, index) => {
      const own = marks.filter((mark) => mark.series === index).sort((a, b) => a.row - b.row);
      const colour = colourOf(palette, index);
      const runs = splitRuns(own).map((run) => ({
        type: 'line',
        name: label,
        connectNulls: false,
        symbol: SYMBOLS[index % SYMBOLS.length],
        symbolSize: 9,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: 2.5, type: index >= palette.series.length ? 'dashed' : 'solid' },
        labelLayout: { hideOverlap: true },
        data: rows.map((_row, row) =>
          makePoint(
            run.find((mark) => mark.row === row),
            colour,
            isFew,
            palette,
          ),
        ),
      }));
      return [...runs, missingPoints(own, index, palette)];
    }),
  };
}

const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin', 'arrow'];

/** Stretches that a line may join: without a gap, and all of them alike. */
export function splitRuns(marks: readonly Mark[]): Mark[][] {
  const runs: Mark[][] = [];
  let last: Mark | undefined;
  for (const mark of marks) {
    const joins = last && mark.row === last.row + 1 && !mark.figure.isUnlike && !last.figure.isUnlike;
    if (mark.figure.cell.value === null) {
      last = undefined;
      continue;
    }
    if (joins) runs.at(-1)?.push(mark);
    else runs.push([mark]);
    last = mark;
  }
  return runs;
}

function makePoint(mark: Mark | undefined, colour: string, isFew: boolean, palette: Palette): object | null {
  if (!mark) return null;
  const { figure } = mark;
  return {
    value: positionOf(figure.cell.value),
    cellKey: figure.key,
    itemStyle: figure.isUnlike
      ? { color: palette.paper, borderColor: colour, borderWidth: 2, borderType: 'dashed' }
      : {},
    label: { show: isFew, position: 'top', formatter: figure.text ?? '', color: palette.ink, fontSize: 12 },
  };
}

/** At the foot of its year, what is not there. */
function missingPoints(marks: readonly Mark[], index: number, palette: Palette): object {
  return {
    type: 'scatter',
    yAxisIndex: 1,
    symbol: 'path://M2,0L5,3L8,0L10,2L7,5L10,8L8,10L5,7L2,10L0,8L3,5L0,2Z',
    symbolSize: 8,
    itemStyle: { color: colourOf(palette, index), opacity: 0.75 },
    data: marks
      .filter(({ figure }) => figure.cell.value === null)
      .map(({ row, figure }) => ({ value: [row, 0.02 + index * 0.04], cellKey: figure.key })),
  };
}

function drawHeat(drawing: Drawing, paper: Paper): Record<string, unknown> {
  const { rows, series, marks } = drawing;
  const { palette, width } = paper;
  const base = frame(drawing, paper);
  const values = marks.flatMap(({ figure }) => positionOf(figure.cell.value) ?? []);
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  return {
    ...base,
    grid: { ...base.grid, right: 12 },
    xAxis: {
      type: 'category',
      data: series.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: {
        color: palette.ink,
        fontSize: 13,
        interval: 0,
        width: width / (series.length + 2),
        overflow: 'truncate',
      },
    },
    series: [
      {
        type: 'custom',
        data: marks.map(({ row, series: column, figure }) => ({
          value: [column, row],
          cellKey: figure.key,
        })),
        renderItem: (params: { dataIndex: number }, api: HeatApi) => {
          const mark = marks[params.dataIndex];
          if (!mark) return null;
          const [x, y] = api.coord([mark.series, mark.row]);
          const [cellWidth, cellHeight] = api.size([1, 1]);
          const value = positionOf(mark.figure.cell.value);
          const share = value === null ? null : (value - least) / span;
          return heatCell(mark, { x, y, width: cellWidth - 3, height: cellHeight - 3 }, share, palette);
        },
        z: 2,
      },
    ],
    yAxis: { ...base.yAxis, axisLine: { show: false }, data: rows.map(({ label }) => label) },
  };
}

interface HeatApi {
  coord(at: number[]): [number, number];
  size(of: number[]): [number, number];
}

function heatCell(
  { figure }: Mark,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  share: number | null,
  palette: Palette,
): object {
  const isLarge = width > 46;
  const hatched = { ...HATCH, color: palette.line };
  const fill = share === null ? palette.paper : mixColours(palette.heat, share);
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: { x: x - width / 2, y: y - height / 2, width, height, r: 3 },
        style: {
          fill,
          ...(share === null && { stroke: palette.line, decal: hatched }),
          ...(figure.isUnlike && { decal: { ...HATCH, color: palette.paper } }),
        },
      },
      {
        type: 'text',
        style: {
          x,
          y,
          text: isLarge ? (figure.text ?? figure.reason ?? '') : '',
          fill: share === null ? palette.soft : inkOn(fill),
          fontSize: 12,
          fontFamily: FONT,
          align: 'center',
          verticalAlign: 'middle',
        },
      },
    ],
  };
}

function mixColours([low, high]: readonly [string, string], share: number): string {
  const parts = [1, 3, 5].map((at) => {
    const from = parseInt(low.slice(at, at + 2), 16);
    const to = parseInt(high.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

/** Black or white, whichever can be read on it. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#14181f' : '#ffffff';
}
