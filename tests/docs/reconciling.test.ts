import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RULE_KINDS } from '../../src/domain/closed-lists.js';
import { RULES } from '../../src/reconcile/rules.js';
import { tableBelow } from '../support/document-table.js';

const DOCUMENT = readFileSync('docs/reconciling.md', 'utf8');

const namesOf = (reports: readonly string[]): string =>
  reports.map((kind) => (kind === 'BUDGET' ? 'budget' : 'final accounts')).join(', ');

describe('docs/reconciling.md', () => {
  it.each(RULE_KINDS)('lists every rule of %s, in order, with the reports that it is for', (kind) => {
    const own = RULES.filter((rule) => rule.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    expect(tableBelow(DOCUMENT, kind)).toEqual(
      own.map(({ id, reports, title }) => [`\`${id}\``, namesOf(reports), title]),
    );
  });
});
