import DataLoader from 'dataloader';
import type { PrismaClient } from '../../src/store/generated/client.js';
import { EXPENDITURE } from '../questions/base-rows.js';

interface YearKey {
  readonly departmentId: string;
  readonly year: number;
}
interface ReportKey {
  readonly departmentId: string;
  readonly id: string;
}

const spell = ({ departmentId, year }: YearKey): string => `${departmentId} ${year}`;

/** One of each a request. */
export function makeLoaders(prisma: PrismaClient) {
  return {
    district: new DataLoader(async (codes: readonly string[]) => {
      const rows = await prisma.district.findMany({
        select: { code: true, name: true },
        where: { code: { in: [...codes] } },
      });
      const found = new Map(rows.map((row) => [row.code, row]));
      return codes.map((code) => found.get(code));
    }),
    department: new DataLoader(async (ids: readonly string[]) => {
      const rows = await prisma.department.findMany({
        select: { id: true, name: true, districtCode: true },
        where: { id: { in: [...ids] } },
      });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => found.get(id));
    }),
    years: new DataLoader(async (ids: readonly string[]) => {
      const rows = await prisma.report.findMany({
        select: { departmentId: true, year: true },
        where: { departmentId: { in: [...ids] }, status: 'CURRENT' },
        distinct: ['departmentId', 'year'],
        orderBy: { year: 'asc' },
      });
      return ids.map((id) => rows.filter(({ departmentId }) => departmentId === id).map(({ year }) => ({ year })));
    }),
    expenditure: new DataLoader(
      async (keys: readonly YearKey[]) => {
        const rows = await prisma.lineItem.findMany({
          select: { departmentId: true, year: true, amount: true },
          where: {
            ...EXPENDITURE,
            departmentId: { in: [...new Set(keys.map(({ departmentId }) => departmentId))] },
            year: { in: [...new Set(keys.map(({ year }) => year))] },
            stage: 'OUTTURN',
            current: true,
          },
        });
        const found = new Map(rows.map((row) => [spell(row), row.amount]));
        return keys.map((key) => found.get(spell(key)) ?? null);
      },
      { cacheKeyFn: spell },
    ),
    lineItems: new DataLoader(
      async (keys: readonly ReportKey[]) => {
        const rows = await prisma.lineItem.findMany({
          select: {
            reportId: true,
            label: true,
            statement: true,
            stage: true,
            fund: true,
            part: true,
            column: true,
            unitName: true,
            amount: true,
            accountCode: true,
            sourceLine: true,
            sourceTable: true,
            sourceText: true,
          },
          where: { OR: keys.map(({ departmentId, id }) => ({ departmentId, reportId: id })) },
          orderBy: { position: 'asc' },
        });
        return keys.map(({ id }) => rows.filter(({ reportId }) => reportId === id));
      },
      { cacheKeyFn: ({ departmentId, id }: ReportKey) => `${departmentId} ${id}` },
    ),
  };
}

/** Of one request. */
export type Loaders = ReturnType<typeof makeLoaders>;
