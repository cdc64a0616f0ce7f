import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeRecordReader } from '../../../src/export/record-ends.js';
import type { ExportFormat } from '../../../src/export/format.js';

/** What is made of a text that comes in pieces of this size. */
function readAll(
  format: ExportFormat,
  written: string,
  size: number,
): { readonly text: string; readonly rows: number } {
  const read = makeRecordReader(format);
  const bytes = Buffer.from(written);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, at * size + size),
  );
  const records = pieces.map(read);
  return {
    text: Buffer.concat(records.map((own) => own.bytes)).toString(),
    rows: records.reduce((sum, own) => sum + own.rows, 0),
  };
}

const sizes = fc.integer({ min: 1, max: 40 });

describe('What a database wrote', () => {
  it('is NDJSON as it is, a row a line', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const written = '{"a":"万\\n"}\n{"a":null}\n';
        expect(readAll('ndjson', written, size)).toEqual({ text: written, rows: 2 });
      }),
    );
  });

  it('is CSV once its records end in CRLF; line feeds inside quotes stay, whatever stands around them', () => {
    const written = '"a\nb",1\n"say ""\n""",\n"\r\n",-2.50\n"",3\n';
    const exported = '"a\nb",1\r\n"say ""\n""",\r\n"\r\n",-2.50\r\n"",3\r\n';
    fc.assert(
      fc.property(sizes, (size) => {
        expect(readAll('csv', written, size)).toEqual({ text: exported, rows: 4 });
      }),
    );
  });

  it('is nothing where there is nothing', () => {
    expect(readAll('csv', '', 1)).toEqual({ text: '', rows: 0 });
  });
});
