import { UNIDENTIFIED_DIVISION } from './reference.js';
import type { Reference } from './reference.js';
import type { Division } from './reference-tables.js';

/** How many districts of a division there are, and of how many there is something. */
export interface DistrictCount {
  readonly districtsPresent: number;
  readonly districtsTotal: number;
}

/**
 * Counts the districts of one division: the divisions of today with none below them. A bureau of the city itself is no district.
 * @param codes divisions of which there is something
 * @param within a division; null: the smallest that holds all of `codes`
 */
export function countDistricts(
  codes: readonly string[],
  within: string | null,
  reference: Pick<Reference, 'divisions' | 'lineage'>,
): DistrictCount {
  const placed = codes.filter((code) => code !== UNIDENTIFIED_DIVISION);
  const whole = within ?? findCommon(placed, reference);
  const today = reference.divisions.filter(({ level, until }) => level !== 'RESERVED' && until === null);
  const above = new Set(today.map(({ parentCode }) => parentCode));
  const isWithin = ({ code }: Division): boolean =>
    whole === 'EVERYWHERE' || reference.lineage(code).some((own) => own.code === whole);
  const districts =
    placed.length === 0 && within === null ? [] : today.filter((own) => !above.has(own.code) && isWithin(own));
  return {
    districtsPresent: districts.filter(({ code }) => placed.includes(code)).length,
    districtsTotal: districts.length,
  };
}

/** The codes of a division and of all below it, abolished ones too. */
export function codesWithin(
  within: string,
  { divisions, lineage }: Pick<Reference, 'divisions' | 'lineage'>,
): string[] {
  return divisions.map(({ code }) => code).filter((code) => lineage(code).some((own) => own.code === within));
}

function findCommon(codes: readonly string[], { lineage }: Pick<Reference, 'lineage'>): string {
  const [first = [], ...rest] = codes.map((code) => lineage(code).map((own) => own.code));
  return first.find((code) => rest.every((own) => own.includes(code))) ?? 'EVERYWHERE';
}
