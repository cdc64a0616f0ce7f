import type { HoldingsQuery, ReportKind } from '../generated/graphql';

type Holding = Pick<HoldingsQuery, 'districts'> & { readonly coverage: Pick<HoldingsQuery['coverage'], 'cells'> };
type Division = HoldingsQuery['districts'][number];
/** A division as its row or group names it. */
export type NamedDivision = Pick<Division, 'code' | 'name' | 'nameEn'>;

/** What there is, by district and year. */
export interface CoverageMatrix {
  /** The newest first, years without any report between them included. */
  readonly years: readonly number[];
  readonly groups: readonly CoverageGroup[];
}

/** The districts of one city or province that have a report. */
export interface CoverageGroup {
  readonly division: NamedDivision;
  readonly rows: readonly CoverageRow[];
}

export interface CoverageRow {
  readonly district: NamedDivision;
  /** Reports of the city's own bureaus, which are no district's. */
  readonly isOfDivision: boolean;
  /** By year. A year that is not there has no report. */
  readonly kinds: ReadonlyMap<number, readonly ReportKind[]>;
}

/** Districts that are called so, by part of the name, the code or the pinyin; empty: all. */
export function makeMatrix({ districts, coverage }: Holding, search: string): CoverageMatrix {
  const byCode = new Map(districts.map((district) => [district.code, district]));
  const kinds = new Map<string, Map<number, readonly ReportKind[]>>();
  for (const { district, year, kinds: own } of coverage.cells) {
    kinds.set(district.code, (kinds.get(district.code) ?? new Map<number, readonly ReportKind[]>()).set(year, own));
  }
  const groups = new Map<string, { division: NamedDivision; rows: CoverageRow[] }>();
  for (const [code, own] of [...kinds].sort(([a], [b]) => a.localeCompare(b))) {
    const district = byCode.get(code) ?? { code, name: code, nameEn: code, parent: null };
    if (!isCalled(district, search)) continue;
    const isOfDivision = code.endsWith('00');
    const division = isOfDivision ? district : (district.parent ?? district);
    const group = groups.get(division.code) ?? { division, rows: [] };
    group.rows.push({ district, isOfDivision, kinds: own });
    groups.set(division.code, group);
  }
  return { years: yearsOf(coverage.cells.map(({ year }) => year)), groups: [...groups.values()] };
}

function yearsOf(covered: readonly number[]): number[] {
  const newest = Math.max(...covered);
  const oldest = Math.min(...covered);
  return covered.length === 0 ? [] : Array.from({ length: newest - oldest + 1 }, (_, years) => newest - years);
}

function isCalled({ code, name, nameEn }: NamedDivision, search: string): boolean {
  const level = (text: string) => text.toLowerCase().replace(/[\s'’]/g, '');
  return [code, name, nameEn].some((text) => level(text).includes(level(search)));
}
