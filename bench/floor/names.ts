import type { Pool } from 'pg';

/** A department as lists show it. */
export interface NamedDepartment {
  readonly id: string;
  readonly name: string;
  readonly districtCode: string;
}

/** Names are few and kept by the process; of figures nothing is kept. */
export interface Names {
  readonly districts: ReadonlyMap<string, string>;
  readonly departments: ReadonlyMap<string, NamedDepartment>;
  /** By division code and id. */
  readonly departmentsOf: (districts: readonly string[]) => readonly NamedDepartment[];
}

/** All of them, read once. */
export async function readNames(pool: Pool): Promise<Names> {
  const districts = await pool.query<{ code: string; name: string }>('SELECT "code", "name" FROM "District"');
  const departments = await pool.query<NamedDepartment>(
    'SELECT "id", "name", "districtCode" FROM "Department" ORDER BY "districtCode", "id"',
  );
  return {
    districts: new Map(districts.rows.map(({ code, name }) => [code, name])),
    departments: new Map(departments.rows.map((department) => [department.id, department])),
    departmentsOf: (codes) => departments.rows.filter(({ districtCode }) => codes.includes(districtCode)),
  };
}
