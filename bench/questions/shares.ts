import { EXPENDITURE, EXPENDITURE_TOTAL, METRIC_OF_PART } from './base-rows.js';
import type { BaseRow } from './base-rows.js';
import { divide } from './figures.js';
import { askGraphql, dataOf } from './question.js';
import type { Figures, Question } from './question.js';
import { choose, draw, pick } from './sample.js';

interface Cell {
  readonly metric: string;
  readonly district: { readonly code: string };
  readonly value: string | null;
}

const PRODUCT = `query ($input: CompareInput!) {
  compare(input: $input) { verdict cells { metric district { code name } year value missing } }
}`;
const POSTGRAPHILE = `query ($districts: [String!]!, $year: Int!, $keys: [String!]!) {
  allLineItems(filter: {
    year: { equalTo: $year }, districtCode: { in: $districts }, stage: { equalTo: "OUTTURN" }, current: { equalTo: true }
    or: [
      { statement: { equalTo: "EXPENDITURE" }, accountKey: { in: $keys }, part: { equalTo: "TOTAL" } }
      { statement: { equalTo: "EXPENDITURE" }, accountKey: { equalTo: "${EXPENDITURE_TOTAL.accountKey}" }, part: { in: ["BASIC", "PROJECT"] } }
      { statement: { equalTo: "${EXPENDITURE.statement}" }, accountKey: { equalTo: "${EXPENDITURE.accountKey}" } }
    ]
  }) { nodes { departmentId districtCode accountKey part amount } }
}`;
const PRISMA = `query ($districts: [ID!]!, $year: Int!, $keys: [String!]!) {
  shares(districts: $districts, year: $year, keys: $keys) { metric district { code name } value }
}`;

function spellCells(cells: readonly Cell[]): Figures {
  return cells
    .filter(({ value }) => value !== null)
    .map(({ district, metric, value }) => `${district.code} ${metric} ${value}`)
    .sort();
}

/** A district's share divides the sums of the departments that have both. */
export function shareOut(rows: readonly BaseRow[]): readonly Cell[] {
  const wholes = new Map(
    rows
      .filter(({ accountKey }) => accountKey === EXPENDITURE.accountKey)
      .map(({ departmentId, amount }) => [departmentId, BigInt(amount)]),
  );
  const sums = new Map<string, { readonly code: string; readonly metric: string; part: bigint; whole: bigint }>();
  for (const { departmentId, districtCode: code, accountKey, part, amount } of rows) {
    const whole = wholes.get(departmentId);
    if (whole === undefined || accountKey === EXPENDITURE.accountKey) continue;
    const metric =
      accountKey === EXPENDITURE_TOTAL.accountKey ? (METRIC_OF_PART[part] ?? part) : `FUNCTIONAL:${accountKey}`;
    const sum = sums.get(`${code} ${metric}`) ?? { code, metric, part: 0n, whole: 0n };
    sum.part += BigInt(amount);
    sum.whole += whole;
    sums.set(`${code} ${metric}`, sum);
  }
  return [...sums.values()].map(({ code, metric, part, whole }) => ({
    metric,
    district: { code },
    value: divide(part, whole),
  }));
}

/** Twenty districts in one year: shares of the 类 and of basic and project expenditure. */
export const SHARES: Question = {
  key: 'Q2',
  title: 'shares of 类 and parts, twenty districts, one year',
  make: (sample, nth) => {
    const districts = choose(sample.districts, 20, draw(nth));
    const year = pick(sample.years, nth);
    const keys = sample.categories.get(year) ?? [];
    const metrics = [
      ...keys.map((code) => ({ account: { classification: 'FUNCTIONAL', code } })),
      ...Object.values(METRIC_OF_PART).map((key) => ({ key })),
    ];
    const measures = [...keys.map((code) => `FUNCTIONAL:${code}`), ...Object.values(METRIC_OF_PART)];
    const input = { districts, years: [year], stages: ['OUTTURN'], normalise: 'SHARE_OF_TOTAL', metrics };
    const readCompared = (answer: unknown): Figures =>
      spellCells(dataOf<{ compare: { cells: readonly Cell[] } }>(answer).compare.cells);
    return {
      product: { asked: askGraphql(PRODUCT, { input }), read: readCompared },
      floor: {
        asked: { path: `/shares?year=${year}&districts=${districts.join()}&measures=${measures.join()}` },
        read: readCompared,
      },
      postgraphile: {
        asked: askGraphql(POSTGRAPHILE, { districts, year, keys }),
        read: (answer) =>
          spellCells(shareOut(dataOf<{ allLineItems: { nodes: readonly BaseRow[] } }>(answer).allLineItems.nodes)),
      },
      prisma: {
        asked: askGraphql(PRISMA, { districts, year, keys }),
        read: (answer) => spellCells(dataOf<{ shares: readonly Cell[] }>(answer).shares),
      },
    };
  },
};
