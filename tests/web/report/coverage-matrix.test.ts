import { describe, expect, it } from '@jest/globals';
import { makeMatrix } from '../../../src/web/page/report/coverage-matrix';

const guangdong = { code: '440000', name: '广东省', nameEn: 'Guangdong' };
const guangzhou = { code: '440100', name: '广州市', nameEn: 'Guangzhou' };
const districts = [
  { ...guangdong, parent: null },
  { ...guangzhou, parent: guangdong },
  { code: '440105', name: '海珠区', nameEn: 'Haizhu District', parent: guangzhou },
  { code: '440117', name: '从化区', nameEn: "Cong'hua District", parent: guangzhou },
];
const cell = (code: string, year: number, ...kinds: ('BUDGET' | 'FINAL_ACCOUNTS')[]) => ({
  district: { code },
  year,
  kinds,
});
const coverage = {
  cells: [
    cell('440117', 2019, 'BUDGET', 'FINAL_ACCOUNTS'),
    cell('440105', 2017, 'FINAL_ACCOUNTS'),
    cell('440100', 2020, 'FINAL_ACCOUNTS'),
  ],
};
const rowsOf = (search: string) =>
  makeMatrix({ districts, coverage }, search).groups.flatMap(({ rows }) => rows.map(({ district }) => district.code));

describe('what there is of each district and year', () => {
  it('shows the newest year first, and years without a report too', () => {
    expect(makeMatrix({ districts, coverage }, '').years).toEqual([2020, 2019, 2018, 2017]);
    expect(makeMatrix({ districts, coverage: { cells: [] } }, '')).toEqual({ years: [], groups: [] });
  });

  it('puts districts under their city, the bureaus of the city itself among them', () => {
    const { groups } = makeMatrix({ districts, coverage }, '');
    expect(groups.map(({ division }) => division.name)).toEqual(['广州市']);
    expect(groups[0]?.rows.map(({ district, isOfDivision }) => [district.name, isOfDivision])).toEqual([
      ['广州市', true],
      ['海珠区', false],
      ['从化区', false],
    ]);
  });

  it('has no cell where there is no report', () => {
    const [, haizhu, conghua] = makeMatrix({ districts, coverage }, '').groups[0]!.rows;
    expect(haizhu?.kinds.get(2019)).toBeUndefined();
    expect(conghua?.kinds.get(2019)).toEqual(['BUDGET', 'FINAL_ACCOUNTS']);
  });

  it('finds districts by name, code and pinyin, and keeps the years', () => {
    expect(rowsOf('从化')).toEqual(['440117']);
    expect(rowsOf('440105')).toEqual(['440105']);
    expect(rowsOf('conghua')).toEqual(['440117']);
    expect(rowsOf('HAI zhu')).toEqual(['440105']);
    expect(rowsOf('荔湾')).toEqual([]);
    expect(makeMatrix({ districts, coverage }, '从化').years).toHaveLength(4);
  });
});
