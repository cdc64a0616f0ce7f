import { hash } from 'node:crypto';

/**
 * Ids are opaque, URL-safe and made of what they name, so that the same import gives the same ids on every store. The version of the
 * reader is no part of them. Ids of a report, and of all in it, begin with the department's: `department.report.item`.
 */
export function makeDepartmentId(districtCode: string, body: string): string {
  return digest(16, 'department', districtCode, body);
}

export function makeReportId(departmentId: string, sha256: string, placeInDocument: number): string {
  return `${departmentId}.${digest(13, 'report', sha256, placeInDocument)}`;
}

/** Key of an account: its code, or the path of a row without one. */
export function makeAccountId(classification: string, edition: number, key: string): string {
  return digest(16, 'account', classification, edition, key);
}

export function makeSpellingId(accountId: string, name: string, uncertain: boolean): string {
  return digest(16, 'spelling', accountId, name, uncertain);
}

/** Key of a statistic: what tells it from all others. */
export function makeStatisticId(key: string): string {
  return digest(16, 'statistic', key);
}

export function makeReleaseId(reportDigest: string): string {
  return digest(20, 'release', reportDigest);
}

/** Gives ids to the things of one kind in a report, by their coordinates; what shares them is counted on. */
export function makeInnerIds(reportId: string, kind: string): (...coordinates: readonly Coordinate[]) => string {
  const seen = new Map<string, number>();
  return (...coordinates) => {
    const key = JSON.stringify(coordinates);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return `${reportId}.${digest(13, kind, key, before)}`;
  };
}

/** The id of the department in which something lies, from the thing's own id; itself for a department's. */
export function departmentIdOf(id: string): string {
  return id.split('.', 1)[0] ?? id;
}

/** The id of the report in which something lies; itself for a report's. */
export function reportIdOf(id: string): string {
  return id.split('.', 2).join('.');
}

type Coordinate = string | number | boolean | null;

/** Without letters that look like digits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The lowest bits of a SHA-256, five a character. */
function digest(length: number, ...parts: readonly Coordinate[]): string {
  const bytes = hash('sha256', JSON.stringify(parts), 'buffer');
  let [text, bits, count, place] = ['', 0, 0, bytes.length];
  while (text.length < length) {
    if (count < 5) {
      bits |= bytes.readUInt8(--place) << count;
      count += 8;
    }
    text += ALPHABET[bits & 31];
    bits >>= 5;
    count -= 5;
  }
  return text;
}
