import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

// Expected figures are read by hand from the documents, in 万元: 海珠 2017 lines 407–443, 从化 2019 lines 322–352, the city 2020 lines 337–365.

const [CITY, HAIZHU, CONGHUA] = ['440100', '440105', '440117'] as const;

interface Cell {
  readonly value: string | null;
  readonly missing: string | null;
  readonly status: string;
  readonly baseline: string | null;
  readonly baselineMissing: string | null;
  readonly warnings: readonly { readonly code: string }[];
  readonly sources: readonly { readonly source: { readonly text: string } }[];
}
interface Compared {
  readonly compare: {
    readonly verdict: string;
    readonly warnings: readonly { readonly code: string; readonly message: string }[];
    readonly cells: readonly Cell[];
  };
}

describe.each(STORE_KINDS)('accounts of the five published reports across the reform of 2018, on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const compare = async (code: string, rest: Record<string, unknown> = {}, edition?: number) => {
    const query = `query ($input: CompareInput!) { compare(input: $input) {
      verdict warnings { code message }
      cells { value missing status baseline baselineMissing warnings { code } sources { source { text } } }
    } }`;
    const metrics = [{ account: { classification: 'ECONOMIC', code, edition } }];
    const input = { metrics, districts: [HAIZHU, CONGHUA], years: [2017, 2019], ...rest };
    const reply = await ask<Compared>(store(), query, { input });
    expect(reply.errors).toEqual([]);
    const { verdict, warnings, cells } = reply.data.compare;
    const [first, , , last] = cells;
    return {
      ...{ verdict, cells, statements: reply.statements, hints: reply.extensions['hints'] },
      codes: warnings.map((warning) => warning.code),
      breaks: warnings.filter((warning) => warning.code === 'CLASSIFICATION_BREAK').map(({ message }) => message),
      // 海珠 2017, 从化 2019; the others are not covered
      pair: [first, last].map((cell) => cell?.value ?? cell?.missing),
      sources: [first, last].map((cell) => cell?.sources.length),
    };
  };
  /** Two districts, no year in common; 海珠 has another body since 2019. */
  const APART = ['YEAR_MISMATCH', 'ENTITY_RENAMED'];

  test('住房公积金: 30311 of 海珠 2017 is held against 30113 of 从化 2019', async () => {
    for (const code of ['30113', '30311']) {
      const answer = await compare(code);
      expect(answer.pair).toEqual(['103.01', '65.54']);
      expect(answer.cells[0]?.status).toBe('REPORTED');
      expect([answer.verdict, answer.codes, answer.hints]).toEqual([
        'WITH_WARNINGS',
        [...APART, 'CLASSIFICATION_BREAK'],
        undefined,
      ]);
      expect(answer.breaks[0]).toContain('住房公积金 moved from 303 to 301 (2018)');
      // reports, departments, figures; line items of the sources; the release
      expect(answer.statements).toBe(4);
    }
    expect((await compare('30113')).cells[0]?.sources[0]?.source.text).toContain('30311\t住房公积金\t103.01');
  });

  test('30104 of 2017 is 30110 + 30111 + 30112 of 2019, added', async () => {
    const answer = await compare('30104');
    expect(answer.pair).toEqual(['24.53', '2.02']);
    expect(answer.sources).toEqual([1, 3]);
    expect(answer.cells[3]?.status).toBe('DERIVED');
    expect([answer.verdict, answer.codes]).toEqual(['WITH_WARNINGS', [...APART, 'CLASSIFICATION_BREAK']]);
    expect(answer.statements).toBe(4);
  });

  test('30110 alone has no counterpart in 2017, and a hint names what it was a part of', async () => {
    const answer = await compare('30110');
    expect(answer.pair).toEqual(['NO_MAPPING', '0.00']);
    expect([answer.verdict, answer.codes]).toEqual(['COMPARABLE', []]);
    expect(answer.hints).toEqual([
      expect.stringContaining('30110 职工基本医疗保险缴费 of 2019 is only a part of 30104 其他社会保障缴费 of 2017'),
    ]);
  });

  test('津贴补贴 of 2019 is that of 2017 with the four subsidies: 90.36 + 0.00 + 293.25 + 0.00 + 0.00', async () => {
    const answer = await compare('30102');
    expect(answer.pair).toEqual(['383.61', '89.70']);
    expect([answer.verdict, answer.codes]).toEqual(['WITH_WARNINGS', [...APART, 'CLASSIFICATION_BREAK']]);
    // as of 2017 nothing says how much of it the subsidies are
    const former = await compare('30102', {}, 2017);
    expect(former.pair).toEqual(['90.36', '89.70']);
    expect([former.verdict, former.codes]).toEqual(['NOT_COMPARABLE', [...APART, 'CLASSIFICATION_BREAK']]);
  });

  test('医疗费 of 2017 is that of staff and of others: 8.53 + 0.00', async () => {
    expect((await compare('30307', {}, 2017)).pair).toEqual(['0.34', '8.53']);
    const later = await compare('30307');
    expect([later.pair, later.verdict]).toEqual([['0.34', '0.00'], 'NOT_COMPARABLE']);
  });

  test('30311 as of 2020 is another account: nothing of 2017 is read', async () => {
    const answer = await compare('30311', {}, 2020);
    expect(answer.pair).toEqual(['NO_MAPPING', 'NO_MAPPING']);
    expect([answer.verdict, answer.codes]).toEqual(['NOT_COMPARABLE', ['CODE_REUSED']]);
  });

  test('a baseline is restated to the year of the cell, or read as of its own', async () => {
    const city = { districts: [CITY], years: [2020] };
    const restated = await compare('30113', { ...city, baseline: { district: HAIZHU, year: 2017 } });
    expect(restated.cells[0]).toMatchObject({ value: '691.00', baseline: '103.01' });
    const reused = await compare('30311', { ...city, baseline: { district: HAIZHU, year: 2017 } });
    expect(reused.cells[0]).toMatchObject({ value: '0.00', baseline: null, baselineMissing: 'NO_MAPPING' });
    expect([reused.verdict, reused.codes]).toEqual(['NOT_COMPARABLE', ['CODE_REUSED']]);
    const own = await compare('30311', { ...city, baseline: { district: HAIZHU, year: 2017, edition: 2017 } });
    expect(own.cells[0]).toMatchObject({ value: '0.00', baseline: '103.01' });
    expect(own.verdict).toBe('NOT_COMPARABLE');
    expect(own.codes).toContain('CODE_REUSED');
  });
});
