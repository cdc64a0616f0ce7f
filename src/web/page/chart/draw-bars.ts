import type { Drawing, Mark } from './drawing';
import { BAR, HATCH, labelled, makeFrame, positionOf } from './frame';
import type { Option, Paper } from './frame';
import { colourOf } from './palette';

/** Bars side by side, stacked, or with what they are held against across them. */
export function drawBars(drawing: Drawing, paper: Paper): Option {
  const { series, marks } = drawing;
  const bars = (series.length > 0 ? series : [{ label: '' }]).map(({ label }, index) => ({
    type: 'bar',
    name: label,
    ...shapeOf(drawing, paper, index),
    data: barsOf(drawing, index, paper),
  }));
  const targets = marks.filter(({ target }) => target !== null);
  const frame = makeFrame(drawing, paper);
  return {
    ...frame,
    // Parts add up to their whole: there is nothing beyond it.
    ...(drawing.form === 'STACK' && { xAxis: { ...frame.xAxis, max: 'dataMax' } }),
    series: targets.length > 0 ? [...bars, makeTargets(targets, paper)] : bars,
  };
}

function shapeOf({ form }: Drawing, { palette }: Paper, index: number): Option {
  const isStacked = form === 'STACK';
  return {
    stack: isStacked ? 'whole' : undefined,
    barMaxWidth: isStacked || form === 'BULLET' ? 22 : BAR,
    barGap: '16%',
    barCategoryGap: isStacked ? '40%' : '24%',
    itemStyle: { color: colourOf(palette, index), borderColor: palette.paper, borderWidth: isStacked ? 1 : 0 },
    labelLayout: { hideOverlap: isStacked },
  };
}

function barsOf({ form, rows, marks }: Drawing, index: number, paper: Paper): (Option | null)[] {
  const byRow = new Map(marks.filter((mark) => mark.series === index).map((mark) => [mark.row, mark]));
  return rows.map((_row, row) => makeBar(byRow.get(row), form === 'STACK', paper));
}

/** A bar with its figure at its end; where there is none, the reason stands in its place. */
function makeBar(mark: Mark | undefined, isStacked: boolean, { palette }: Paper): Option | null {
  if (!mark) return null;
  const { figure } = mark;
  const value = positionOf(figure.cell.value);
  if (value === null) {
    const reason = labelled(`┄ ${figure.reason ?? ''}`, palette.soft, 'right');
    return { value: isStacked ? null : 0, cellKey: figure.key, label: isStacked ? { show: false } : reason };
  }
  return {
    value,
    cellKey: figure.key,
    itemStyle: figure.isUnlike ? { decal: { ...HATCH, color: palette.hatch } } : {},
    label:
      isStacked || isBehind(mark)
        ? { show: false }
        : labelled(labelOf(mark), palette.ink, value < 0 ? 'left' : 'right'),
  };
}

/** What it is held against reaches further than the bar: the label goes to the end of that. */
function isBehind({ figure, target }: Mark): boolean {
  const value = positionOf(figure.cell.value);
  return target !== null && value !== null && Number(target.value) > value;
}

function labelOf({ figure, target }: Mark): string {
  return target ? `${figure.text ?? ''}  ╱ ${target.text}` : (figure.text ?? '');
}

function makeTargets(marks: readonly Mark[], { palette }: Paper): Option {
  return {
    type: 'scatter',
    symbol: 'rect',
    symbolSize: [4, 30],
    itemStyle: { color: palette.ink, borderColor: palette.paper, borderWidth: 1 },
    z: 5,
    data: marks.map((mark) => ({
      value: [positionOf(mark.target?.value ?? null), mark.row],
      cellKey: mark.figure.key,
      label: isBehind(mark) ? labelled(labelOf(mark), palette.ink, 'right') : { show: false },
    })),
  };
}
