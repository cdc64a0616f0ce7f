import { describe, expect, it } from '@jest/globals';
import { draw } from '../../../src/web/page/chart/drawing';
import { splitRuns } from '../../../src/web/page/chart/draw-lines';
import { makeOption } from '../../../src/web/page/chart/options';
import { choosePalette } from '../../../src/web/page/chart/palette';
import { makeFigures } from '../../../src/web/page/compare/figures';
import type { Names } from '../../../src/web/page/compare/figures';
import type { CellFragment } from '../../../src/web/page/generated/graphql';

const NAMES: Names = {
  language: 'zh',
  nameMetric: (metric) => metric,
  nameStage: (stage) => stage,
  nameMissing: (reason) => reason,
};

const PLACES = { 越秀区: '440104', 从化区: '440117', 海珠区: '440105', 番禺区: '440113' } as const;

function cellOf(
  place: keyof typeof PLACES,
  year: number,
  value: string | null,
  more: Partial<CellFragment> = {},
): CellFragment {
  return {
    metric: 'EXPENDITURE',
    district: { code: PLACES[place], name: place, nameEn: place },
    department: null,
    year,
    stage: value === null ? null : 'OUTTURN',
    value,
    unit: 'WAN_YUAN',
    status: value === null ? 'MISSING' : 'REPORTED',
    missing: value === null ? 'NOT_COVERED' : null,
    rank: null,
    baseline: null,
    baselineStage: null,
    baselineMissing: null,
    difference: null,
    percentagePoints: null,
    ratio: null,
    changeRate: null,
    warnings: [],
    ...more,
  };
}

const drawCells = (cells: CellFragment[], form: Parameters<typeof draw>[1] = 'AUTO') =>
  draw(makeFigures(cells, NAMES), form);

describe('the form that fits a question', () => {
  it('two districts and one year: bars, a row a district', () => {
    const drawing = drawCells([cellOf('越秀区', 2019, '2795.08'), cellOf('从化区', 2019, '1303.92')]);
    expect(drawing.form).toBe('BARS');
    expect(drawing.rows.map(({ label }) => label)).toEqual(['越秀区', '从化区']);
  });

  it('two districts over years: lines, a series a district', () => {
    const years = [2018, 2019, 2020];
    const cells = years.flatMap((year) => [cellOf('越秀区', year, '1.00'), cellOf('从化区', year, '2.00')]);
    const drawing = drawCells(cells);
    expect(drawing.form).toBe('LINES');
    expect(drawing.rows.map(({ label }) => label)).toEqual(['2018', '2019', '2020']);
    expect(drawing.series.map(({ label }) => label)).toEqual(['越秀区', '从化区']);
  });

  it('districts that have hardly a year twice: a heat map of district and year', () => {
    const cells = [2017, 2019, 2020].flatMap((year) =>
      (Object.keys(PLACES) as (keyof typeof PLACES)[]).map((place) =>
        cellOf(place, year, year === 2019 ? '1.00' : null),
      ),
    );
    expect(drawCells(cells).form).toBe('HEAT');
  });

  it('an outturn held against its budget: a bar with the budget across it', () => {
    const held = { baseline: '2600.00', baselineStage: 'ORIGINAL_BUDGET' as const };
    const drawing = drawCells([cellOf('越秀区', 2019, '2795.08', held)]);
    expect(drawing.form).toBe('BULLET');
    expect(drawing.marks[0]?.target?.value).toBe('2600.00');
  });

  it('accounts of one classification: stacked, as parts of one whole', () => {
    const cells = ['201', '206', '208'].map((code) => cellOf('越秀区', 2019, '1.00', { metric: `FUNCTIONAL:${code}` }));
    expect(drawCells(cells).form).toBe('STACK');
  });

  it('budget beside outturn of one stage pair finds its own budget, not another place’s', () => {
    const cells = [
      cellOf('越秀区', 2019, '10.00', { stage: 'ORIGINAL_BUDGET' }),
      cellOf('越秀区', 2019, '12.00'),
      cellOf('从化区', 2019, '20.00', { stage: 'ORIGINAL_BUDGET' }),
      cellOf('从化区', 2019, '19.00'),
    ];
    const { marks } = drawCells(cells, 'BULLET');
    expect(marks.map(({ figure, target }) => [figure.place, figure.cell.value, target?.value])).toEqual([
      ['越秀区', '12.00', '10.00'],
      ['从化区', '19.00', '20.00'],
    ]);
  });

  it('of fifty a ranking, the first on top and what is missing at the end', () => {
    const cells = [
      cellOf('越秀区', 2019, '1.00', { rank: 2 }),
      cellOf('从化区', 2019, null),
      cellOf('海珠区', 2019, '2.00', { rank: 1 }),
    ];
    expect(drawCells(cells, 'DOTS').rows.map(({ label }) => label)).toEqual(['海珠区', '越秀区', '从化区']);
  });
});

describe('no figure is lost, and none is made', () => {
  it('a whole is not stacked on its own part, nor money on persons', () => {
    const whole = [
      cellOf('越秀区', 2019, '2795.08'),
      cellOf('越秀区', 2019, '718.34', { metric: 'BASIC_EXPENDITURE' }),
    ];
    expect(drawCells(whole, 'STACK').form).toBe('BARS');
    const parts = [
      cellOf('越秀区', 2019, '718.34', { metric: 'BASIC_EXPENDITURE' }),
      cellOf('越秀区', 2019, '2076.75', { metric: 'PROJECT_EXPENDITURE' }),
    ];
    expect(drawCells(parts, 'STACK').form).toBe('STACK');
    const levels = ['201', '20103'].map((code) => cellOf('越秀区', 2019, '1.00', { metric: `FUNCTIONAL:${code}` }));
    expect(drawCells(levels, 'STACK').form).toBe('BARS');
    const units = [
      cellOf('越秀区', 2019, '0.16', { metric: 'HOSPITALITY' }),
      cellOf('越秀区', 2019, '1', { metric: 'TRAVEL_ABROAD', unit: 'COUNT' }),
    ];
    expect(drawCells(units, 'STACK').form).toBe('BARS');
  });

  it('a budget without an outturn has a bar of its own', () => {
    const cells = [cellOf('越秀区', 2019, '2795.08'), cellOf('番禺区', 2023, '15094.71', { stage: 'ORIGINAL_BUDGET' })];
    expect(drawCells(cells, 'BULLET').marks.map(({ figure }) => figure.cell.value)).toEqual(['2795.08', '15094.71']);
  });

  it('of two budgets the one that is printed is drawn, where the other is missing', () => {
    const cells = [
      cellOf('越秀区', 2019, null, { stage: 'ORIGINAL_BUDGET', missing: 'NOT_PRINTED' }),
      cellOf('越秀区', 2019, '14.10', { stage: 'REVISED_BUDGET' }),
    ];
    const { marks, rows } = drawCells(cells, 'BULLET');
    expect(marks.map(({ row, figure }) => [row, figure.cell.value])).toEqual([
      [0, null],
      [1, '14.10'],
    ]);
    expect(rows).toHaveLength(2);
  });
});

describe('what may not be compared is not joined', () => {
  const unlike = { warnings: [{ code: 'STAGE_MISMATCH' as const, verdict: 'NOT_COMPARABLE' as const }] };
  const runsOf = (cells: CellFragment[]) =>
    splitRuns(drawCells(cells, 'LINES').marks).map((run) => run.map(({ figure }) => figure.cell.year));

  it('a year without a figure parts the line', () => {
    const cells = [2017, 2018, 2019, 2020].map((year) => cellOf('越秀区', year, year === 2018 ? null : '1.00'));
    expect(runsOf(cells)).toEqual([[2017], [2019, 2020]]);
  });

  it('figures of unlike stages stand alone', () => {
    const cells = [
      cellOf('越秀区', 2018, '1.00'),
      cellOf('越秀区', 2019, '1.00', unlike),
      cellOf('越秀区', 2020, '1.00'),
    ];
    expect(runsOf(cells)).toEqual([[2018], [2019], [2020]]);
  });

  it('a warning that is no ban leaves the line whole', () => {
    const renamed = { warnings: [{ code: 'ACCOUNT_RENAMED' as const, verdict: 'WITH_WARNINGS' as const }] };
    const cells = [cellOf('越秀区', 2018, '1.00'), cellOf('越秀区', 2019, '1.00', renamed)];
    expect(runsOf(cells)).toEqual([[2018, 2019]]);
  });

  it('its bars are hatched, the others are not', () => {
    const drawing = drawCells([cellOf('越秀区', 2019, '1.00', unlike), cellOf('从化区', 2019, '1.00')], 'BARS');
    const { series } = makeOption(drawing, { palette: choosePalette(false), width: 800 }) as {
      series: { data: { itemStyle: { decal?: object } }[] }[];
    };
    expect(series[0]?.data.map(({ itemStyle }) => itemStyle.decal !== undefined)).toEqual([true, false]);
  });

  it('a missing figure is drawn as its reason, never as a bar', () => {
    const { series } = makeOption(drawCells([cellOf('越秀区', 2019, null), cellOf('从化区', 2019, '1.00')], 'BARS'), {
      palette: choosePalette(false),
      width: 800,
    }) as { series: { data: { value: number; label: { formatter: string } }[] }[] };
    expect(series[0]?.data.map(({ value, label }) => [value, label.formatter])).toEqual([
      [0, '┄ NOT_COVERED'],
      [1, '1.00'],
    ]);
  });
});
