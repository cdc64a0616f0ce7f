import { describe, expect, it } from '@jest/globals';
import { STATEMENT_DEFINITIONS } from '../../../src/domain/statement-definitions.js';
import type { ColumnDefinition } from '../../../src/domain/statement-columns.js';
import { matchHeads, stackHeads } from '../../../src/read/heads.js';
import { similarity } from '../../../src/read/similarity.js';

function columnsOf(kind: string, statement: string): readonly ColumnDefinition[] {
  const found = STATEMENT_DEFINITIONS.find((own) => own.kind === kind && own.statement === statement);
  return found?.columns.NONE ?? [];
}
const REVENUE = columnsOf('FINAL_ACCOUNTS', 'REVENUE');
const FUND = columnsOf('FINAL_ACCOUNTS', 'GOVERNMENT_FUND');
const THREE = columnsOf('FINAL_ACCOUNTS', 'THREE_OFFICIAL_EXPENSES');
const BUDGET_REVENUE = columnsOf('BUDGET', 'REVENUE');

const places = (stacks: readonly (readonly string[])[], columns: readonly ColumnDefinition[]): (number | null)[] =>
  matchHeads(stacks, columns).map(({ place }) => place);
const stack = (...heads: string[]): string[][] => heads.map((head) => head.split('/'));

describe('heads stacked above a column', () => {
  it('span the empty cells to their right', () => {
    expect(
      stackHeads(
        [
          ['项目', '', '本年收入', '本年支出', '', '', '年末结转和结余'],
          ['编码', '名称', '', '小计', '基本支出', '项目支出', ''],
        ],
        7,
      ),
    ).toEqual([
      ['项目', '编码'],
      ['项目', '名称'],
      ['本年收入'],
      ['本年支出', '小计'],
      ['本年支出', '基本支出'],
      ['本年支出', '项目支出'],
      ['年末结转和结余'],
    ]);
  });

  it('span no further than the head above them', () => {
    expect(
      stackHeads(
        [
          ['预算数', '', '', '决算数', '', ''],
          ['合计', '车辆', '', '合计', '车辆', ''],
          ['', '购置', '运行', '', '购置', '运行'],
        ],
        6,
      ),
    ).toEqual([
      ['预算数', '合计'],
      ['预算数', '车辆', '购置'],
      ['预算数', '车辆', '运行'],
      ['决算数', '合计'],
      ['决算数', '车辆', '购置'],
      ['决算数', '车辆', '运行'],
    ]);
  });
});

describe('heads matched to the columns of a statement', () => {
  it('in the order of the template', () => {
    expect(
      places(
        stack('本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'),
        REVENUE,
      ),
    ).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('in any other order: a head decides, never a place', () => {
    expect(
      places(
        stack('其他收入', '附属单位上缴收入', '经营收入', '事业收入', '上级补助收入', '财政拨款收入', '本年收入合计'),
        REVENUE,
      ),
    ).toEqual([6, 5, 4, 3, 2, 1, 0]);
  });

  it('wrapped over lines, with blanks and line breaks', () => {
    expect(places(stack('本年收入 合计', '附属单位上缴/收入', '财政拨 款收入'), REVENUE)).toEqual([0, 5, 1]);
  });

  it('by the head that spans them where two columns have one name', () => {
    expect(
      places(
        stack(
          '年初结转和结余',
          '本年收入',
          '本年支出/小计',
          '本年支出/基本支出',
          '本年支出/项目支出',
          '年末结转和结余',
        ),
        FUND,
      ),
    ).toEqual([0, 1, 2, 3, 4, 5]);
    expect(places(stack('预算数/合计', '决算数/合计', '决算数/公务接待费', '预算数/公务接待费'), THREE)).toEqual([
      0, 6, 11, 5,
    ]);
  });

  it('with budget and outturn alternating under each account', () => {
    expect(places(stack('合计/预算数', '合计/决算数', '公务接待费/预算数', '公务接待费/决算数'), THREE)).toEqual([
      0, 6, 5, 11,
    ]);
  });

  it('of the twelve money columns of a budget', () => {
    const heads = stack(
      '合计', '财政拨款收入/一般公共预算', '财政拨款收入/政府性基金预算', '财政拨款收入/国有资本经营预算',
      '财政专户拨款收入/教育收费', '财政专户拨款收入/其他专户收入拨款', '其他资金收入/事业收入', '其他资金收入/经营收入',
      '其他资金收入/其他收入', '上级补助收入', '附属单位上缴收入', '用事业基金弥补收支差额',
    ); // prettier-ignore
    expect(places(heads, BUDGET_REVENUE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('with a column that the template does not know: it gets none, its neighbours stay', () => {
    expect(places(stack('本年收入合计', '财政拨款收入', '罚没收益', '其他收入'), REVENUE)).toEqual([0, 1, null, 6]);
  });

  it('with an unknown column in the place of a known one: it gets none', () => {
    const heads = stack(
      '本年收入合计',
      '财政拨款收入',
      '上级补助收入',
      '债务收入',
      '经营收入',
      '附属单位上缴收入',
      '其他收入',
    );
    expect(places(heads, REVENUE)).toEqual([0, 1, 2, null, 4, 5, 6]);
  });

  it('never gives one column twice', () => {
    const found = places(stack('本年收入合计', '财政拨款收入', '财政拨款收入'), REVENUE).filter(
      (place) => place !== null,
    );
    expect(new Set(found).size).toBe(found.length);
  });

  it('labels a column by its heads from top to bottom, each without its own blanks', () => {
    expect(matchHeads(stack('决算数/公务接 待费'), THREE)[0]?.label).toBe('决算数 公务接待费');
  });
});

describe('a column without a head', () => {
  it('is counted off between heads that are known, but never as one that many publishers leave out', () => {
    const summary = STATEMENT_DEFINITIONS.filter(
      ({ kind, statement }) => kind === 'BUDGET' && statement === 'APPROPRIATION_SUMMARY',
    ).map(({ columns }) => columns.EXPENDITURE ?? []);
    for (const columns of summary)
      for (const head of [[], ['支出']]) expect(places([['支出', '预算'], head], columns)).toEqual([0, null]);
    expect(summary.length).toBeGreaterThan(0);
    expect(places([['年初结转和结余'], [], ['小计'], ['基本支出'], ['项目支出'], ['年末结转和结余']], FUND)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
  });
});

describe('the likeness of two names', () => {
  it('is the share of the two-character pieces they have in common', () => {
    expect(similarity('基本支出', '基本支出')).toBe(1);
    expect(similarity('基本支出', '项目支出')).toBeCloseTo(1 / 3);
    expect(similarity('基本支出', '坐华文山')).toBe(0);
    expect(similarity('甲', '乙')).toBe(0);
  });
});

describe('the same heads over more columns than the template has', () => {
  const GENERAL = columnsOf('FINAL_ACCOUNTS', 'GENERAL_PUBLIC_EXPENDITURE');

  it('name none of them: a lost head above told budget from outturn', () => {
    const twice = ['小计', '基本支出', '项目支出', '小计', '基本支出', '项目支出'];
    expect(places(stack(...twice), GENERAL)).toEqual(twice.map(() => null));
    expect(places(stack('小计', '基本支出', '项目支出'), GENERAL)).toEqual([0, 1, 2]);
  });

  it('name them where the template has as many', () => {
    const half = ['合计', '因公出国（境）费', '小计', '公务用车购置费', '公务用车运行费', '公务接待费'];
    expect(places(stack(...half, ...half), THREE)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('a head that is two run together', () => {
  it('names neither, also where the second is that of a group, and nothing is counted off beside it', () => {
    const heads = stack('合计财政拨款收入', '', '事业收入', '经营收入');
    expect(places(heads, BUDGET_REVENUE)).toEqual([null, null, 6, 7]);
  });
});
