import { EXPENDITURE } from './base-rows.js';
import { divide } from './figures.js';
import { askGraphql, dataOf } from './question.js';
import type { Figures, Question } from './question.js';
import { pick } from './sample.js';

interface Ranked {
  readonly department: { readonly id: string };
  readonly ratio: string;
}
interface YearOfDepartment {
  readonly departmentId: string;
  readonly districtCode: string;
  readonly year: number;
  /** Whole fen. */
  readonly amount: string;
}

/** Of the twenty asked for, those that are compared: base rows lack what only a text states. */
const COMPARED = 10;

const PRODUCT = `query ($input: CompareInput!) {
  rank(by: RATIO, input: $input, first: 20) {
    verdict nodes { rank department { id name } district { name } value baseline ratio }
  }
}`;
const POSTGRAPHILE = `query ($years: [Int!]!) {
  allLineItems(filter: {
    statement: { equalTo: "${EXPENDITURE.statement}" }, accountKey: { equalTo: "${EXPENDITURE.accountKey}" }
    year: { in: $years }, stage: { equalTo: "OUTTURN" }, current: { equalTo: true }
  }) { nodes { departmentId districtCode year amount } }
}`;
const PRISMA = `query ($year: Int!) {
  rank(year: $year, first: 20) { rank department { id name } district { name } value baseline ratio }
}`;

/** The departments by what they spent in `year` for what they spent the year before, the greatest first. */
export function rankByGrowth(rows: readonly YearOfDepartment[], year: number): Figures {
  const before = new Map(
    rows.filter((row) => row.year === year - 1).map(({ departmentId, amount }) => [departmentId, BigInt(amount)]),
  );
  return rows
    .flatMap(({ departmentId, districtCode, year: own, amount }) => {
      const ratio = own === year ? divide(BigInt(amount), before.get(departmentId) ?? 0n) : null;
      return ratio === null ? [] : [{ departmentId, place: `${districtCode} ${departmentId}`, ratio }];
    })
    .sort((one, other) => Number(other.ratio) - Number(one.ratio) || (one.place < other.place ? -1 : 1))
    .slice(0, COMPARED)
    .map(({ departmentId, ratio }) => `${departmentId} ${ratio}`);
}

/** The twenty departments that grew fastest. */
export const RANKING: Question = {
  key: 'Q4',
  title: 'the twenty fastest-growing of all departments',
  make: ({ years, stated }, nth) => {
    const year = pick(years.slice(1), nth);
    const input = { of: 'DEPARTMENT', years: [year], stages: ['OUTTURN'], metrics: [{ key: 'EXPENDITURE' }] };
    const readRanked = (ranked: readonly Ranked[]): Figures =>
      ranked
        .filter(({ department: { id } }) => !stated.has(`${id} ${year}`) && !stated.has(`${id} ${year - 1}`))
        .slice(0, COMPARED)
        .map(({ department, ratio }) => `${department.id} ${ratio}`);
    const readRanking = (answer: unknown): Figures =>
      readRanked(dataOf<{ rank: { nodes: readonly Ranked[] } }>(answer).rank.nodes);
    return {
      product: { asked: askGraphql(PRODUCT, { input }), read: readRanking },
      floor: { asked: { path: `/ranking?year=${year}&measure=EXPENDITURE` }, read: readRanking },
      postgraphile: {
        asked: askGraphql(POSTGRAPHILE, { years: [year - 1, year] }),
        read: (answer) =>
          rankByGrowth(
            dataOf<{ allLineItems: { nodes: readonly YearOfDepartment[] } }>(answer).allLineItems.nodes,
            year,
          ),
      },
      prisma: {
        asked: askGraphql(PRISMA, { year }),
        read: (answer) => readRanked(dataOf<{ rank: readonly Ranked[] }>(answer).rank),
      },
    };
  },
};
