import type { Store } from '../../src/store/store.js';

/** Copies every report of a store with its line items, each copy as one of a unit of its own; the release is left as it is. */
export async function multiplyReports(store: Store, copies: number): Promise<void> {
  await copyRows(store, 'Report', copies, {
    id: `t."id" || 'x' || n`,
    unitScope: `'UNIT:' || n`,
  });
  await copyRows(store, 'LineItem', copies, {
    id: `t."id" || 'x' || n`,
    reportId: `t."reportId" || 'x' || n`,
    unitScope: `'UNIT:' || n`,
  });
}

async function copyRows(
  store: Store,
  table: string,
  copies: number,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = await store.client.$queryRaw<{ name: string }[]>`
    SELECT column_name::text AS name FROM information_schema.columns
    WHERE table_schema = current_schema() AND table_name = ${table}`;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const values = columns.map(({ name }) => changed[name] ?? `t."${name}"`).join(', ');
  await store.client.$executeRawUnsafe(
    `INSERT INTO "${table}" (${names}) SELECT ${values} FROM "${table}" t, generate_series(1, ${copies}) n`,
  );
  await store.client.$executeRawUnsafe(`ANALYZE "${table}"`);
}
