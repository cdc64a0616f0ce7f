import { METRICS, findMetric } from '../../../src/compare/metrics.js';
import { OPERATING_CATEGORIES } from '../../../src/compare/recipes.js';
import { cellsOf } from '../../../src/compare/recipe.js';
import { METRIC_KEYS } from '../../../src/domain/closed-lists.js';
import { levelOfCode } from '../../../src/domain/account.js';
import { STATEMENT_DEFINITIONS } from '../../../src/domain/statement-definitions.js';
import { REFERENCE } from '../../support/reference.js';

test('metrics stand in the order of the contract, each with names and a definition', () => {
  const keys = METRICS.map(({ key }) => key);
  expect([...keys].sort((a, b) => METRIC_KEYS.indexOf(a) - METRIC_KEYS.indexOf(b))).toEqual(keys);
  for (const { nameZh, nameEn, definition, definitionZh } of METRICS) {
    expect(nameZh).toMatch(/[\u4e00-\u9fff]/);
    expect(nameEn).toMatch(/^[A-Z][a-z]/);
    expect(definition).toMatch(/\.$/);
    expect(definitionZh).toMatch(/^[^A-Za-z,:;.]*[\u4e00-\u9fff][^A-Za-z,:;.]*。$/);
    expect(definitionZh.match(/\d+/g)).toEqual(definition.match(/\d+/g));
  }
});

test('parents and totals are metrics themselves', () => {
  for (const { parent, total } of METRICS) {
    if (parent) expect(findMetric(parent)).toBeDefined();
    if (total) expect(['EXPENDITURE', 'REVENUE']).toContain(total);
  }
});

test('every cell of a metric is a column of the template of its statement', () => {
  for (const { key, recipes } of METRICS) {
    for (const kind of ['FINAL_ACCOUNTS', 'BUDGET'] as const) {
      for (const { statement, fund, part } of recipes[kind] ? cellsOf(recipes[kind]) : []) {
        const columns = STATEMENT_DEFINITIONS.filter((own) => own.kind === kind && own.statement === statement)
          .flatMap((own) => Object.values(own.columns).flat())
          .filter((column) => (!fund || column.fund === fund) && (!part || column.part === part));
        expect([key, kind, statement, columns.length > 0]).toEqual([key, kind, statement, true]);
      }
    }
  }
});

test('公用经费 of a budget takes every economic 类 but 301 and 303', () => {
  const categories = REFERENCE.accounts.filter(
    ({ classification, code }) => classification === 'ECONOMIC' && levelOfCode(code) === 'CATEGORY',
  );
  const others = [...new Set(categories.map(({ code }) => code))].filter((code) => code !== '301' && code !== '303');
  expect(others.sort()).toEqual([...OPERATING_CATEGORIES]);
});
