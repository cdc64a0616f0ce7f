import type { Annotation } from '../domain/reference-tables.js';
import type { Cell } from './cell.js';
import type { Evidence } from './evidence.js';
import type { Reason } from './warnings.js';

/** What is noted, with its source, of figures that are in a cell or its baseline: never inferred. */
export function noteAnnotations(
  { measure, place, entity, year, value, baseline }: Cell,
  { reference, departments }: Pick<Evidence, 'reference' | 'departments'>,
): Reason[] {
  const about = (of: { readonly year: number; readonly departmentIds: readonly string[] }): readonly Annotation[] =>
    of.departmentIds.flatMap((id) => {
      const department = departments.get(id);
      const own = department ? reference.annotationsOf(department.districtCode, department.name, of.year) : [];
      return own.filter(({ metric, account }) =>
        metric === null
          ? account?.code === measure.account?.code && account?.classification === measure.account?.classification
          : metric === measure.key,
      );
    });
  // What an average is of has its annotations at its own cells.
  const base = baseline?.of.length === 1 ? baseline.of[0] : null;
  const found = [
    ...about({ year, departmentIds: value.departmentIds }),
    ...(base ? about({ year: base.year, departmentIds: base.value.departmentIds }) : []),
  ];
  return found.map(({ year: own, note, source }) => ({
    ...{ code: 'ONE_OFF' as const, measure: measure.name, places: [place] },
    sentence: `${entity.name} ${own}: ${note} (${source})`,
  }));
}
