import { gatherPlaces, numberOrigins } from '../../../src/web/page/explain/printed-places';

type Origin = Parameters<typeof numberOrigins>[0]['sources'][number];

function makeRow(id: string, statement: string): Origin {
  return {
    __typename: 'LineItem',
    id,
    statement,
    unitName: null,
    report: { id: 'report' },
    source: { line: 1, page: null, table: statement, section: null, text: '' },
  } as Origin;
}

function makeFact(id: string, section: string): Origin {
  return {
    __typename: 'ReportedFact',
    id,
    report: { id: 'report' },
    source: { line: 1, page: null, table: null, section, text: '' },
  } as Origin;
}

const TOTAL = makeRow('total', 'EXPENDITURE');
const PART = makeRow('part', 'THREE_OFFICIAL_EXPENSES');
const LANE = makeRow('lane', 'EXPENDITURE');
const FACT = makeFact('fact', '（二）年度支出总体情况');

const EXPLAINED = {
  sources: [TOTAL, PART],
  explanation: { steps: [{ sources: [PART] }, { sources: [TOTAL, FACT] }, { sources: [PART, LANE] }] },
};

describe('printed rows behind a figure', () => {
  it('are numbered in the order in which the steps take them, each once', () => {
    const numbers = numberOrigins(EXPLAINED).map(({ number, origin }) => [number, origin.id]);
    expect(numbers).toEqual([
      [1, 'part'],
      [2, 'total'],
      [3, 'fact'],
      [4, 'lane'],
    ]);
  });

  it('stand together where they are of one table or one section', () => {
    const places = gatherPlaces(numberOrigins(EXPLAINED));
    expect(places.map(({ kind, references }) => [kind, references.map(({ number }) => number)])).toEqual([
      ['TABLE', [1]],
      ['TABLE', [2, 4]],
      ['TEXT', [3]],
    ]);
  });
});
