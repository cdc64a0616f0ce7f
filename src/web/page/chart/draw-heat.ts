import type { Drawing, Mark } from './drawing';
import { FONT, HATCH, makeFrame, positionOf } from './frame';
import type { Option, Paper } from './frame';
import type { Palette } from './palette';

interface Place {
  coord(at: readonly number[]): [number, number];
  size(of: readonly number[]): [number, number];
}

/** A field for each place and year, darker the more it is. */
export function drawHeat(drawing: Drawing, paper: Paper): Option {
  const { series, marks } = drawing;
  const { palette, width } = paper;
  const frame = makeFrame(drawing, paper);
  const shareOf = makeScale(marks);
  return {
    ...frame,
    grid: { ...frame.grid, right: 12 },
    xAxis: {
      type: 'category',
      position: frame.xAxis.position,
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
    yAxis: { ...frame.yAxis, axisLine: { show: false } },
    series: [
      {
        type: 'custom',
        data: marks.map(({ row, series: column, figure }) => ({ value: [column, row], cellKey: figure.key })),
        renderItem: ({ dataIndex }: { dataIndex: number }, place: Place) => {
          const mark = marks[dataIndex];
          return mark ? makeField(mark, place, shareOf(mark), palette) : null;
        },
      },
    ],
  };
}

/** From 0 for the least to 1 for the most; null where there is no figure. */
function makeScale(marks: readonly Mark[]): (mark: Mark) => number | null {
  const values = marks.flatMap(({ figure }) => positionOf(figure.cell.value) ?? []);
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  return ({ figure }) => {
    const value = positionOf(figure.cell.value);
    return value === null ? null : (value - least) / span;
  };
}

function makeField({ row, series, figure }: Mark, place: Place, share: number | null, palette: Palette): Option {
  const [x, y] = place.coord([series, row]);
  const [across, down] = place.size([1, 1]);
  const width = across - 3;
  const height = down - 3;
  const fill = share === null ? palette.paper : mixColours(palette.heat, share);
  const missing = { stroke: palette.line, lineDash: [4, 3] };
  return {
    type: 'group',
    children: [
      {
        type: 'rect',
        shape: { x: x - width / 2, y: y - height / 2, width, height, r: 3 },
        style: {
          fill,
          ...(share === null && missing),
          ...(share !== null && figure.isUnlike && { decal: { ...HATCH, color: palette.hatch } }),
        },
      },
      {
        type: 'text',
        style: {
          x,
          y,
          text: width > 46 ? (figure.text ?? figure.reason ?? '') : '',
          fill: share === null ? palette.soft : inkOn(fill),
          ...(figure.isUnlike && { backgroundColor: fill, padding: [2, 5], borderRadius: 3 }),
          font: `12px ${FONT}`,
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
