import { describe, expect, it } from '@jest/globals';
import { refuseTooLarge, refuseTooLong } from '../../../src/app/document-size.js';

describe('the size of a document', () => {
  it('is at most 100 MB, of a text 20 MB', () => {
    const text = new Uint8Array(20_000_001);
    expect(() => refuseTooLarge(text)).toThrow('expected a text of at most 20 MB, got one of 21 MB');
    expect(() => refuseTooLarge(text.subarray(1))).not.toThrow();
    expect(() => refuseTooLong(100_000_001)).toThrow('expected a document of at most 100 MB, got one of 101 MB');
    expect(() => refuseTooLong(100_000_000)).not.toThrow();
  });

  it.each([
    ['a PDF', [0x25, 0x50, 0x44, 0x46]],
    ['XLSX or DOCX', [0x50, 0x4b, 0x03, 0x04]],
    ['an older Office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ])('of %s may be more than that of a text', (_, start) => {
    const bytes = new Uint8Array(20_000_001);
    bytes.set(start);
    expect(() => refuseTooLarge(bytes)).not.toThrow();
  });
});
