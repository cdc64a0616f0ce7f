import type { Drawing, Mark } from './drawing';
import { BAR, HATCH, inkOn, labelled, makeFrame, positionOf, roomOf, widthOf } from './frame';
import type { Option, Paper } from './frame';
import { colourOf } from './palette';

/** What all bars of a series have in common, and what their rows are drawn in proportion to. */
interface Lane {
  readonly drawing: Drawing;
  readonly paper: Paper;
  readonly index: number;
  readonly colour: string;
  readonly wholes: readonly number[];
}

/** Bars side by side, stacked, or with what they are held against across them. */
export function drawBars(drawing: Drawing, paper: Paper): Option {
  const { form, marks } = drawing;
  const all: Drawing['series'] = drawing.series.length > 0 ? drawing.series : [{ key: '', label: '' }];
  const wholes = wholesOf(drawing);
  const bars = all.map(({ label, isMinor }, index) => {
    const colour = isMinor ? paper.palette.line : colourOf(paper.palette, index);
    return { type: 'bar', name: label, ...makeLane({ drawing, paper, index, colour, wholes }) };
  });
  const targets = marks.filter(({ target }) => target !== null);
  const frame = makeFrame(drawing, paper);
  return {
    ...frame,
    // Shares of one whole: there is nothing beyond it.
    ...(form === 'STACK' && isShare(drawing) && { xAxis: { ...frame.xAxis, max: 1 } }),
    series: targets.length > 0 ? [...bars, makeTargets(targets, paper)] : bars,
  };
}

function isShare({ rows, marks }: Drawing): boolean {
  const filled: number[] = rows.map(() => 0);
  for (const { row, figure } of marks) filled[row] = (filled[row] ?? 0) + (positionOf(figure.cell.value) ?? 0);
  return marks.every(({ figure }) => figure.cell.unit === 'RATIO') && filled.every((share) => share <= 1.001);
}

/** What the figures of each row are drawn in proportion to. */
function wholesOf({ isWhole, rows, marks }: Drawing): readonly number[] {
  const wholes: number[] = rows.map(() => (isWhole ? 0 : 1));
  if (!isWhole) return wholes;
  for (const { row, figure } of marks) wholes[row] = (wholes[row] ?? 0) + (positionOf(figure.cell.value) ?? 0);
  return wholes;
}

function makeLane(lane: Lane): Option {
  const { form, rows, marks } = lane.drawing;
  const isStacked = form === 'STACK';
  const byRow = new Map(marks.filter((mark) => mark.series === lane.index).map((mark) => [mark.row, mark]));
  return {
    stack: isStacked ? 'whole' : undefined,
    barMaxWidth: isStacked || form === 'BULLET' ? 22 : BAR,
    barGap: '16%',
    barCategoryGap: isStacked ? '40%' : '24%',
    itemStyle: { color: lane.colour, borderColor: lane.paper.palette.paper, borderWidth: isStacked ? 1 : 0 },
    labelLayout: { hideOverlap: isStacked },
    data: rows.map((_row, row) => makeBar(byRow.get(row), lane)),
  };
}

/** A bar with its figure; where there is none, the reason stands in its place. */
function makeBar(mark: Mark | undefined, lane: Lane): Option | null {
  if (!mark) return null;
  const { figure, row } = mark;
  const { palette } = lane.paper;
  const value = positionOf(figure.cell.value);
  if (value === null) return makeReason(mark, lane);
  const share = value / (lane.wholes[row] || 1);
  return {
    value: share,
    cellKey: figure.key,
    itemStyle: figure.isUnlike ? { decal: { ...HATCH, color: palette.hatch } } : {},
    label: lane.drawing.form === 'STACK' ? labelPart(mark, share, lane) : labelBar(mark, value, lane),
  };
}

/** Of a stack it is written once, where nothing at all can be stacked. */
function makeReason({ figure, row }: Mark, { drawing, index, paper }: Lane): Option {
  const isFilled = drawing.marks.some((other) => other.row === row && other.figure.text !== null);
  const isTold = drawing.form !== 'STACK' || (index === 0 && !isFilled);
  const label = labelled(`┄ ${figure.reason ?? ''}`, paper.palette.soft, 'right');
  return { value: isTold ? 0 : null, cellKey: figure.key, label: isTold ? label : { show: false } };
}

function labelPart({ label = '' }: Mark, share: number, { drawing, paper, colour }: Lane): Option {
  const hasRoom = drawing.isWhole && share * roomOf(drawing, paper.width) > widthOf(label) + 8;
  return label && hasRoom ? labelled(label, inkOn(colour), 'inside') : { show: false };
}

function labelBar(mark: Mark, value: number, { paper }: Lane): Option {
  return isBehind(mark) ? { show: false } : labelled(labelOf(mark), paper.palette.ink, value < 0 ? 'left' : 'right');
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
