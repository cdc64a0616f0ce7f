import { FLOWS, FUNDS, PARTS, STAGES, STATEMENTS } from '../domain/closed-lists.js';
import type { Dimension } from '../domain/closed-lists.js';
import type { SumQuestion } from '../domain/sums.js';
import { Prisma } from './generated/client.js';
import type { Order, OrderKey } from './paging.js';

interface DimensionSql {
  /** Columns of an entry that tell its groups apart. */
  readonly columns: readonly string[];
  /** Sort keys of `g`, a group. */
  readonly keys: readonly OrderKey[];
}

const text = (sql: string): OrderKey => ({ sql, type: 'text' });
const integer = (sql: string): OrderKey => ({ sql, type: 'integer' });

function own(column: string, type: OrderKey['type'] = 'text'): DimensionSql {
  return { columns: [column], keys: [{ sql: `g."${column}"`, type }] };
}

/** In the order of a closed list; what has no value last. */
function listed(column: string, values: readonly string[]): DimensionSql {
  const list = values.map((value) => `'${value}'`).join(', ');
  return { columns: [column], keys: [integer(`coalesce(array_position(ARRAY[${list}], g."${column}"), 99)`)] };
}

/** By the characters' codes; what has no value last. */
function named(column: string): DimensionSql {
  return { columns: [column], keys: [integer(`(g."${column}" IS NULL)::int`), text(`coalesce(g."${column}", '')`)] };
}

const DIMENSIONS: Readonly<Record<Dimension, DimensionSql>> = {
  DISTRICT: own('districtCode'),
  DEPARTMENT: { columns: ['districtCode', 'departmentId'], keys: [text('g."districtCode"'), text('g."departmentId"')] },
  YEAR: own('year', 'integer'),
  STAGE: listed('stage', STAGES),
  STATEMENT: listed('statement', STATEMENTS),
  ACCOUNT: {
    columns: ['accountId', 'accountKey', 'edition'],
    keys: [
      // The rest of an account comes after all that is below it, that of the report last.
      text(`coalesce(g."accountKey", '') || CASE WHEN g.residual THEN '~' ELSE '' END`),
      integer('coalesce(g."edition", 0)'),
      text(`coalesce(g."accountId", '')`),
    ],
  },
  LABEL: named('label'),
  FLOW: listed('flow', FLOWS),
  FUND: listed('fund', FUNDS),
  PART: listed('part', PARTS),
  UNIT: named('unitName'),
};

/** The columns that tell the rows of an answer apart, each once. */
export function groupColumns(groupBy: readonly Dimension[]): Prisma.Sql {
  const columns = [...new Set(groupBy.flatMap((dimension) => DIMENSIONS[dimension].columns))];
  return Prisma.raw([...columns.map((column) => `"${column}"`), 'residual'].join(', '));
}

/** The order of `g`, the groups. `question` names what was asked: a cursor is good for that question only. */
export function orderOf({ groupBy, orderBy }: Pick<SumQuestion, 'groupBy' | 'orderBy'>, question: string): Order {
  const sum = orderBy === 'SUM_DESC' ? '(-g."sum")' : 'g."sum"';
  return {
    name: `sums ${question}`,
    keys: [
      ...(orderBy === 'KEYS' ? [] : [{ sql: sum, type: 'numeric' as const }]),
      ...groupBy.flatMap((dimension) => DIMENSIONS[dimension].keys),
      integer('g.residual::int'),
    ],
  };
}
