import type { Cell } from '../../../src/compare/cell.js';
import { noteCells } from '../../../src/compare/note-cells.js';
import { REFERENCE } from '../../support/reference.js';

test('what an average is of is looked at once, however many cells stand against it', () => {
  let looks = 0;
  const [entities, years] = [50, 4];
  const note = { code: 'PARTIAL_COVERAGE', say: () => 'some are missing' };
  const values = Array.from({ length: entities * years }, (_, at) => ({
    measure: { name: 'EXPENDITURE' },
    entity: { districtCode: '000000', name: `${Math.floor(at / years)}` },
    year: at % years,
    value: {
      value: { num: 1n, den: 1n },
      departmentIds: [],
      base: null,
      overMeasure: null,
      get notes() {
        looks += 1;
        return [note];
      },
    },
  }));
  const averages = Array.from({ length: years }, (_, year) => {
    const value = { value: { num: 1n, den: 1n }, average: { of: 'MEAN' } };
    return { named: () => 'the mean', year, value, of: values.filter((own) => own.year === year) };
  });
  const cells = values.map((own, place) => ({ ...own, place, baseline: averages[own.year] })) as unknown as Cell[];
  expect([...noteCells(cells, { reference: REFERENCE } as never).codes]).toEqual(['PARTIAL_COVERAGE']);
  expect(looks).toBe(2 * entities * years);
});
