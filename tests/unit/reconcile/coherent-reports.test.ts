import { COHERENT, STATEMENT_RULES } from '../../support/planted-errors.js';

describe('a report in which everything adds up', () => {
  test.each(COHERENT)('$name breaks no identity', ({ findings }) => {
    const broken = findings.filter(({ outcome }) => outcome === 'BROKEN' || outcome === 'ROUNDING');
    expect(broken.map(({ rule, message }) => `${rule.id}: ${message}`)).toEqual([]);
  });

  test.each(STATEMENT_RULES.flatMap(({ id, reports }) => reports.map((kind) => [id, kind] as const)))(
    '%s holds exactly in a %s',
    (id, kind) => {
      const own = COHERENT.filter(({ report }) => report.kind === kind).flatMap(({ findings }) => findings);
      expect(own.filter(({ rule, outcome }) => rule.id === id && outcome === 'EXACT').length).toBeGreaterThan(0);
    },
  );
});
