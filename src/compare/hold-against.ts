import type { Average, Stage } from '../domain/closed-lists.js';
import { averageValues } from './average.js';
import type { Cell, CellBaseline, Placed } from './cell.js';
import type { Entity } from './evidence.js';
import type { Baseline, Question } from './question.js';
import type { ReadCell } from './read-cells.js';

/** All cells of a question in the order of the answer, each with what it is held against. */
export function readCells(question: Question, read: ReadCell): Cell[] {
  const { measures, entities, years, stages } = question;
  const hold = makeHolder(question, read);
  const keys = measures.flatMap((measure) =>
    entities.flatMap((entity) =>
      years.flatMap((year) => (stages ?? [null]).map((stage) => ({ measure, entity, year, stage }))),
    ),
  );
  return keys.map(({ measure, entity, year, stage }, place) => {
    const value = read(measure, entity, year, stage);
    return { place, measure, entity, year, value, baseline: hold({ measure, entity, year, value }) };
  });
}

function makeHolder({ measures, entities, stages, baseline }: Question, read: ReadCell) {
  if (!baseline) return () => null;
  const averages = new Map<string, CellBaseline>();
  return ({ measure: asked, entity, year: ownYear, value }: Placed): CellBaseline => {
    const place = measures.indexOf(asked);
    const measure = baseline.measures?.[place] ?? asked;
    const year = baseline.previousYear ? ownYear - 1 : (baseline.year ?? ownYear);
    const readOne = (own: Entity): Placed => ({
      ...{ measure, entity: own, year },
      value: readAlike(read, { measure, entity: own, year, stage: value.stage }, baseline, stages === null),
    });
    if (!baseline.average) {
      const one = readOne(baseline.entity ?? entity);
      return { name: one.entity.name, year, value: one.value, of: [one] };
    }
    const key = [place, year, value.stage].join(' ');
    const known = averages.get(key) ?? averageOver(baseline.average, entities.map(readOne), year);
    averages.set(key, known);
    return known;
  };
}

const NAMES: Readonly<Record<Average, string>> = { MEAN: 'the mean', MEDIAN: 'the median' };

function averageOver(average: Average, placed: readonly Placed[], year: number): CellBaseline {
  const cells = placed.map(({ value }) => value);
  const value = averageValues(average, cells, year);
  const members = placed.filter((own) => own.value.value !== null);
  return { name: `${NAMES[average]} of ${members.length}`, year, value, of: members };
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
