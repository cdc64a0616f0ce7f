import { compareTexts } from '../domain/compare-texts.js';
import type { WarningCode } from '../domain/closed-lists.js';
import { groupBy } from '../domain/group-by.js';
import { once } from '../domain/once.js';
import { noteAnnotations } from './annotations.js';
import type { Cell, CellBaseline, Placed } from './cell.js';
import type { CellNote } from './cell-key.js';
import type { Evidence } from './evidence.js';
import type { Notes, Reason } from './warnings.js';
import { ENGLISH } from './words/english.js';
import type { Say } from './words/words.js';

/** What is to be said of cells and of their baselines by themselves. */
export function noteCells(cells: readonly Cell[], evidence: Evidence): Notes {
  return { codes: codesOf(cells, evidence), reasons: once(() => findNotes(cells, evidence)) };
}

function codesOf(cells: readonly Cell[], evidence: Evidence): ReadonlySet<WarningCode> {
  const codes = new Set<WarningCode>();
  const look = (placed: Placed): void => {
    for (const { code } of notesOf(placed, evidence)) codes.add(code);
  };
  const averages = new Set<CellBaseline>();
  for (const cell of cells) {
    const { baseline } = cell;
    look(cell);
    if (isOnZero(cell)) codes.add('ZERO_BASE');
    // An average stands beside many cells, and is of many.
    if (baseline === null || averages.has(baseline)) continue;
    if (baseline.of.length > 1) averages.add(baseline);
    baseline.of.forEach(look);
  }
  return codes;
}

function findNotes(cells: readonly Cell[], evidence: Evidence): readonly Reason[] {
  return [...cells.flatMap((cell) => sayOfCell(cell, evidence)), ...noteBaselines(cells, evidence)];
}

/** Baselines that are averages of cells of the answer, which say themselves what is to be said of them. */
export function averagesOf(cells: readonly Cell[]): ReadonlySet<CellBaseline> {
  const among = new Set(cells.map(({ value }) => value));
  const baselines = new Set(cells.flatMap(({ baseline }) => (baseline?.value.average ? [baseline] : [])));
  return new Set([...baselines].filter(({ of }) => of.every(({ value }) => among.has(value))));
}

function notesOf(placed: Placed, evidence: Evidence): readonly CellNote[] {
  const noted = noteAnnotations(placed, evidence);
  return noted.length === 0 ? placed.value.notes : [...placed.value.notes, ...noted];
}

function sayOfCell(cell: Cell, evidence: Evidence): Reason[] {
  return [...notesOf(cell, evidence), ...noteZeroBaseline(cell)].map(sayOf([cell]));
}

const MOST_OF_ONE_CODE = 3;

/** What is to be said of baselines; of an average, which is of many, the first sentences of each code. */
function noteBaselines(cells: readonly Cell[], evidence: Evidence): Reason[] {
  const ofCells = averagesOf(cells);
  const held = groupBy(
    cells.filter(({ baseline }) => baseline && !ofCells.has(baseline)),
    ({ baseline }) => baseline as CellBaseline,
  );
  return [...held].flatMap(([{ named, value, of }, own]) => {
    const notes = of.flatMap((placed) => notesOf(placed, evidence));
    const shown = value.average ? shortenNotes(notes, named) : notes;
    return shown.map(sayOf(own));
  });
}

function shortenNotes(notes: readonly CellNote[], named: Say): CellNote[] {
  return [...groupBy(notes, ({ code }) => code)].flatMap(([code, own]) => {
    const sentences = new Map(own.map((note) => [note.say(ENGLISH), note]));
    const sorted = [...sentences].sort(([a], [b]) => compareTexts(a, b)).map(([, note]) => note);
    const more = sorted.length - MOST_OF_ONE_CODE;
    const rest: CellNote = { code, say: (words) => words.moreOfAverage(named(words), more) };
    return [...sorted.slice(0, MOST_OF_ONE_CODE), ...(more > 0 ? [rest] : [])];
  });
}

function isOnZero({ value, baseline }: Cell): boolean {
  return value.value !== null && baseline?.value.value?.num === 0n;
}

function noteZeroBaseline(cell: Cell): CellNote[] {
  const { baseline, entity, year } = cell;
  if (!baseline || !isOnZero(cell)) return [];
  const say: Say = (words) => words.zeroBaseline({ name: entity.name, year }, baseline.named(words));
  return [{ code: 'ZERO_BASE', say }];
}

function sayOf(cells: readonly [Cell, ...Cell[]]): (note: CellNote) => Reason {
  const places = (): readonly number[] => cells.map(({ place }) => place);
  const [{ measure }] = cells;
  return (note) => ({ ...note, measure, places });
}
