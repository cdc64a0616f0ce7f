import type { StoredReport } from './store-reports.js';

export interface Tally {
  add(stored: StoredReport): void;
  /** One line: what is in the place, and how quick it was. */
  describe(place: string): string;
}

/** How often something is said, ms. */
const EVERY = 5_000;

/** Counts what is stored and says so now and then. */
export function startTally(say: (line: string) => void, now: () => number = () => performance.now()): Tally {
  const start = now();
  const counts = { reports: 0, lineItems: 0, before: 0, added: 0 };
  let said = start;
  const seconds = (): number => (now() - start) / 1000;
  const describeSpeed = (): string =>
    `${seconds().toFixed(1)} s, ${group(Math.round(counts.added / seconds()))} line items/s`;
  return {
    add: ({ before, lineItems }) => {
      counts.reports++;
      counts.lineItems += lineItems;
      if (before) counts.before++;
      else counts.added += lineItems;
      if (now() - said < EVERY) return;
      said = now();
      say(`${group(counts.reports)} reports, ${group(counts.lineItems)} line items, ${describeSpeed()}`);
    },
    describe: (place) => {
      const before = counts.before > 0 ? ` (${group(counts.before)} reports were there)` : '';
      return `${group(counts.reports)} reports with ${group(counts.lineItems)} line items in ${place}${before}: ${describeSpeed()}`;
    },
  };
}

/** 3131204 as 3,131,204. */
function group(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
