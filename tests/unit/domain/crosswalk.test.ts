import type { AccountMapping } from '../../../src/domain/crosswalk.js';
import type { CodedClassification } from '../../../src/domain/reference-tables.js';
import { REFERENCE } from '../../support/reference.js';

// What becomes of the accounts stands in the notes of the domain and is printed in the final accounts of 2017 and 2019.

const brief = ({ from, to, kind, confidence }: AccountMapping): string =>
  [from?.code ?? '-', kind, to?.code ?? '-', confidence].join(' ');
const ask = (classification: CodedClassification, code: string, from: number, to: number): string[] =>
  REFERENCE.crosswalk(classification, code, from, to).map(brief);
const economic = (code: string, from: number, to: number): string[] => ask('ECONOMIC', code, from, to);
const functional = (code: string, from: number, to: number): string[] => ask('FUNCTIONAL', code, from, to);

test('住房公积金 moved from 303 to 301: 30311 of 2017 is 30113 of 2019, and the other way round', () => {
  expect(economic('30311', 2017, 2019)).toEqual(['30311 MOVED 30113 HIGH']);
  expect(economic('30113', 2019, 2017)).toEqual(['30113 MOVED 30311 HIGH']);
  expect(REFERENCE.crosswalk('ECONOMIC', '30311', 2017, 2019)).toEqual([
    {
      from: { code: '30311', edition: 2007 },
      to: { code: '30113', edition: 2018 },
      ...{ kind: 'MOVED', confidence: 'HIGH', note: '住房公积金 moved from 303 to 301 (2018)' },
    },
  ]);
});

test('30311 of 2020 is another account: REUSED beside what became of the old one, and it joins nothing', () => {
  expect(economic('30311', 2017, 2020)).toEqual(['30311 MOVED 30113 HIGH', '30311 REUSED 30311 HIGH']);
  expect(economic('30311', 2020, 2017)).toEqual(['30311 REMOVED - HIGH', '30311 REUSED 30311 HIGH']);
  expect(economic('30113', 2020, 2017)).toEqual(['30113 MOVED 30311 HIGH']);
  expect(economic('30311', 2019, 2020)).toEqual(['- ADDED 30311 HIGH']);
});

test('30104 split into three parts of unknown shares; backwards they merge', () => {
  expect(economic('30104', 2017, 2019)).toEqual([
    '30104 SPLIT 30110 HIGH',
    '30104 SPLIT 30111 HIGH',
    '30104 SPLIT 30112 HIGH',
  ]);
  expect(economic('30111', 2019, 2017)).toEqual(['30111 MERGED 30104 HIGH']);
});

test('the housing subsidies merged into 30102; backwards it splits', () => {
  for (const code of ['30312', '30313', '30314', '30315'])
    expect(economic(code, 2017, 2018)).toEqual([`${code} MERGED 30102 HIGH`]);
  expect(economic('30102', 2018, 2017)).toEqual(
    ['30102', '30312', '30313', '30314', '30315'].map((code) => `30102 SPLIT ${code} HIGH`),
  );
});

test('医疗费 of staff went to 30114, that of others stayed under 30307', () => {
  expect(economic('30307', 2017, 2019)).toEqual(['30307 SPLIT 30114 HIGH', '30307 SPLIT 30307 HIGH']);
  expect(economic('30307', 2019, 2017)).toEqual(['30307 MERGED 30307 HIGH']);
});

test('what is only approximate says so', () => {
  expect(economic('304', 2017, 2019)).toEqual(['304 SPLIT 311 LOW', '304 SPLIT 312 LOW']);
  expect(functional('2089901', 2020, 2023)).toEqual(['2089901 MOVED 2089999 MEDIUM']);
});

test('an added account comes from nothing, a removed one goes nowhere', () => {
  expect(functional('224', 2017, 2019)).toEqual(['- ADDED 224 HIGH']);
  expect(functional('224', 2019, 2017)).toEqual(['224 REMOVED - HIGH']);
  expect(economic('31020', 2017, 2019)).toEqual(['31020 REMOVED - HIGH']);
  expect(economic('31021', 2023, 2017)).toEqual(['31021 REMOVED - HIGH']);
});

test('a rename keeps code and meaning', () => {
  expect(functional('207', 2017, 2019)).toEqual(['207 RENAMED 207 HIGH']);
  expect(functional('20805', 2019, 2020)).toEqual(['20805 RENAMED 20805 HIGH']);
  expect(economic('30707', 2017, 2018)).toEqual(['30707 MOVED 30702 HIGH']);
});

test.each([
  ['FUNCTIONAL', '210', 2018, 2019, '卫生健康支出'],
  ['FUNCTIONAL', '215', 2019, 2020, '资源勘探工业信息等支出'],
  ['FUNCTIONAL', '220', 2018, 2019, '自然资源海洋气象等支出'],
  ['FUNCTIONAL', '2080501', 2019, 2020, '行政单位离退休'],
  ['ECONOMIC', '307', 2017, 2018, '债务利息及费用支出'],
  ['ECONOMIC', '310', 2017, 2018, '资本性支出'],
  ['ECONOMIC', '30310', 2017, 2018, '个人农业生产补贴'],
  ['ECONOMIC', '30399', 2017, 2018, '其他对个人和家庭的补助'],
] as const)('%s %s of %i is called otherwise in %i: %s', (classification, code, from, to, name) => {
  const [mapping, ...others] = REFERENCE.crosswalk(classification, code, from, to);
  expect([mapping && brief(mapping), others]).toEqual([`${code} RENAMED ${code} HIGH`, []]);
  expect(REFERENCE.officialName(classification, code, to)).toBe(name);
  expect(REFERENCE.officialName(classification, code, from)).not.toBe(name);
});

test('of two renames on the way the weaker confidence counts, and both are told', () => {
  const [mapping] = REFERENCE.crosswalk('FUNCTIONAL', '210', 2013, 2019);
  expect(mapping && brief(mapping)).toBe('210 RENAMED 210 MEDIUM');
  expect(mapping?.note).toMatch(/医疗卫生与计划生育支出.*\(2014\); .*卫生健康支出 \(2019\)$/);
});

test('where nothing changed it is the same', () => {
  expect(functional('2010301', 2017, 2023)).toEqual(['2010301 SAME 2010301 HIGH']);
  expect(functional('207', 2019, 2023)).toEqual(['207 SAME 207 HIGH']);
  expect(REFERENCE.crosswalk('FUNCTIONAL', '207', 2019, 2019)[0]?.note).toBeNull();
});

test('a code that no list has, or that means nothing in the year asked from, has no mapping', () => {
  for (const [code, from, to] of [
    ['9999999', 2017, 2019],
    ['30113', 2017, 2019],
    ['30311', 2019, 2017],
    ['301', 1999, 1998],
  ] as const)
    expect(economic(code, from, to)).toEqual([]);
});
