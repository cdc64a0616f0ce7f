import type { Drawing } from './drawing';
import type { Palette } from './palette';

/** What is drawn on. */
export interface Paper {
  readonly palette: Palette;
  readonly width: number;
}

/** What ECharts takes. */
export type Option = Record<string, unknown>;

export const FONT = "Inter, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
/** Hatching: beside figures that it may not be compared with. */
export const HATCH = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 };
export const BAR = 18;
export const TOP = 12;
export const AXIS = 34;

/** Of a figure, where it is drawn; the figure itself stays the text that the API gave. */
export function positionOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}

/** On a phone names stand above their bars: beside them nothing would be left for the bars. */
export function isNarrow({ form }: Drawing, width: number): boolean {
  return width < 520 && form !== 'HEAT' && form !== 'LINES';
}

/** Rows along the left, an axis of values at the foot. */
export function makeFrame(drawing: Drawing, paper: Paper) {
  const { rows, form } = drawing;
  const { palette, width } = paper;
  const left = isNarrow(drawing, width) ? 8 : labelWidth(rows, width) + 14;
  const right = { BULLET: 150, STACK: 40 }[form as string] ?? 110;
  return {
    ...motion(),
    grid: {
      ...(isTall(drawing) ? { top: AXIS, bottom: TOP } : { top: TOP, bottom: AXIS }),
      left,
      right: width < 520 ? right * 0.7 : right,
    },
    xAxis: {
      type: 'value',
      position: isTall(drawing) ? 'top' : 'bottom',
      splitNumber: width < 560 ? 3 : 5,
      axisLabel: { color: palette.soft, fontSize: 12, hideOverlap: true, formatter: axisFormat(drawing) },
      splitLine: { lineStyle: { color: palette.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.soft } },
      z: 10,
      axisLabel: { color: palette.ink, fontSize: 13, interval: 0, ...nameShape(drawing, width) },
    },
  };
}

/** Higher than a screen: the axis stands on top, where reading begins. */
export function isTall({ rows }: Drawing): boolean {
  return rows.length > 16;
}

function nameShape(drawing: Drawing, width: number): Option {
  if (!isNarrow(drawing, width)) return { lineHeight: 16, width: labelWidth(drawing.rows, width), overflow: 'break' };
  const above = barsHeight(drawing) / 2 + 3;
  const place = { inside: true, margin: 0, align: 'left', verticalAlign: 'bottom', padding: [0, 0, above, 0] };
  return { ...place, width: width - 24, overflow: 'truncate' };
}

/** How high the bars of one row are together. */
export function barsHeight({ form, series }: Drawing): number {
  if (form === 'BARS') return Math.max(series.length, 1) * (BAR + 3);
  return form === 'DOTS' ? 14 : 24;
}

export function motion(): Option {
  const isStill = typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  return { animation: !isStill, animationDuration: 300, textStyle: { fontFamily: FONT } };
}

/** As much as the longest name needs, and a third of the width at most. */
function labelWidth(rows: Drawing['rows'], width: number): number {
  const longest = Math.max(...rows.map(({ label }) => widthOf(label)), 30);
  return Math.min(longest + 4, Math.max(84, width * 0.34));
}

export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13.2 : 7.4), 0);
}

/** Numbers of an axis, which are nobody's figures; of ratios percentages. */
export function axisFormat({ marks }: Drawing): (value: number) => string {
  const isRatio = marks.every(({ figure }) => figure.cell.unit === 'RATIO');
  const format = new Intl.NumberFormat('en', { maximumFractionDigits: 4, style: isRatio ? 'percent' : 'decimal' });
  return (value) => format.format(value);
}

/** A figure, or the reason why there is none, beside its place. */
export function labelled(text: string, colour: string, position: string): Option {
  return { show: true, position, formatter: text, color: colour, fontSize: 12 };
}
