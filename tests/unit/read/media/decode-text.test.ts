import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../../src/domain/app-error.js';
import { decodeText } from '../../../../src/read/media/decode-text.js';

const TEXT = '表1 收入决算表\n一、一般公共服务支出 1,234.56\n合计 0.00\n';
/** 表1 收入决算表 / 合计 1.00 in GBK, byte by byte. */
const GBK = 'b1ed3120cad5c8ebbef6cbe3b1ed0aba cfbcc6 20312e3030';
const GBK_TEXT = '表1 收入决算表\n合计 1.00';

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const whole = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return Uint8Array.from(order === 'le' ? whole : whole.swap16());
};
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const refusal = (given: Uint8Array): string => {
  try {
    decodeText(given);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
    return (error as AppError).message;
  }
  throw new Error('expected a refusal');
};
const NONE = 'expected text in UTF-8, UTF-16 or GB18030, got bytes that are none';

describe('the encoding of a text', () => {
  it('is UTF-8, with a byte order mark or without', () => {
    expect(decodeText(utf8(TEXT))).toBe(TEXT);
    expect(decodeText(utf8(`\ufeff${TEXT}`))).toBe(TEXT);
    expect(decodeText(utf8('plain ASCII'))).toBe('plain ASCII');
    expect(decodeText(utf8(''))).toBe('');
  });

  it.each([
    ['le', true],
    ['be', true],
    ['le', false],
    ['be', false],
  ] as const)('is UTF-16 (%s, with a mark: %s)', (order, mark) => {
    expect(decodeText(utf16(TEXT, order, mark))).toBe(TEXT);
  });

  it('is GB18030 and what it contains', () => {
    expect(decodeText(bytes(GBK))).toBe(GBK_TEXT);
    // A character of four bytes (㐀) among common ones.
    expect(decodeText(join(bytes(GBK), bytes(GBK), bytes('8139ee39')))).toBe(`${GBK_TEXT}${GBK_TEXT}㐀`);
    // ├─┤ as texts draw tables.
    expect(decodeText(join(bytes(GBK), bytes('a9c0a9a4a9c8')))).toBe(`${GBK_TEXT}├─┤`);
  });

  it('is what a page declares if its bytes agree', () => {
    const meta = utf8('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">');
    // These six bytes are 联通 and 支 in GBK; the first four are UTF-8 for other signs.
    expect(decodeText(join(meta, bytes('c1aacda8')))).toMatch(/联通$/);
    expect(decodeText(join(utf8('<?xml version="1.0" encoding="GBK"?>'), bytes('c1aacda8')))).toMatch(/联通$/);
    expect(decodeText(join(meta, utf8(TEXT)))).toMatch(/收入决算表/);
    expect(decodeText(join(utf8('<meta charset=utf-8>'), bytes(GBK)))).toMatch(/收入决算表/);
  });

  it('is known where the text is cut inside its last character, and the cut shows', () => {
    expect(decodeText(utf8(TEXT + '表').subarray(0, -1))).toBe(`${TEXT}\ufffd`);
    expect(decodeText(utf8(TEXT + '表').subarray(0, -2))).toBe(`${TEXT}\ufffd`);
    expect(decodeText(join(bytes(GBK), bytes('b1')))).toBe(`${GBK_TEXT}\ufffd`);
    expect(decodeText(utf16(TEXT, 'le', true).subarray(0, -1))).toBe(`${TEXT.slice(0, -1)}\ufffd`);
  });

  it('is none of ours', () => {
    // 一般公共服務支出和教育支出的合計為一千萬元 in Big5.
    const big5 = bytes('a440afeba4bda640aa41b0c8a4e4a558a94db1d0a87ca4e4a558aabaa658ad70acb0a440a464b855a4b8');
    expect(refusal(big5)).toBe(NONE);
    expect(refusal(join(utf8('<meta charset="big5">'), big5))).toBe(
      'expected text in UTF-8, UTF-16 or GB18030, got Big5: save it as UTF-8',
    );
    // この文書は日本語 in Shift JIS.
    expect(refusal(bytes('82b182cc95b68f9182cd93fa967b8cea'))).toBe(NONE);
    expect(refusal(bytes('fffe0000 31000000'))).toMatch(/got UTF-32/);
    expect(refusal(new Uint8Array(5000))).toBe(NONE);
    expect(refusal(bytes('efbbbf ff'))).toBe(NONE);
    expect(refusal(bytes('80818283 ffff'))).toBe(NONE);
  });

  it('of many megabytes of anything is known within seconds', () => {
    let seed = 7;
    const noise = Uint8Array.from(
      { length: 8_000_000 },
      () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) >> 16,
    );
    const before = performance.now();
    expect(refusal(noise)).toBe(NONE);
    expect(decodeText(new Uint8Array(20_000_000).fill(0x61))).toHaveLength(20_000_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
