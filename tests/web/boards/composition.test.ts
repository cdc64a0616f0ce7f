import { compose, drawComposition, makeSumRows } from '../../../src/web/page/boards/composition';
import type { PartFragment } from '../../../src/web/page/generated/graphql';

const CONGHUA = { code: '440117', name: '从化区', nameEn: 'Conghua District' };
const YUEXIU = { code: '440104', name: '越秀区', nameEn: 'Yuexiu District' };

function part(district: typeof CONGHUA, code: string | null, sum: string, share: string): PartFragment {
  const account = code === null ? null : { id: `F${code}`, code, name: `科目${code}` };
  return { district, account, residual: code === null, sum, share, count: 1 };
}

/** 支出决算表 of 2019, as printed; the printed total of 从化 is 0.01 more than its 类. */
const PARTS = [
  part(YUEXIU, '201', '1066.66', '0.38162056'),
  part(YUEXIU, '210', '8.80', '0.00314839'),
  part(CONGHUA, '201', '1152.17', '0.88362016'),
  part(CONGHUA, '213', '24.96', '0.01914228'),
  part(CONGHUA, null, '0.01', '0.00000767'),
];
const WORDS = {
  nameDistrict: ({ name }: { name: string }) => name,
  formatAmount: (amount: string) => amount,
  formatShare: (share: string) => share,
};
const DRAWN = { year: 2019, stage: 'OUTTURN', unit: 'WAN_YUAN', words: WORDS } as const;

describe('the composition of expenditure', () => {
  const composition = compose(PARTS, '差额');

  it('has the accounts by code, and what is in none of them last', () => {
    expect(composition.accounts.map(({ name }) => name)).toEqual(['201 科目201', '210 科目210', '213 科目213', '差额']);
  });

  it('does not invent a zero for an account that a district does not print', () => {
    const health = composition.accounts.find(({ code }) => code === '210');
    expect([...(health?.byDistrict.keys() ?? [])]).toEqual(['440104']);
  });

  it('is taken away with the printed total at the end of each district', () => {
    const rows = makeSumRows(composition, new Map([['440117', '1303.92']]));
    expect(rows.filter(({ district }) => district === CONGHUA).map(({ code, sum }) => [code, sum])).toEqual([
      ['201', '1152.17'],
      ['213', '24.96'],
      [null, '0.01'],
      [null, '1303.92'],
    ]);
  });

  it('draws every figure once, the residual and small accounts without a name of their own', () => {
    const many = Array.from({ length: 10 }, (_, index) => part(CONGHUA, `3${index}0`, '1.00', `0.0${9 - index}`));
    const drawing = drawComposition(compose([...PARTS, ...many], '差额'), DRAWN);
    expect(drawing.marks).toHaveLength(15);
    expect(drawing.series.filter(({ isMinor }) => !isMinor)).toHaveLength(7);
    expect(drawing.series.find(({ label }) => label === '差额')?.isMinor).toBe(true);
  });

  it('does not draw what is below zero, which the table has', () => {
    const parts = [...PARTS.slice(2, 4), part(CONGHUA, null, '-0.01', '-0.00000767')];
    const drawing = drawComposition(compose(parts, '差额'), DRAWN);
    expect(drawing.series.map(({ label }) => label)).toEqual(['201 科目201', '213 科目213']);
    expect(drawing.marks.map(({ label }) => label)).toEqual(['0.88362016', '0.01914228']);
  });
});
