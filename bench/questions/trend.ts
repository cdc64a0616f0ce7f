import { divide, toFen } from './figures.js';
import { askGraphql, dataOf } from './question.js';
import type { Figures, Question } from './question.js';
import { choose, draw, pick } from './sample.js';
import type { Sample } from './sample.js';

interface Cell {
  readonly district: { readonly code: string };
  readonly year: number;
  /** 万元. */
  readonly value: string | null;
  readonly changeRate: string | null;
}
interface Sum {
  readonly districtCode: string;
  readonly year: number;
  /** Whole fen. */
  readonly amount: string;
}

const PRODUCT = `query ($input: CompareInput!) {
  compare(input: $input) { verdict cells { metric district { code name } year value baseline changeRate missing } }
}`;
const POSTGRAPHILE = `query ($districts: [String!]!, $years: [Int!]!, $key: String!) {
  allLineItems(filter: {
    statement: { equalTo: "EXPENDITURE" }, accountKey: { equalTo: $key }, part: { equalTo: "TOTAL" }
    year: { in: $years }, districtCode: { in: $districts }, stage: { equalTo: "OUTTURN" }, current: { equalTo: true }
  }) { groupedAggregates(groupBy: [DISTRICT_CODE, YEAR]) { keys sum { amount } } }
}`;
const PRISMA = `query ($districts: [ID!]!, $years: [Int!]!, $key: String!) {
  trend(districts: $districts, years: $years, key: $key) { district { code name } year value baseline changeRate }
}`;

/** 类 with figures in each year: they were always the same account. */
function steadyCategories({ years, categories }: Sample): readonly string[] {
  const [first = [], ...others] = years.map((year) => categories.get(year) ?? []);
  return first.filter((code) => others.every((codes) => codes.includes(code)));
}

function spellCells(cells: readonly Cell[]): Figures {
  return cells
    .filter(({ value }) => value !== null)
    .map(({ district, year, value, changeRate }) => `${district.code} ${year} ${toFen(value ?? '')} ${changeRate}`)
    .sort();
}

function spellSums(sums: readonly Sum[]): Figures {
  const fen = new Map(sums.map(({ districtCode, year, amount }) => [`${districtCode} ${year}`, BigInt(amount)]));
  return sums
    .map(({ districtCode, year, amount }) => {
      const before = fen.get(`${districtCode} ${year - 1}`);
      const rate = before === undefined ? null : divide(BigInt(amount) - before, before);
      return `${districtCode} ${year} ${amount} ${rate}`;
    })
    .sort();
}

/** Twenty districts in all years: one 类 with its change from year to year. */
export const TREND: Question = {
  key: 'Q3',
  title: 'one 类 with its yearly change, twenty districts, all years',
  make: (sample, nth) => {
    const { years } = sample;
    const districts = choose(sample.districts, 20, draw(nth));
    const code = pick(steadyCategories(sample), nth);
    const metrics = [{ account: { classification: 'FUNCTIONAL', code } }];
    const input = { districts, years, stages: ['OUTTURN'], metrics, baseline: { previousYear: true } };
    const readCompared = (answer: unknown): Figures =>
      spellCells(dataOf<{ compare: { cells: readonly Cell[] } }>(answer).compare.cells);
    return {
      product: { asked: askGraphql(PRODUCT, { input }), read: readCompared },
      floor: {
        asked: { path: `/trend?years=${years.join()}&districts=${districts.join()}&measure=FUNCTIONAL:${code}` },
        read: readCompared,
      },
      postgraphile: {
        asked: askGraphql(POSTGRAPHILE, { districts, years, key: code }),
        read: (answer) => {
          const { groupedAggregates } = dataOf<{
            allLineItems: { groupedAggregates: readonly { keys: [string, string]; sum: { amount: string } }[] };
          }>(answer).allLineItems;
          return spellSums(
            groupedAggregates.map(({ keys: [districtCode, year], sum: { amount } }) => ({
              districtCode,
              year: Number(year),
              amount,
            })),
          );
        },
      },
      prisma: {
        asked: askGraphql(PRISMA, { districts, years, key: code }),
        read: (answer) => spellCells(dataOf<{ trend: readonly Cell[] }>(answer).trend),
      },
    };
  },
};
