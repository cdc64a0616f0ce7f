import type { ExportFormat } from './format.js';

/** A piece of what a database wrote. */
export interface Records {
  readonly bytes: Uint8Array;
  /** That end in it. */
  readonly rows: number;
}

const [QUOTE, LINE_FEED] = [0x22, 0x0a];
const CARRIAGE_RETURN = Buffer.from('\r');

/**
 * Takes what a database wrote, piece by piece, to what is exported. Databases end every record with a line feed: as NDJSON does, but CSV
 * ends it with CRLF, and has line feeds of its own inside quotes.
 */
export function makeRecordReader(format: ExportFormat): (bytes: Uint8Array) => Records {
  if (format === 'ndjson') return (bytes) => ({ bytes, rows: countLines(bytes) });
  let isQuoted = false;
  return (bytes) => {
    const ends: number[] = [];
    // A quote inside quotes is doubled: it ends them and begins them again.
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at] === QUOTE) isQuoted = !isQuoted;
      else if (bytes[at] === LINE_FEED && !isQuoted) ends.push(at);
    }
    return { bytes: insertReturns(bytes, ends), rows: ends.length };
  };
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** A carriage return before each of these places. */
function insertReturns(bytes: Uint8Array, places: readonly number[]): Uint8Array {
  const starts = [0, ...places];
  const parts = starts.map((start, at) => bytes.subarray(start, starts[at + 1] ?? bytes.length));
  return Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part] : [CARRIAGE_RETURN, part])));
}
