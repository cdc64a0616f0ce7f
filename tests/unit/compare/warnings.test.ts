import { collectWarnings } from '../../../src/compare/warnings.js';
import type { Reason } from '../../../src/compare/warnings.js';
import { CHINESE } from '../../../src/compare/words/chinese.js';
import type { Words } from '../../../src/compare/words/words.js';

const measure = { name: 'EXPENDITURE', nameZh: '本年支出' };

/** A reason that notes the languages in which it is said. */
function noted(languages: string[]): Reason {
  const say = (words: Words): string => {
    languages.push(words === CHINESE ? 'Chinese' : 'English');
    return words.mixedFunds({ name: '越秀区', year: 2019 });
  };
  return { code: 'SCOPE_MISMATCH', say, measure, places: () => [0] };
}

test('a reason is put into Chinese only where the Chinese sentence is read', () => {
  const languages: string[] = [];
  const { warnings, warningsOf } = collectWarnings([noted(languages)], { codes: new Set(), reasons: () => [] });
  expect(languages).toEqual([]);
  expect([...warnings(), ...warningsOf(0)].map(({ message }) => message)).toEqual([
    'EXPENDITURE: 越秀区 2019 is a sum over departments whose figures are not about the same fund',
    '越秀区 2019 is a sum over departments whose figures are not about the same fund',
  ]);
  expect(languages).not.toContain('Chinese');
  expect(warnings()[0]?.messageZh).toBe('本年支出：越秀区2019年为多个部门的合计，各部门数据的资金性质不同');
  expect(languages).toContain('Chinese');
});

test('reasons of several metrics are one warning in either language', () => {
  const second = { name: 'REVENUE', nameZh: '本年收入' };
  const reasons = [noted([]), { ...noted([]), measure: second }, noted([])];
  const { warnings } = collectWarnings(reasons, { codes: new Set(), reasons: () => [] });
  expect(warnings().map(({ messageZh }) => messageZh)).toEqual([
    '本年支出、本年收入：越秀区2019年为多个部门的合计，各部门数据的资金性质不同',
  ]);
});

test('a warning says what it makes of the figures: the verdict of its reason, else that of its code', () => {
  const mapped: Reason = { ...noted([]), code: 'CLASSIFICATION_BREAK', verdict: 'WITH_WARNINGS' };
  const broken: Reason = { ...noted([]), code: 'CLASSIFICATION_BREAK', places: () => [1] };
  const zero: Reason = { ...noted([]), code: 'ZERO_BASE' };
  const { warningsOf } = collectWarnings([mapped, zero, broken], { codes: new Set(), reasons: () => [] });
  expect(warningsOf(0).map(({ code, verdict }) => [code, verdict])).toEqual([
    ['CLASSIFICATION_BREAK', 'WITH_WARNINGS'],
    ['ZERO_BASE', 'COMPARABLE'],
  ]);
  expect(warningsOf(1).map(({ verdict }) => verdict)).toEqual(['NOT_COMPARABLE']);
});
