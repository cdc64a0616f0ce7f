import type { Annotation } from '../domain/reference-tables.js';
import type { Placed } from './cell.js';
import type { CellNote } from './cell-key.js';
import type { CellValue } from './cell-value.js';
import type { Evidence } from './evidence.js';
import type { Measure } from './measure.js';
import type { Say } from './words/words.js';

/** What is noted, with its source, of figures that are in a value, in what it is divided by or in the base of its index: never inferred. */
export function noteAnnotations(
  { measure, entity, value }: Placed,
  { reference, departments }: Pick<Evidence, 'reference' | 'departments'>,
): CellNote[] {
  if (!reference.annotatedDistricts.has(entity.districtCode)) return [];
  const about = (own: Measure, { year, departmentIds }: CellValue): readonly Annotation[] =>
    departmentIds.flatMap((id) => {
      const department = departments.get(id);
      const noted = department ? reference.annotationsOf(department.districtCode, department.name, year) : [];
      return noted.filter(({ metric, account }) =>
        metric === null
          ? account?.code === own.account?.code && account?.classification === own.account?.classification
          : metric === own.key,
      );
    });
  const values = [value, ...(value.base ? [value.base] : [])];
  const over = value.overMeasure;
  const said = values.flatMap((one) => [
    ...about(measure, one).map((own) => ({ ...own, divisor: null })),
    ...(over ? about(over, one).map((own) => ({ ...own, divisor: over })) : []),
  ]);
  return said.map(({ year, note, source, divisor }) => {
    const say: Say = (words) => words.noted({ name: entity.name, year }, note, source);
    return { code: 'ONE_OFF', say: divisor ? (words) => words.ofDivisor(divisor, say(words)) : say };
  });
}
