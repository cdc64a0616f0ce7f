import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RULE_KINDS } from '../../src/domain/closed-lists.js';
import { RULES } from '../../src/reconcile/rules.js';

const DOCUMENT = readFileSync('docs/reconciling.md', 'utf8');

/** The cells of the table below a heading; none where it is not there. */
function tableBelow(heading: string): string[][] {
  const [, section = ''] = DOCUMENT.split(`\n### ${heading}\n`);
  const [, rows = ''] = /\n\|[- |]+\|\n((?:\|.*\|\n?)+)/.exec(section) ?? [];
  return rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

const namesOf = (reports: readonly string[]): string =>
  reports.map((kind) => (kind === 'BUDGET' ? 'budget' : 'final accounts')).join(', ');

describe('docs/reconciling.md', () => {
  it.each(RULE_KINDS)('lists every rule of %s, in order, with the reports that it is for', (kind) => {
    const own = RULES.filter((rule) => rule.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    expect(tableBelow(kind)).toEqual(own.map(({ id, reports, title }) => [`\`${id}\``, namesOf(reports), title]));
  });
});
