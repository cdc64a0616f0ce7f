import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadReference } from '../../src/app/load-reference.js';
import { readDocument } from '../../src/app/read-document.js';
import { AppError } from '../../src/domain/app-error.js';
import { openZip } from '../../src/read/media/zip-parts.js';
import { USUAL, layOutReport } from '../support/documents/lay-out.js';
import type { PrintedDocument } from '../support/documents/printed-document.js';
import { publishedFacts } from '../support/documents/published-facts.js';
import { renderDocx } from '../support/documents/render-docx.js';
import { renderHtml } from '../support/documents/render-html.js';
import { renderMarkdown } from '../support/documents/render-markdown.js';
import { renderPdf } from '../support/documents/render-pdf.js';
import { renderText } from '../support/documents/render-text.js';
import { renderXlsx, zipParts } from '../support/documents/render-xlsx.js';

const reference = loadReference();
const RUNS = { numRuns: process.env['DUIZHAO_LONG'] ? 80 : 5, seed: 20_261_121 };

type Bytes = Uint8Array;
const FORMATS: Readonly<Record<string, (document: PrintedDocument) => Promise<Bytes> | Bytes>> = {
  'a text': (document) => Buffer.from(renderText(document)),
  'a Markdown text': (document) => Buffer.from(renderMarkdown(document)),
  'a web page': (document) => Buffer.from(renderHtml(document)),
  'a workbook': (document) => renderXlsx(document),
  'a Word document': (document) => renderDocx(document),
  'a PDF': (document) => renderPdf(document, { rulings: 'ALL' }),
};
const documents = publishedFacts().map((facts) => layOutReport(facts, USUAL));

/** What a broken download, a bad disk or somebody's editor does to bytes, at a share of their length. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const fault = fc.oneof(
  fc.record({ kind: fc.constant('CUT' as const), at: share }),
  fc.record({ kind: fc.constant('DROP' as const), at: share, length: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({ kind: fc.constant('TWICE' as const), at: share, length: fc.integer({ min: 1, max: 5_000 }) }),
  fc.record({ kind: fc.constant('PUT' as const), at: share, bytes: fc.uint8Array({ minLength: 1, maxLength: 200 }) }),
  fc.record({ kind: fc.constant('OVER' as const), at: share, bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
);
type Fault = typeof fault extends fc.Arbitrary<infer T> ? T : never;

function spoil(bytes: Bytes, faults: readonly Fault[]): Bytes {
  return faults.reduce((whole, one) => {
    const at = Math.floor(one.at * whole.length);
    const [before, after] = [whole.subarray(0, at), whole.subarray(at)];
    if (one.kind === 'CUT') return before;
    if (one.kind === 'DROP') return Buffer.concat([before, after.subarray(one.length)]);
    if (one.kind === 'TWICE') return Buffer.concat([before, after.subarray(0, one.length), after]);
    return Buffer.concat([before, one.bytes, after.subarray(one.kind === 'OVER' ? one.bytes.length : 0)]);
  }, bytes);
}

/** The largest part inside a container is spoilt, and the container is whole. */
async function spoilPart(bytes: Bytes, faults: readonly Fault[]): Promise<Bytes> {
  const zip = await openZip(bytes);
  const parts: Record<string, Buffer> = {};
  for (const name of zip.names) parts[name] = await buffer(Readable.from(zip.read(name)));
  const [largest] = Object.entries(parts).sort(([, a], [, b]) => b.length - a.length);
  if (!largest) throw new Error('expected a container with parts');
  return zipParts({ ...parts, [largest[0]]: Buffer.from(spoil(largest[1], faults)) });
}

const spoilt = fc.record({
  document: fc.constantFrom(...documents),
  faults: fc.array(fault, { minLength: 1, maxLength: 4 }),
});

async function readsOrRefuses(bytes: Bytes): Promise<void> {
  try {
    const { lineItems, sha256 } = await readDocument(bytes, reference);
    expect({ lineItems: lineItems.length, sha256 }).toEqual({
      lineItems: expect.any(Number),
      sha256: expect.any(String),
    });
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toMatch(/^(?:UNREADABLE_DOCUMENT|NOT_A_REPORT)$/);
    expect((error as AppError).message).toMatch(/^expected .+, got /);
  }
}

describe.each(Object.entries(FORMATS))('Spoilt bytes of %s', (_, render) => {
  it('are read, or refused with what was expected and what came', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ document, faults }) => readsOrRefuses(spoil(await render(document), faults))),
      RUNS,
    );
  }, 600_000);
});

describe.each(['a workbook', 'a Word document'])('%s with a spoilt part', (name) => {
  it('is read, or refused with what was expected and what came', async () => {
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ document, faults }) =>
        readsOrRefuses(await spoilPart((await FORMATS[name]?.(document)) as Bytes, faults)),
      ),
      RUNS,
    );
  }, 600_000);
});
