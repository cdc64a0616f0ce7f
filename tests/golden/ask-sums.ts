import type { Store } from '../../src/store/store.js';
import { ask } from './ask.js';

interface Row {
  district: { name: string } | null;
  year: number | null;
  stage: string | null;
  statement: string | null;
  account: { code: string | null; name: string; edition: number } | null;
  label: string | null;
  flow: string | null;
  fund: string | null;
  part: string | null;
  unitName: string | null;
  sum: string;
  count: number;
  share: string | null;
  residual: boolean;
}
export interface Sums {
  nodes: Row[];
  totalCount: number;
  total: string | null;
  verdict: string;
  warnings: { code: string; message: string }[];
}

const FIELDS = `nodes { district { name } year stage statement account { code name edition } label flow fund part unitName sum count share residual }
  totalCount total verdict warnings { code message }`;

/** Asks for sums that are answered without an error. */
export async function askSums(
  store: Store,
  args: string,
): Promise<Sums & { readonly statements: number; readonly hints: unknown }> {
  const query = `{ aggregate(${args}) { ${FIELDS} } }`;
  const { data, errors, statements, extensions } = await ask<{ aggregate: Sums }>(store, query);
  if (errors.length > 0) throw new Error(`expected sums, got ${errors.map(({ message }) => message).join(', ')}`);
  return { ...data.aggregate, statements, hints: extensions['hints'] };
}

/** What tells a row apart, in the order of the dimensions, and its sum; a residual row ends in a mark. */
export function brief({ nodes }: Sums): string[] {
  return nodes.map(({ district, year, stage, statement, account, label, flow, fund, part, unitName, sum, residual }) =>
    [
      ...[district?.name, year, stage, statement, account && (account.code ?? account.name), label],
      ...[flow, fund, part, unitName, sum, residual && '(residual)'],
    ]
      .filter((field) => field !== null && field !== undefined && field !== false)
      .join(' '),
  );
}

export function codes({ warnings }: Sums): string[] {
  return warnings.map(({ code }) => code);
}
