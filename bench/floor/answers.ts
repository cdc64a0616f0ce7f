import type { Pool, QueryResultRow } from 'pg';
import { divide, toWanYuan } from '../questions/figures.js';
import type { Names } from './names.js';
import { STATEMENTS } from './statements.js';

/** What every answer is made of. */
export interface Ground {
  readonly pool: Pool;
  readonly names: Names;
}

type Answer = (ground: Ground, parameters: URLSearchParams) => Promise<object>;

async function select<T extends QueryResultRow>(
  { pool }: Ground,
  name: keyof typeof STATEMENTS,
  values: readonly unknown[],
): Promise<readonly T[]> {
  return (await pool.query<T>({ name, text: STATEMENTS[name], values: [...values] })).rows;
}

function listOf(parameters: URLSearchParams, name: string): readonly string[] {
  return (parameters.get(name) ?? '').split(',');
}

interface LineItemRow {
  readonly amount: string;
  readonly accountCode: string | null;
  readonly sourceLine: number;
  readonly sourceTable: string | null;
  readonly sourceText: string;
}

/** One report with its rows. */
export const answerReport: Answer = async (ground, parameters) => {
  const key = [parameters.get('departmentId'), parameters.get('id')];
  const [[report], rows] = await Promise.all([
    select<{ title: string; year: number }>(ground, 'report', key),
    select<LineItemRow>(ground, 'lineItems', key),
  ]);
  const nodes = rows.map(({ amount, accountCode, sourceLine, sourceTable, sourceText, ...own }) => ({
    ...own,
    amount: toWanYuan(BigInt(amount)),
    account: { code: accountCode },
    source: { line: sourceLine, table: sourceTable, text: sourceText },
  }));
  const department = { name: ground.names.departments.get(key[0] ?? '')?.name };
  return {
    report: { title: report?.title, fiscalYear: { year: report?.year }, department, lineItems: { nodes } },
  };
};

interface ShareRow {
  readonly districtCode: string;
  readonly measure: string;
  readonly part: string;
  readonly whole: string;
}

/** Shares of districts in one year. */
export const answerShares: Answer = async (ground, parameters) => {
  const { districts, departmentsOf } = ground.names;
  const [codes, measures] = [listOf(parameters, 'districts'), listOf(parameters, 'measures')];
  const year = Number(parameters.get('year'));
  const ids = departmentsOf(codes).map(({ id }) => id);
  const rows = await select<ShareRow>(ground, 'shares', [ids, year, measures]);
  const shares = new Map(
    rows.map(({ districtCode, measure, part, whole }) => [
      `${districtCode} ${measure}`,
      divide(BigInt(part), BigInt(whole)),
    ]),
  );
  const cells = measures.flatMap((metric) =>
    codes.map((code) => ({
      metric,
      district: { code, name: districts.get(code) },
      year,
      value: shares.get(`${code} ${metric}`) ?? null,
    })),
  );
  return { compare: { cells } };
};

interface SumRow {
  readonly districtCode: string;
  readonly year: number;
  readonly fen: string | null;
}

/** One measure of districts through the years, each held against the year before. */
export const answerTrend: Answer = async (ground, parameters) => {
  const { districts } = ground.names;
  const [codes, years] = [listOf(parameters, 'districts'), listOf(parameters, 'years').map(Number)];
  const asked = [...new Set(years.flatMap((year) => [year - 1, year]))];
  const metric = parameters.get('measure');
  const rows = await select<SumRow>(ground, 'sums', [codes, asked, metric]);
  const sums = new Map(
    rows.map(({ districtCode, year, fen }) => [`${districtCode} ${year}`, fen === null ? null : BigInt(fen)]),
  );
  const cells = codes.flatMap((code) =>
    years.map((year) => {
      const [fen, before] = [sums.get(`${code} ${year}`) ?? null, sums.get(`${code} ${year - 1}`) ?? null];
      return {
        metric,
        district: { code, name: districts.get(code) },
        year,
        value: fen === null ? null : toWanYuan(fen),
        baseline: before === null ? null : toWanYuan(before),
        changeRate: fen === null || before === null ? null : divide(fen - before, before),
      };
    }),
  );
  return { compare: { cells } };
};

interface RankedRow {
  readonly departmentId: string;
  readonly fen: string;
  readonly previous: string;
  readonly growth: string;
}

/** The twenty departments that grew fastest. */
export const answerRanking: Answer = async (ground, parameters) => {
  const { districts, departments } = ground.names;
  const rows = await select<RankedRow>(ground, 'ranking', [Number(parameters.get('year')), parameters.get('measure')]);
  const nodes = rows.map(({ departmentId, fen, previous, growth }) => {
    const department = departments.get(departmentId);
    return {
      // Twenty have fewer ties than would show: those of one growth share a rank.
      rank: 1 + rows.findIndex((row) => row.growth === growth),
      department: { id: departmentId, name: department?.name },
      district: { name: districts.get(department?.districtCode ?? '') },
      value: toWanYuan(BigInt(fen)),
      baseline: toWanYuan(BigInt(previous)),
      ratio: growth.replace(/\.?0+$/, ''),
    };
  });
  return { rank: { nodes } };
};

/** The first 50 departments of districts, what they spent in each year, and the years that they reported. */
export const answerPage: Answer = async (ground, parameters) => {
  const { districts, departmentsOf } = ground.names;
  const page = departmentsOf(listOf(parameters, 'districts')).slice(0, 50);
  const [ids, asked] = [page.map(({ id }) => id), listOf(parameters, 'years').map(Number)];
  const [years, figures] = await Promise.all([
    select<{ departmentId: string; year: number }>(ground, 'years', [ids]),
    select<{ departmentId: string; year: number; fen: string | null }>(ground, 'figures', [ids, asked]),
  ]);
  const fen = new Map(figures.map((row) => [`${row.departmentId} ${row.year}`, row.fen]));
  const reported = new Map<string, { year: number }[]>(ids.map((id) => [id, []]));
  for (const { departmentId, year } of years) reported.get(departmentId)?.push({ year });
  const nodes = page.map(({ id, name, districtCode }) => {
    const values = asked.map((year) => {
      const found = fen.get(`${id} ${year}`) ?? null;
      return [`y${year}`, { amount: found === null ? null : toWanYuan(BigInt(found)) }];
    });
    return {
      id,
      name,
      district: { name: districts.get(districtCode) },
      years: reported.get(id),
      ...Object.fromEntries(values),
    };
  });
  return { departments: { nodes } };
};
