import { readFileSync } from 'node:fs';

/** What schema.prisma says of the tables, in the words of Postgres. */
export interface TableShape {
  /** `name type` with `not null` where it is so, sorted. */
  readonly columns: readonly string[];
  readonly primaryKey: string;
  readonly uniques: readonly string[];
  readonly indexes: readonly string[];
  /** `(columns) -> Table (columns) ON DELETE … ON UPDATE …`. */
  readonly foreignKeys: readonly string[];
}

const SQL_TYPES: Readonly<Record<string, string>> = {
  String: 'text',
  'String[]': 'text[]',
  Int: 'integer',
  BigInt: 'bigint',
  Boolean: 'boolean',
  Json: 'jsonb',
  'DateTime @db.Timestamptz(3)': 'timestamp(3) with time zone',
  'Decimal @db.Decimal': 'numeric',
};

/** The models of a schema written as ours is: a field a line, lists of names in brackets. */
export function readPrismaSchema(file = 'prisma/schema.prisma'): Map<string, TableShape> {
  const text = readFileSync(file, 'utf8').replace(/\/\/.*$/gm, '');
  const models = [...text.matchAll(/^model (\w+) \{\n([^}]*)^\}/gm)];
  return new Map(
    models.map(([, name = '', body = '']) => [name, toShape(body.split('\n').map((line) => line.trim()))]),
  );
}

function toShape(lines: readonly string[]): TableShape {
  const list = (line: string, keyword: string): string[] =>
    [...line.matchAll(new RegExp(`${keyword}(?:\\(|: )\\[([^\\]]*)\\]`, 'g'))].map(([, names = '']) => names);
  const fields = lines.flatMap((line) => {
    const [, name, type, optional, attributes = ''] = /^(\w+)\s+(\w+(?:\[\])?)(\?)?\s*(.*)$/.exec(line) ?? [];
    return name && type ? [{ name, type, optional, attributes }] : [];
  });
  const columns = fields.flatMap(({ name, type, optional, attributes }) => {
    const native = /@db\.\S+/.exec(attributes)?.[0];
    const sql = SQL_TYPES[native ? `${type} ${native}` : type];
    return sql ? [`${name} ${sql}${optional ? '' : ' not null'}`] : [];
  });
  const marked = (mark: RegExp): string[] =>
    fields.filter(({ attributes }) => mark.test(attributes)).map(({ name }) => name);
  const block = (keyword: string): string[] => lines.flatMap((line) => list(line, keyword));
  const foreignKeys = lines.flatMap((line) => {
    const [, target, attributes = ''] = /^\w+\s+(\w+)\??\s+@relation\((.*fields.*)\)$/.exec(line) ?? [];
    const [from] = list(attributes, 'fields');
    const action = (name: string): string =>
      (/^\w+/.exec(attributes.split(`${name}: `)[1] ?? 'none')?.[0] ?? '').toUpperCase();
    const to = list(attributes, 'references')[0];
    return target
      ? [`(${from}) -> ${target} (${to}) ON DELETE ${action('onDelete')} ON UPDATE ${action('onUpdate')}`]
      : [];
  });
  return {
    columns: columns.sort(),
    primaryKey: [...block('@@id'), ...marked(/@id\b/)].join(),
    uniques: [...block('@@unique'), ...marked(/@unique\b/)].sort(),
    indexes: block('@@index').sort(),
    foreignKeys: foreignKeys.sort(),
  };
}
