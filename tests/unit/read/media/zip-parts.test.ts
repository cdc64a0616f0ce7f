import { describe, expect, it } from '@jest/globals';
import { readDocx } from '../../../../src/read/media/docx-lines.js';
import { readXlsx } from '../../../../src/read/media/xlsx-lines.js';
import { kindOfZip, openZip } from '../../../../src/read/media/zip-parts.js';
import { table, text } from '../../../support/documents/printed-document.js';
import { renderDocx } from '../../../support/documents/render-docx.js';
import { renderXlsx, zipParts } from '../../../support/documents/render-xlsx.js';

const document = [text('收入决算表'), table([['合计', '1.00']])];

/** A copy in which the entry's record in the archive's list has another byte. */
function patchList(bytes: Uint8Array, offset: number, patch: (byte: number) => number): Uint8Array {
  const copy = Buffer.from(bytes);
  const record = copy.indexOf('PK\x01\x02', 0, 'latin1');
  copy[record + offset] = patch(copy[record + offset] ?? 0);
  return copy;
}

/** Reads a part to its end or until it is refused, and says how many bytes it gave. */
async function drain(bytes: Uint8Array, name: string): Promise<{ given: number; refusal: string | null }> {
  const zip = await openZip(bytes);
  let given = 0;
  try {
    for await (const piece of zip.read(name)) given += piece.length;
  } catch (error) {
    return { given, refusal: (error as Error).message };
  }
  return { given, refusal: null };
}

const unreadable = (message: string): object =>
  expect.objectContaining({
    code: 'UNREADABLE_DOCUMENT',
    message: expect.stringContaining(message),
  });

describe('What an archive holds', () => {
  it('is a workbook, a text document or neither', async () => {
    expect(await kindOfZip(await renderXlsx(document))).toBe('XLSX');
    expect(await kindOfZip(await renderDocx(document))).toBe('DOCX');
    expect(await kindOfZip(await zipParts({ 'word/document2.xml': '<a/>' }))).toBe('DOCX');
    expect(await kindOfZip(await zipParts({ 'content.xml': '<a/>' }))).toBeNull();
  });

  it('is not told by an archive that cannot be opened', async () => {
    const bytes = await renderXlsx(document);
    for (const broken of [
      new Uint8Array(),
      new Uint8Array(100),
      bytes.subarray(0, bytes.length - 30),
      bytes.subarray(9),
    ])
      await expect(kindOfZip(broken)).rejects.toEqual(unreadable('expected a whole archive, got one that is cut off'));
  });

  it('is read from a view into a larger buffer too', async () => {
    const bytes = await renderDocx(document);
    const larger = Buffer.alloc(bytes.length + 20, 1);
    larger.set(bytes, 10);
    expect(await kindOfZip(larger.subarray(10, 10 + bytes.length))).toBe('DOCX');
  });
});

describe('An archive', () => {
  it('gives a part whole, whatever the case of its name', async () => {
    const zip = await openZip(await zipParts({ 'a/B.xml': Buffer.from('<a>文</a>') }));
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.read('A/b.xml')) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('<a>文</a>');
    expect([zip.has('a/b.XML'), zip.has('b.xml'), zip.names]).toEqual([true, false, ['a/B.xml']]);
  });

  it('is refused where two parts share a name', async () => {
    const bytes = await zipParts({ 'a.xml': '<a/>', 'A.xml': '<a/>' });
    await expect(openZip(bytes)).rejects.toEqual(unreadable('expected one part of a name, got two named A.xml'));
  });

  it('is refused where it has more than 10,000 parts', async () => {
    const bytes = Buffer.from(await zipParts({ a: 'b' }));
    bytes.writeUInt16LE(10_001, bytes.indexOf('PK\x05\x06', 0, 'latin1') + 10);
    await expect(openZip(bytes)).rejects.toEqual(unreadable('expected an archive of at most 10000 parts, got 10001'));
  });

  it('has no part that it does not list', async () => {
    expect((await drain(await zipParts({ a: 'b' }), 'c')).refusal).toBe('expected a part c, got an archive without');
  });
});

describe('A part', () => {
  it('is refused when it is locked with a password', async () => {
    const bytes = patchList(await zipParts({ 'a.xml': '<a/>' }), 8, (flags) => flags | 1);
    expect((await drain(bytes, 'a.xml')).refusal).toBe(
      'expected an open document, got part a.xml locked with a password',
    );
  });

  it('is refused when its checksum is another', async () => {
    const bytes = patchList(await zipParts({ 'a.xml': '<a/>' }), 16, (byte) => byte ^ 1);
    expect((await drain(bytes, 'a.xml')).refusal).toBe('expected part a.xml with its checksum, got another');
  });

  it('is refused when it is packed in an unknown way, or longer or shorter than listed', async () => {
    const bytes = await zipParts({ 'a.xml': '<a/>' });
    const damaged = 'expected part a.xml whole, got it damaged';
    expect(
      (
        await drain(
          patchList(bytes, 10, () => 12),
          'a.xml',
        )
      ).refusal,
    ).toBe(damaged);
    expect(
      (
        await drain(
          patchList(bytes, 24, (byte) => byte - 1),
          'a.xml',
        )
      ).refusal,
    ).toBe(damaged);
    expect(
      (
        await drain(
          patchList(bytes, 24, (byte) => byte + 1),
          'a.xml',
        )
      ).refusal,
    ).toBe(damaged);
  });

  it('that inflates a thousandfold is refused at three hundred times its size', async () => {
    const bytes = await zipParts({ zeros: Buffer.alloc(20_000_000) });
    expect(bytes.length).toBeLessThan(20_000);
    const { given, refusal } = await drain(bytes, 'zeros');
    expect(refusal).toBe('expected a part at most 300 times its packed size, got zeros inflating further');
    expect(given).toBeLessThanOrEqual(300 * bytes.length);
  });

  it('counts with the others read from the archive: 200 million bytes in all', async () => {
    // 19 signs and a number: packed to more than a hundredth.
    const dull = Buffer.from(Array.from({ length: 900_000 }, (_, at) => `<c r="A${at}"><v>1</v></c>`).join(''));
    const zip = await openZip(await zipParts({ dull }));
    let given = 0;
    const readAll = async (): Promise<void> => {
      for (let times = 0; times < 12; times++) for await (const piece of zip.read('dull')) given += piece.length;
    };
    await expect(readAll()).rejects.toEqual(
      unreadable('expected at most 200000000 bytes once inflated, got more in dull'),
    );
    expect(given).toBeLessThanOrEqual(200_000_000);
    expect(given).toBeGreaterThan(199_900_000);
  });
});

describe('A damaged document', () => {
  it.each([
    ['workbook', renderXlsx, readXlsx],
    ['text document', renderDocx, readDocx],
  ] as const)('is read or refused, never anything else: %s', async (_, render, read) => {
    const bytes = await render(document);
    const others: unknown[] = [];
    const attempt = async (damaged: Uint8Array): Promise<void> => {
      await read(damaged).catch((error: { code?: string }) => {
        if (error.code !== 'UNREADABLE_DOCUMENT') others.push(error);
      });
    };
    for (let at = 0; at < bytes.length; at += 3) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      await attempt(damaged);
      if (at % 5 === 0) await attempt(bytes.subarray(0, at));
      if (at % 5 === 1) await attempt(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]));
    }
    expect(others).toEqual([]);
  });
});
