import type { Form } from '../address/compare-address';
import type { Figure } from '../compare/figures';
import { placeKeyOf } from '../compare/figures';

/** What a comparison looks like: figures in rows (or, of lines, along years) and series. */
export interface Drawing {
  readonly form: Exclude<Form, 'AUTO'>;
  readonly rows: readonly Label[];
  readonly series: readonly Label[];
  readonly marks: readonly Mark[];
}

interface Label {
  readonly key: string;
  readonly label: string;
}

export interface Mark {
  readonly row: number;
  readonly series: number;
  readonly figure: Figure;
  /** What it is held against, drawn as a line across its bar. */
  readonly target: { readonly value: string; readonly text: string; readonly label: string } | null;
}

type Dimension = 'place' | 'metric' | 'year' | 'stage';

const ALL: readonly Dimension[] = ['place', 'year', 'metric', 'stage'];
const MOST_BARS = 36;
const MOST_LINES = 8;

/** The form that shows a question best: budget against outturn, courses of years, a few bars, a ranking, and where all is too many, a heat map. */
export function chooseForm(figures: readonly Figure[]): Drawing['form'] {
  const counts = countValues(figures);
  if (figures.some(({ cell }) => cell.baselineStage !== null && cell.baselineStage !== cell.stage)) return 'BULLET';
  if (counts.year > 1 && counts.stage === 1 && counts.place * counts.metric <= MOST_LINES) {
    if (figures.filter(({ text }) => text !== null).length * 2 > figures.length) return 'LINES';
  }
  if (counts.year > 1 && counts.place > 1 && counts.metric === 1) return 'HEAT';
  if (counts.metric > 2 && figures.every(({ cell }) => isPart(cell.metric))) return 'STACK';
  return figures.length <= MOST_BARS ? 'BARS' : 'DOTS';
}

/** Accounts of one classification are parts of one whole. */
function isPart(metric: string): boolean {
  return /^(FUNCTIONAL|ECONOMIC):/.test(metric);
}

function countValues(figures: readonly Figure[]): Record<Dimension, number> {
  const count = (by: readonly Dimension[]) =>
    new Set(figures.map((figure) => by.map((dimension) => keyOf(figure, dimension)).join('~'))).size;
  // Stages that differ by place because a report is of another kind are no dimension of the question.
  const stage = figures.length > count(['place', 'metric', 'year']) ? count(['stage']) : 1;
  return { place: count(['place']), metric: count(['metric']), year: count(['year']), stage };
}

export function draw(figures: readonly Figure[], form: Form): Drawing {
  const chosen = form === 'AUTO' ? chooseForm(figures) : form;
  if (chosen === 'BULLET') return drawBullets(figures);
  const [rowsBy, seriesBy] = arrange(figures, chosen);
  const ranked = chosen === 'DOTS' ? byRank(figures) : figures;
  const placed = place(ranked, rowsBy, seriesBy);
  return chosen === 'LINES' ? alongYears(placed) : { form: chosen, ...placed };
}

/** Every year of the span has its place, asked for or not: distances in time are to be seen. */
function alongYears({ rows, series, marks }: Omit<Drawing, 'form'>): Drawing {
  const asked = rows.map(({ key }) => Number(key));
  const first = Math.min(...asked);
  const years = Array.from({ length: Math.max(...asked) - first + 1 }, (_, index) => String(first + index));
  return {
    form: 'LINES',
    rows: years.map((year) => ({ key: year, label: year })),
    series,
    marks: marks.map((mark) => ({ ...mark, row: mark.figure.cell.year - first })),
  };
}

/** Which dimensions go along the rows, and which make series. */
function arrange(figures: readonly Figure[], form: Drawing['form']): [Dimension[], Dimension[]] {
  const counts = countValues(figures);
  const varied = ALL.filter((dimension) => counts[dimension] > 1);
  const others = (used: Dimension[]) => varied.filter((dimension) => !used.includes(dimension));
  switch (form) {
    case 'LINES':
      return [['year'], orPlace(others(['year']))];
    case 'HEAT': {
      const columns: Dimension[] = counts.year > 1 ? ['year'] : ['metric'];
      return [orPlace(others(columns)), columns];
    }
    case 'STACK':
      return [orPlace(others(['metric'])), ['metric']];
    case 'BARS':
    case 'BULLET':
    case 'DOTS': {
      const inner = (['metric', 'stage', 'year'] as const).find((dimension) => counts[dimension] > 1);
      return inner ? [orPlace(others([inner])), [inner]] : [['place'], []];
    }
  }
}

/** What has one place only is called by it. */
function orPlace(dimensions: Dimension[]): Dimension[] {
  return dimensions.length > 0 ? dimensions : ['place'];
}

function place(figures: readonly Figure[], rowsBy: Dimension[], seriesBy: Dimension[]): Omit<Drawing, 'form'> {
  const rows = new Map<string, Label & { index: number }>();
  const series = new Map<string, Label & { index: number }>();
  const marks = figures.map((figure) => ({
    row: seat(rows, figure, rowsBy),
    series: seat(series, figure, seriesBy),
    figure,
    target: null,
  }));
  return { rows: [...rows.values()], series: [...series.values()], marks };
}

function seat(seats: Map<string, Label & { index: number }>, figure: Figure, by: Dimension[]): number {
  const key = by.map((dimension) => keyOf(figure, dimension)).join('~');
  const taken = seats.get(key);
  if (taken) return taken.index;
  const label = by
    .map((dimension) => labelOf(figure, dimension))
    .filter(Boolean)
    .join(' · ');
  seats.set(key, { key, label, index: seats.size });
  return seats.size - 1;
}

/** The outturn as a bar, the budget as a line across it: of the cell's own baseline, or of the other stages asked for. */
function drawBullets(figures: readonly Figure[]): Drawing {
  const bars = figures.filter(({ cell }) => cell.stage !== 'ORIGINAL_BUDGET' && cell.stage !== 'REVISED_BUDGET');
  const shown = bars.length > 0 ? bars : figures;
  const counts = countValues(shown);
  const rowsBy = ALL.filter((dimension) => dimension !== 'stage' && counts[dimension] > 1);
  const placed = place(shown, rowsBy.length > 0 ? rowsBy : ['place'], []);
  const marks = placed.marks.map((mark) => ({ ...mark, target: targetOf(mark.figure, figures) }));
  return { form: 'BULLET', rows: placed.rows, series: [], marks };
}

function targetOf({ cell, baseline }: Figure, figures: readonly Figure[]): Mark['target'] {
  if (cell.baseline !== null) return { value: cell.baseline, text: baseline ?? '', label: '' };
  const budget = figures.find(
    (other) =>
      other.cell.stage === 'ORIGINAL_BUDGET' &&
      other.cell.metric === cell.metric &&
      other.cell.year === cell.year &&
      placeKeyOf(other.cell) === placeKeyOf(cell),
  );
  return budget && budget.cell !== cell && budget.cell.value !== null
    ? { value: budget.cell.value, text: budget.text ?? '', label: budget.stage }
    : null;
}

/** As the API ranked them; what has no rank comes last. */
function byRank(figures: readonly Figure[]): Figure[] {
  return [...figures].sort((a, b) => (a.cell.rank ?? Infinity) - (b.cell.rank ?? Infinity) || 0);
}

function keyOf({ cell }: Figure, dimension: Dimension): string {
  switch (dimension) {
    case 'place':
      return placeKeyOf(cell);
    case 'metric':
      return cell.metric;
    case 'year':
      return String(cell.year);
    case 'stage':
      return cell.stage ?? '';
  }
}

function labelOf({ metric, place: name, stage, cell }: Figure, dimension: Dimension): string {
  switch (dimension) {
    case 'place':
      return name;
    case 'metric':
      return metric;
    case 'year':
      return String(cell.year);
    case 'stage':
      return stage;
  }
}
