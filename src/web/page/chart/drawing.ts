import type { Form } from '../address/compare-address';
import type { Figure } from '../compare/figures';
import { placeKeyOf } from '../compare/figures';

/** What a comparison looks like: figures in rows (or, of lines, along years) and series. */
export interface Drawing {
  readonly form: Exclude<Form, 'AUTO'>;
  readonly rows: readonly Label[];
  readonly series: readonly Label[];
  readonly marks: readonly Mark[];
  /** Each row is drawn as a whole, its figures as parts of it: 100 %. */
  readonly isWhole?: boolean;
}

interface Label {
  readonly key: string;
  readonly label: string;
  /** One of many small ones: grey, and not in the legend. */
  readonly isMinor?: boolean;
}

export interface Mark {
  readonly row: number;
  readonly series: number;
  readonly figure: Figure;
  /** What it is held against, drawn as a line across its bar. */
  readonly target: { readonly value: string; readonly text: string; readonly label: string } | null;
  /** What stands in its part of a whole, where there is room for it. */
  readonly label?: string;
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
  if (counts.metric > 2 && canStack(figures)) return 'STACK';
  return figures.length <= MOST_BARS ? 'BARS' : 'DOTS';
}

/** Metrics that are disjoint parts of one whole. */
const PARTS: readonly (readonly string[])[] = [
  ['BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'],
  ['PERSONNEL_EXPENDITURE', 'OPERATING_EXPENDITURE'],
  ['GENERAL_PUBLIC_EXPENDITURE', 'GOVERNMENT_FUND_EXPENDITURE', 'STATE_CAPITAL_EXPENDITURE'],
  ['TRAVEL_ABROAD', 'VEHICLE_PURCHASE', 'VEHICLE_RUNNING', 'HOSPITALITY'],
  ['TRAVEL_ABROAD', 'VEHICLE_EXPENSES', 'HOSPITALITY'],
  ['PROCUREMENT_GOODS', 'PROCUREMENT_WORKS', 'PROCUREMENT_SERVICES'],
];

/** Whether figures may be put on top of one another: parts of one whole, in one unit. A whole is never added to its own part. */
export function canStack(figures: readonly Figure[]): boolean {
  const metrics = [...new Set(figures.map(({ cell }) => cell.metric))];
  const kinds = new Set(metrics.map((metric) => /^(?:FUNCTIONAL|ECONOMIC):\d+$/.exec(metric)?.[0].replace(/\d/g, '0')));
  const areOfOneLevel = kinds.size === 1 && !kinds.has(undefined);
  const areParts = PARTS.some((parts) => metrics.every((metric) => parts.includes(metric)));
  return (areOfOneLevel || areParts) && new Set(figures.map(({ cell }) => cell.unit)).size === 1;
}

function countValues(figures: readonly Figure[]): Record<Dimension, number> {
  const count = (by: readonly Dimension[]) =>
    new Set(figures.map((figure) => by.map((dimension) => keyOf(figure, dimension)).join('~'))).size;
  // Stages that differ by place because a report is of another kind are no dimension of the question.
  const stage = figures.length > count(['place', 'metric', 'year']) ? count(['stage']) : 1;
  return { place: count(['place']), metric: count(['metric']), year: count(['year']), stage };
}

export function draw(figures: readonly Figure[], form: Form): Drawing {
  const asked = form === 'AUTO' ? chooseForm(figures) : form;
  const chosen = asked === 'STACK' && !canStack(figures) ? 'BARS' : asked;
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

/** The outturn as a bar, the budget as a line across it: of the cell's own baseline, or of the other stages asked for. What is neither has a bar of its own. */
function drawBullets(figures: readonly Figure[]): Drawing {
  const drawn = [...groupByBody(figures).values()].flatMap(drawBody);
  const shown = drawn.map(({ figure }) => figure);
  const counts = countValues(shown);
  const hasStages = new Set(shown.map(({ stage }) => stage).filter(Boolean)).size > 1;
  const rowsBy = ALL.filter((dimension) => (dimension === 'stage' ? hasStages : counts[dimension] > 1));
  const placed = place(shown, orPlace(rowsBy), []);
  return {
    form: 'BULLET',
    rows: placed.rows,
    series: [],
    marks: placed.marks.map((mark, index) => ({ ...mark, target: drawn[index]?.target ?? null })),
  };
}

interface Bullet {
  readonly figure: Figure;
  readonly target: Mark['target'];
}

/** All stages of one metric, place and year. */
function groupByBody(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const bodies = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = (['metric', 'place', 'year'] as const).map((dimension) => keyOf(figure, dimension)).join('~');
    bodies.set(key, [...(bodies.get(key) ?? []), figure]);
  }
  return bodies;
}

function drawBody(stages: readonly Figure[]): Bullet[] {
  const main = stages.find(({ cell }) => cell.stage === 'OUTTURN') ?? stages[0];
  if (!main) return [];
  const { cell, baseline } = main;
  if (cell.baseline !== null) {
    const own = { value: cell.baseline, text: baseline ?? '', label: '' };
    return stages.map((figure) => ({ figure, target: figure === main ? own : null }));
  }
  const budget =
    main.text === null
      ? undefined
      : stages.find((figure) => figure !== main && figure.cell.stage !== 'OUTTURN' && figure.text !== null);
  const target = budget ? { value: budget.cell.value ?? '0', text: budget.text ?? '', label: budget.stage } : null;
  return stages
    .filter((figure) => figure !== budget)
    .map((figure) => ({ figure, target: figure === main ? target : null }));
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
