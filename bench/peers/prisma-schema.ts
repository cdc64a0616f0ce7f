import { EXPENDITURE, EXPENDITURE_TOTAL } from '../questions/base-rows.js';
import { divide, toWanYuan } from '../questions/figures.js';
import { shareOut } from '../questions/shares.js';
import type { Context } from './prisma.js';

/** Its questions, as a team would cut them for its pages. */
export const TYPE_DEFS = `#graphql
  type Query {
    report(departmentId: ID!, id: ID!): Report
    shares(districts: [ID!]!, year: Int!, keys: [String!]!): [Share!]!
    trend(districts: [ID!]!, years: [Int!]!, key: String!): [TrendCell!]!
    rank(year: Int!, first: Int!): [Ranked!]!
    departments(districts: [ID!]!, first: Int!): [Department!]!
  }
  type Report { title: String! year: Int! department: Department! lineItems: [LineItem!]! }
  type LineItem {
    label: String! statement: String! stage: String fund: String part: String column: Int! unitName: String
    "Whole fen."
    amount: String! accountCode: String sourceLine: Int! sourceTable: String sourceText: String!
  }
  type District { code: ID! name: String! }
  type Department { id: ID! name: String! district: District! years: [Year!]! value(year: Int!): Value! }
  type Year { year: Int! }
  type Value { amount: String }
  type Share { metric: String! district: District! value: String }
  type TrendCell { district: District! year: Int! value: String baseline: String changeRate: String }
  type Ranked { rank: Int! department: Department! district: District! value: String! baseline: String! ratio: String! }
`;

interface Place {
  readonly departmentId: string;
  readonly districtCode: string;
}

const OUTTURN = { stage: 'OUTTURN', current: true } as const;

const districtOf = ({ districtCode }: Place, _: unknown, { loaders }: Context) => loaders.district.load(districtCode);
const departmentOf = ({ departmentId }: Place, _: unknown, { loaders }: Context) =>
  loaders.department.load(departmentId);

/** Sums and choices by the database, only the columns that are needed, what is nested by loaders. */
export const RESOLVERS = {
  Query: {
    report: (_: unknown, { departmentId, id }: { departmentId: string; id: string }, { prisma }: Context) =>
      prisma.report.findUnique({
        select: { departmentId: true, id: true, title: true, year: true },
        where: { departmentId_id: { departmentId, id } },
      }),
    shares: async (
      _: unknown,
      { districts, year, keys }: { districts: string[]; year: number; keys: string[] },
      { prisma }: Context,
    ) => {
      const rows = await prisma.lineItem.findMany({
        select: { departmentId: true, districtCode: true, accountKey: true, part: true, amount: true },
        where: {
          year,
          districtCode: { in: districts },
          ...OUTTURN,
          OR: [
            { statement: 'EXPENDITURE', accountKey: { in: keys }, part: 'TOTAL' },
            { ...EXPENDITURE_TOTAL, part: { in: ['BASIC', 'PROJECT'] } },
            EXPENDITURE,
          ],
        },
      });
      const plain = rows.map(({ part, amount, ...row }) => ({ ...row, part: part ?? '', amount: amount.toString() }));
      return shareOut(plain).map(({ metric, district: { code }, value }) => ({ metric, districtCode: code, value }));
    },
    trend: async (
      _: unknown,
      { districts, years, key }: { districts: string[]; years: number[]; key: string },
      { prisma }: Context,
    ) => {
      const sums = await prisma.lineItem.groupBy({
        by: ['districtCode', 'year'],
        _sum: { amount: true },
        where: {
          statement: 'EXPENDITURE',
          accountKey: key,
          part: 'TOTAL',
          year: { in: years },
          districtCode: { in: districts },
          ...OUTTURN,
        },
      });
      const fen = new Map(sums.map(({ districtCode, year, _sum }) => [`${districtCode} ${year}`, _sum.amount]));
      return districts.flatMap((districtCode) =>
        years.map((year) => {
          const [own, before] = [fen.get(`${districtCode} ${year}`), fen.get(`${districtCode} ${year - 1}`)];
          return {
            districtCode,
            year,
            value: own == null ? null : toWanYuan(own),
            baseline: before == null ? null : toWanYuan(before),
            changeRate: own == null || before == null ? null : divide(own - before, before),
          };
        }),
      );
    },
    rank: async (_: unknown, { year, first }: { year: number; first: number }, { prisma }: Context) => {
      const rows = await prisma.lineItem.findMany({
        select: { departmentId: true, districtCode: true, year: true, amount: true },
        where: { ...EXPENDITURE, ...OUTTURN, year: { in: [year - 1, year] } },
        orderBy: [{ districtCode: 'asc' }, { departmentId: 'asc' }],
      });
      const previous = new Map(
        rows.filter((row) => row.year === year - 1).map(({ departmentId, amount }) => [departmentId, amount]),
      );
      return rows
        .flatMap(({ departmentId, districtCode, year: own, amount }) => {
          const before = previous.get(departmentId) ?? 0n;
          const ratio = own === year ? divide(amount, before) : null;
          if (ratio === null) return [];
          return [{ departmentId, districtCode, value: toWanYuan(amount), baseline: toWanYuan(before), ratio }];
        })
        .sort((one, other) => Number(other.ratio) - Number(one.ratio))
        .slice(0, first)
        .map((row, place) => ({ ...row, rank: place + 1 }));
    },
    departments: (_: unknown, { districts, first }: { districts: string[]; first: number }, { prisma }: Context) =>
      prisma.department.findMany({
        select: { id: true, name: true, districtCode: true },
        where: { districtCode: { in: districts } },
        orderBy: [{ districtCode: 'asc' }, { id: 'asc' }],
        take: first,
      }),
  },
  Report: {
    department: departmentOf,
    lineItems: (report: { departmentId: string; id: string }, _: unknown, { loaders }: Context) =>
      loaders.lineItems.load(report),
  },
  Department: {
    district: districtOf,
    years: ({ id }: { id: string }, _: unknown, { loaders }: Context) => loaders.years.load(id),
    value: async ({ id }: { id: string }, { year }: { year: number }, { loaders }: Context) => {
      const fen = await loaders.expenditure.load({ departmentId: id, year });
      return { amount: fen === null ? null : toWanYuan(fen) };
    },
  },
  LineItem: { amount: ({ amount }: { amount: bigint }) => amount.toString() },
  Share: { district: districtOf },
  TrendCell: { district: districtOf },
  Ranked: { department: departmentOf, district: districtOf },
};
