import type { DepartmentFilter, Page, PageRequest } from '../domain/filters.js';
import type { Department } from '../domain/records.js';
import { groupBy } from '../domain/group-by.js';
import { allOf, matchText, texts } from './conditions.js';
import type { Condition } from './conditions.js';
import { Prisma } from './generated/client.js';
import { keyRows } from './key-rows.js';
import { cursorKeyOf, isAfter, limitOf, orderBy, toPage } from './paging.js';
import type { Keyed, Order } from './paging.js';
import { departmentsAt } from './pinning.js';
import type { Store } from './store.js';

const COLUMNS = Prisma.raw('d."id", d."districtCode", d."name", d."body", d."formerNames"');
export const DEPARTMENT_LIST: Order = {
  name: 'departments',
  keys: [
    { sql: 'd."districtCode"', type: 'text' },
    { sql: 'd."id"', type: 'text' },
  ],
};

/** Conditions on `d`, a department. */
export function matchDepartment(filter: DepartmentFilter | null | undefined): Condition[] {
  return [
    ...matchText('d."districtCode"', filter?.district),
    ...matchText('d."name"', filter?.name),
    ...matchText('d."body"', filter?.body),
  ];
}

/** Departments by district code, then id. */
export async function findDepartments(
  store: Store,
  filter: DepartmentFilter | null | undefined,
  page: PageRequest,
): Promise<Page<Department>> {
  const rows = await store.client.$queryRaw<Keyed<Department>[]>`
    SELECT ${COLUMNS}, ${cursorKeyOf(DEPARTMENT_LIST)} FROM ${departmentsAt(store, 'd')}
    WHERE ${allOf([...matchDepartment(filter), ...isAfter(DEPARTMENT_LIST, page)])}
    ORDER BY ${orderBy(DEPARTMENT_LIST)} LIMIT ${limitOf(page)}::int`;
  return toPage(DEPARTMENT_LIST, page, rows, toDepartment);
}

export async function countDepartments(store: Store, filter?: DepartmentFilter | null): Promise<number> {
  const [found] = await store.client.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${departmentsAt(store, 'd')} WHERE ${allOf(matchDepartment(filter))}`;
  return found?.count ?? 0;
}

export async function findDepartmentsByIds(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Department>> {
  const known = (await store.inMemory?.())?.presences.departments;
  if (known && ids.every((id) => known.has(id))) return known;
  const rows = await store.client.$queryRaw<Department[]>`
    SELECT ${COLUMNS} FROM ${departmentsAt(store, 'd')} WHERE d."id" = ANY(${texts(ids)})`;
  return keyRows(rows.map(toDepartment), ({ id }) => id);
}

/** The departments of each district itself (not of those below it); a code without any is absent. */
export async function findDepartmentsByDistrictCodes(
  store: Store,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Department[]>> {
  const rows = await store.client.$queryRaw<Department[]>`
    SELECT ${COLUMNS} FROM ${departmentsAt(store, 'd')} WHERE d."districtCode" = ANY(${texts(codes)}) ORDER BY d."id"`;
  return groupBy(rows.map(toDepartment), ({ districtCode }) => districtCode);
}

function toDepartment({ id, districtCode, name, body, formerNames }: Department): Department {
  return { id, districtCode, name, body, formerNames };
}
