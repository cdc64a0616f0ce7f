import type { Average, Stage } from '../domain/closed-lists.js';
import { averageValues } from './average.js';
import type { Cell, CellBaseline, Placed } from './cell.js';
import type { CellValue } from './cell-value.js';
import type { Entity } from './evidence.js';
import type { Measure } from './measure.js';
import type { Baseline, Question } from './question.js';
import type { ReadCell } from './read-cells.js';
import type { Say } from './words/words.js';

/** All cells of a question in the order of the answer, each with what it is held against. */
export function readCells(question: Question, read: ReadCell): Cell[] {
  const { measures, entities, years } = question;
  const stages = question.stages ?? [null];
  const hold = makeHolder(question, read);
  const cells: Cell[] = [];
  for (const measure of measures)
    for (const entity of entities)
      for (const year of years)
        for (const stage of stages) {
          const value = read(measure, entity, year, stage);
          const baseline = hold(measure, entity, year, value);
          cells.push({ place: cells.length, measure, entity, year, value, baseline });
        }
  return cells;
}

type Hold = (measure: Measure, entity: Entity, year: number, value: CellValue) => CellBaseline | null;

function makeHolder({ measures, entities, stages, baseline }: Question, read: ReadCell): Hold {
  if (!baseline) return () => null;
  const averages = new Map<string, CellBaseline>();
  return (asked, entity, ownYear, value) => {
    const place = measures.indexOf(asked);
    const measure = baseline.measures?.[place] ?? asked;
    const year = baseline.previousYear ? ownYear - 1 : (baseline.year ?? ownYear);
    const readOne = (own: Entity): Placed => {
      const key = { measure, entity: own, year, stage: value.stage };
      return { measure, entity: own, year, value: readAlike(read, key, baseline, stages === null) };
    };
    if (!baseline.average) {
      const one = readOne(baseline.entity ?? entity);
      const named: Say = (words) => words.figures([{ name: one.entity.name, year }]);
      return { named, year, value: one.value, of: [one] };
    }
    const key = [place, year, value.stage].join(' ');
    const known = averages.get(key) ?? averageOver(baseline.average, entities.map(readOne), year);
    averages.set(key, known);
    return known;
  };
}

function averageOver(average: Average, placed: readonly Placed[], year: number): CellBaseline {
  const cells = placed.map(({ value }) => value);
  const value = averageValues(average, cells, year);
  const members = placed.filter((own) => own.value.value !== null);
  return { named: (words) => words.average(average, members.length, year), year, value, of: members };
}

/**
 * Of the stages of the baseline the first that there is; without them the stage of the cell. Where none is asked for, what there is of one
 * other body or year may be of another stage; an average is of one stage.
 */
function readAlike(
  read: ReadCell,
  { measure, entity, year, stage }: Omit<Placed, 'value'> & { readonly stage: Stage | null },
  { stages, average }: Baseline,
  isAnyStage: boolean,
): Placed['value'] {
  if (stages) {
    const found = stages.map((own) => read(measure, entity, year, own));
    return found.find(({ value }) => value) ?? (found[0] as Placed['value']);
  }
  return isAnyStage && !average ? read(measure, entity, year, null, stage) : read(measure, entity, year, stage);
}
