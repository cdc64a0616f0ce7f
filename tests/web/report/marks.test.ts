import { describe, expect, it } from '@jest/globals';
import { groupChecks } from '../../../src/web/page/report/checks';
import { brokenAs, countOf, findingsOfRow, indexFindings, markOf } from '../../../src/web/page/report/marks';
import { makeGrid } from '../../../src/web/page/report/statement-grid';
import { find, printItem } from './printed';

// 番禺 2023: 20103 prints 9,929.37, its 项 add up to 623.18 + 7,806.18 + 301.18 + 683.82 = 9,414.36.
const broken = find('BROKEN', ['20103', '2010301', '2010302']);
const exact = find('EXACT', ['2010301', 'basic', 'project']);

describe('a row is marked by the worst that its figures take part in', () => {
  it('puts what does not hold before rounding, and rounding before what is exact', () => {
    expect(markOf([exact, find('ROUNDING', ['a']), broken])).toBe('BROKEN');
    expect(markOf([exact, find('ROUNDING', ['a'])])).toBe('ROUNDING');
    expect(markOf([exact])).toBe('EXACT');
  });

  it('has no mark where nothing was checked, or nothing could be', () => {
    expect(markOf([])).toBeNull();
    expect(markOf([find('NOT_EVALUABLE', ['a'])])).toBeNull();
  });

  it('lists what the figures of a row take part in, each once, the worst first', () => {
    const [section] = makeGrid([
      printItem({ id: '2010301', column: 1 }),
      printItem({ id: 'basic', column: 2 }),
      printItem({ id: 'project', column: 3 }),
    ]).sections;
    const index = indexFindings([exact, broken, find('ROUNDING', ['another'])]);
    expect(findingsOfRow(section!.rows[0]!, index)).toEqual([broken, exact]);
  });

  it('tells the figure that is checked from its parts', () => {
    const index = indexFindings([broken, exact]);
    expect(brokenAs('20103', index)).toBe('WHOLE');
    expect(brokenAs('2010301', index)).toBe('PART');
    expect(brokenAs('basic', index)).toBeNull();
    expect(brokenAs('unknown', index)).toBeNull();
  });

  it('counts a check once for a statement, however many of its rows it joins', () => {
    expect(countOf([broken, exact], 'GENERAL_PUBLIC_EXPENDITURE', 'BROKEN')).toBe(1);
    expect(countOf([broken, exact], 'REVENUE', 'BROKEN')).toBe(0);
  });
});

describe('checks are grouped', () => {
  it('by kind and rule, those first that do not hold', () => {
    const findings = [
      find('EXACT', ['a'], { id: 'ROW.1', kind: 'ROW' }),
      find('ROUNDING', ['b'], { id: 'TABLE.1', kind: 'TABLE' }),
      find('EXACT', ['c'], { id: 'TREE.1', kind: 'TREE' }),
      find('EXACT', ['d'], { id: 'TREE.2', kind: 'TREE' }),
      find('BROKEN', ['e'], { id: 'TREE.2', kind: 'TREE' }),
    ];
    expect(
      groupChecks(findings).map(({ kind, rules }) => [
        kind,
        rules.map(({ rule, findings: own }) => [rule.id, own.map(({ outcome }) => outcome)]),
      ]),
    ).toEqual([
      [
        'TREE',
        [
          ['TREE.2', ['BROKEN', 'EXACT']],
          ['TREE.1', ['EXACT']],
        ],
      ],
      ['TABLE', [['TABLE.1', ['ROUNDING']]]],
      ['ROW', [['ROW.1', ['EXACT']]]],
    ]);
  });
});
