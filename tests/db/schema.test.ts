import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as lists from '../../src/domain/closed-lists.js';
import { READY_ORIGINS } from '../../src/domain/ready-figure.js';
import { MIGRATIONS_FOLDER } from '../../src/store/migrate.js';
import { DISTRIBUTED_TABLES, LOCAL_TABLES, REFERENCE_TABLES } from '../../src/store/tables.js';
import { readPrismaSchema } from '../support/prisma-schema.js';
import type { TableShape } from '../support/prisma-schema.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';

const MODELS = readPrismaSchema();

describe('The models', () => {
  it('are each of one kind: reference, distributed or local', () => {
    expect([...REFERENCE_TABLES, ...DISTRIBUTED_TABLES, ...LOCAL_TABLES].sort()).toEqual([...MODELS.keys()].sort());
  });

  it('that grow begin every primary, unique and foreign key between them with departmentId', () => {
    for (const table of DISTRIBUTED_TABLES) {
      const { primaryKey, uniques, foreignKeys } = MODELS.get(table)!;
      for (const key of [primaryKey, ...uniques]) expect(`${table} ${key}`).toMatch(/^\w+ departmentId, /);
      const grown = foreignKeys.filter((key) => DISTRIBUTED_TABLES.some((other) => key.includes(`-> ${other} (`)));
      for (const key of grown) expect(key).toMatch(/^\(departmentId, \w+\) -> \w+ \(departmentId, id\)/);
    }
  });

  it('that are small never refer to those that grow', () => {
    for (const table of [...REFERENCE_TABLES, ...LOCAL_TABLES])
      for (const key of MODELS.get(table)!.foreignKeys)
        expect(DISTRIBUTED_TABLES.filter((other) => key.includes(`-> ${other} (`))).toEqual([]);
  });

  it('never cascade an update, in schema or migrations', () => {
    const keys = [...MODELS.values()].flatMap(({ foreignKeys }) => foreignKeys);
    expect(keys.length).toBeGreaterThan(10);
    for (const key of keys) expect(key).toMatch(/ON DELETE (?:CASCADE|RESTRICT) ON UPDATE RESTRICT$/);
    for (const folder of readdirSync(MIGRATIONS_FOLDER)) {
      const sql = readFileSync(`${MIGRATIONS_FOLDER}/${folder}/migration.sql`, 'utf8');
      expect(sql).not.toMatch(/ON UPDATE (?!RESTRICT)/i);
      expect(sql).not.toMatch(/ON DELETE (?!RESTRICT|CASCADE)|\b(?:SERIAL|IDENTITY|TRIGGER|CREATE TYPE|EXCLUDE)\b/i);
    }
  });
});

describe.each(STORE_KINDS)('After the migrations $name', (kind) => {
  const store = useTestStore(kind);
  const query = <T>(sql: string): Promise<T[]> => store().client.$queryRawUnsafe<T[]>(sql);

  it('has the tables, columns and keys of schema.prisma, no more and no less', async () => {
    const found = await readCatalogue(query);
    // What Prisma can't say: of the publications for one department, year, kind and unit scope one is current; falling
    // amounts are in order with rising ids; what is ranked lies in its order, with what is shown of it.
    expect(found.unsaid).toEqual([
      'DepartmentFigure (year, stage, measure, growth, districtCode, departmentId, fen, previous)',
      `Finding (departmentId, reportId) WHERE (outcome = 'BROKEN'::text)`,
      'LineItem ((- amount), id)',
      `Report (departmentId, year, kind, unitScope) WHERE (status = 'CURRENT'::text)`,
    ]);
    expect(found.tables).toEqual(Object.fromEntries(MODELS));
  });

  it('allows in each column of a closed list exactly what the list allows', async () => {
    const checks = await query<{ table: string; column: string; definition: string }>(`
      SELECT c.conrelid::regclass::text AS table, a.attname::text AS column, pg_get_constraintdef(c.oid) AS definition
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'c' AND c.connamespace = current_schema()::regnamespace`);
    const found = checks
      .filter(({ definition }) => /= ANY/.test(definition) && !/UNIT:/.test(definition))
      .map(({ table, column, definition }) => [
        `${table.replaceAll('"', '').split('.').at(-1)}.${column}`,
        [...definition.matchAll(/'([^']*)'/g)].map(([, value]) => value),
      ]);
    expect(Object.fromEntries(found)).toEqual({
      'Account.classification': lists.CLASSIFICATIONS,
      'Account.level': lists.ACCOUNT_LEVELS,
      'Statistic.kind': lists.STATISTIC_KINDS,
      'Report.kind': lists.REPORT_KINDS,
      'Report.status': lists.REPORT_STATUSES,
      'LineItem.statement': lists.STATEMENTS,
      'LineItem.side': lists.SIDES,
      'LineItem.flow': lists.FLOWS,
      'LineItem.stage': lists.STAGES,
      'LineItem.fund': lists.FUNDS,
      'LineItem.part': lists.PARTS,
      'LineItem.amountUnit': lists.PRINTED_UNITS,
      'LineItem.kind': lists.REPORT_KINDS,
      'LineItem.classification': lists.CLASSIFICATIONS,
      'LineItem.level': lists.ACCOUNT_LEVELS,
      'Evaluation.scope': lists.EVALUATION_SCOPES,
      'Evaluation.evaluator': lists.EVALUATORS,
      'Evaluation.executionBase': lists.STAGES,
      'Issue.statement': lists.STATEMENTS,
      'ReportedFact.metric': lists.METRIC_KEYS,
      'ReportedFact.kind': lists.FACT_KINDS,
      'ReportedFact.base': lists.FACT_BASES,
      'ReportedFact.stage': lists.STAGES,
      'Finding.kind': lists.RULE_KINDS,
      'Finding.outcome': lists.FINDING_OUTCOMES,
      'Finding.unit': lists.UNITS,
      'DepartmentFigure.stage': lists.STAGES,
      'DepartmentFigure.status': lists.CELL_STATUSES.filter((status) => status !== 'MISSING'),
      'DepartmentFigure.origin': READY_ORIGINS,
      'DistrictFigure.stage': lists.STAGES,
      'DistrictFigure.status': lists.CELL_STATUSES.filter((status) => status !== 'MISSING'),
    });
  });

  it('speaks UTC and sorts text by code point', async () => {
    expect(await query(`SELECT current_setting('TimeZone') AS zone`)).toEqual([{ zone: 'UTC' }]);
    const others = await query(`
      SELECT attrelid::regclass::text, attname::text FROM pg_attribute
      WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r')
        AND attnum > 0 AND atttypid IN ('text'::regtype, 'text[]'::regtype) AND attcollation <> '"C"'::regcollation
        AND attrelid <> '"_prisma_migrations"'::regclass`);
    expect(others).toEqual([]);
  });
});

type Query = <T>(sql: string) => Promise<T[]>;

async function readCatalogue(query: Query): Promise<{ tables: Record<string, TableShape>; unsaid: string[] }> {
  const here = `relnamespace = current_schema()::regnamespace AND c.relname <> '_prisma_migrations'`;
  const columns = await query<{ table: string; column: string }>(`
    SELECT c.relname::text AS table,
      concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END) AS column
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind = 'r' AND c.${here}`);
  const indexes = await query<IndexRow>(`
    SELECT c.relname::text AS table, i.indisprimary AS primary, i.indisunique AS unique,
      pg_get_expr(i.indpred, i.indrelid) AS predicate, 0 = ANY(i.indkey) AS computed,
      i.indnkeyatts < i.indnatts AS covering,
      (SELECT string_agg(pg_get_indexdef(i.indexrelid, n, true), ', ' ORDER BY n) FROM generate_series(1, i.indnkeyatts) n) AS keys,
      (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k (number, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number) AS columns
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.${here}`);
  const keys = await query<{ table: string; definition: string }>(`
    SELECT c.relname::text AS table, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'f' AND c.${here}`);
  const tables = [...new Set(columns.map(({ table }) => table))].map((table): [string, TableShape] => {
    const own = indexes.filter(
      (index) => index.table === table && index.predicate === null && !index.computed && !index.covering,
    );
    return [
      table,
      {
        columns: columns
          .filter((row) => row.table === table)
          .map(({ column }) => column)
          .sort(),
        primaryKey: own.find(({ primary }) => primary)?.columns ?? '',
        uniques: own
          .filter(({ primary, unique }) => unique && !primary)
          .map((index) => index.columns)
          .sort(),
        indexes: own
          .filter(({ unique }) => !unique)
          .map((index) => index.columns)
          .sort(),
        foreignKeys: keys
          .filter((row) => row.table === table)
          .map(({ definition }) => toForeignKey(definition))
          .sort(),
      },
    ];
  });
  const unsaid = indexes
    .filter(({ predicate, computed, covering }) => predicate !== null || computed || covering)
    .map(({ table, columns: names, keys: own, computed, predicate }) =>
      [`${table} (${computed ? own : names})`, ...(predicate === null ? [] : [`WHERE ${predicate}`])].join(' '),
    )
    .sort();
  return { tables: Object.fromEntries(tables), unsaid };
}

interface IndexRow {
  /** Whether one of its keys is an expression. */
  readonly computed: boolean;
  /** Whether it holds more than its keys. */
  readonly covering: boolean;
  readonly keys: string;
  readonly table: string;
  readonly primary: boolean;
  readonly unique: boolean;
  readonly predicate: string | null;
  readonly columns: string;
}

function toForeignKey(definition: string): string {
  const [, from, target, to, actions] =
    /^FOREIGN KEY \((.*?)\) REFERENCES (\S+?)\((.*?)\)(.*)$/.exec(definition.replaceAll('"', '')) ?? [];
  const action = (event: string): string =>
    new RegExp(`ON ${event} (RESTRICT|CASCADE|SET \\w+)`).exec(actions ?? '')?.[1] ?? 'NO ACTION';
  return `(${from}) -> ${target?.split('.').at(-1)} (${to}) ON DELETE ${action('DELETE')} ON UPDATE ${action('UPDATE')}`;
}
