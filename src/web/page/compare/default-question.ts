import type { CompareAddress } from '../address/compare-address';
import type { HoldingsQuery } from '../generated/graphql';

const MOST_PLACES = 12;

/** Where the address asks for nothing: the year of which most places have a report of one kind, the newest of such years. */
export function chooseQuestion(address: CompareAddress, { coverage }: HoldingsQuery): CompareAddress {
  if (address.metrics.length > 0) return address;
  const byYear = new Map<string, string[]>();
  for (const { year, kinds, district } of coverage.cells) {
    for (const kind of kinds) {
      const key = `${year} ${kind}`;
      byYear.set(key, [...(byYear.get(key) ?? []), district.code]);
    }
  }
  const [best] = [...byYear].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || b.localeCompare(a));
  const metrics = ['EXPENDITURE', 'BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'];
  if (!best || address.districts.length > 0 || address.departments.length > 0) return { ...address, metrics };
  const [key, districts] = best;
  const years = address.years.length > 0 ? address.years : [Number(key.slice(0, 4))];
  return { ...address, metrics, districts: districts.slice(0, MOST_PLACES), years };
}
