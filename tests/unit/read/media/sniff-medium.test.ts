import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../../../src/domain/app-error.js';
import { sniffMedium } from '../../../../src/read/media/sniff-medium.js';

const latin = (text: string): Uint8Array => Uint8Array.from([...text], (sign) => sign.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (given: Uint8Array): string => {
  try {
    sniffMedium(given);
  } catch (error) {
    expect(error).toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
    return (error as AppError).message;
  }
  throw new Error('expected a refusal');
};
const TABLE = '<table><tr><td>合计</td><td>1.00</td></tr></table>';

describe('the medium of a document', () => {
  it('is known by how it begins', () => {
    expect(sniffMedium(latin('%PDF-1.7\n%\xe2\xe3'))).toBe('PDF');
    expect(sniffMedium(latin('\r\n junk\n%PDF-1.4'))).toBe('PDF');
    expect(sniffMedium(latin('\xef\xbb\xbf%PDF-1.4'))).toBe('PDF');
    expect(sniffMedium(latin('PK\x03\x04\x14\x00'))).toBe('ZIP');
    expect(sniffMedium(utf8('收入决算表\n合计\t1.00'))).toBe('TEXT');
    expect(sniffMedium(utf8('a text that names %PDF-1.4'))).toBe('TEXT');
  });

  it.each([
    '<!DOCTYPE html><p>a',
    '\n<!-- saved from url=(0014)about:internet -->\n<HTML><body>a</body></HTML>',
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="http://www.w3.org/1999/xhtml"/>',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--></head></html>',
    '<meta charset="utf-8"><table><tr><td>1</td></tr></table>',
    `<p>收入决算表</p>\n${TABLE}\n`,
    `<div>\n${TABLE}\n</div>\n`,
  ])('is HTML: %s', (html) => {
    expect(sniffMedium(utf8(html))).toBe('HTML');
    expect(sniffMedium(Uint8Array.from(Buffer.from(`\ufeff${html}`, 'utf16le')))).toBe('HTML');
  });

  it.each([
    `# 收入决算表\n\n${TABLE}\n`,
    `${TABLE}\n\n# 支出决算表\n\n${TABLE}\n`,
    `${TABLE}\n\n注：无\n`,
    `${TABLE}\n\n| a | b |\n|---|---|\n\n${TABLE}`,
    '<b>收入</b> 决算表',
  ])('is text in which HTML stands: %s', (text) => {
    expect(sniffMedium(utf8(text))).toBe('TEXT');
  });

  it.each([
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'an old Word or Excel file: save it as .docx or .xlsx'],
    [
      `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage'].join('\0')}\0`,
      'a document locked by a password: save it without one',
    ],
    ['\x89PNG\r\n\x1a\n', 'an image: run OCR over it and give its text'],
    ['\xff\xd8\xff\xe0', 'an image: run OCR over it and give its text'],
    ['II*\0\x08', 'an image: run OCR over it and give its text'],
    ['MM\0*\0', 'an image: run OCR over it and give its text'],
    ['GIF89a', 'an image: run OCR over it and give its text'],
    ['BM\x36\x00\x10\x00\0\0\0\0', 'an image: run OCR over it and give its text'],
    ['RIFF\x01\x02\x03\x04WEBPVP8', 'an image: run OCR over it and give its text'],
    ['Rar!\x1a\x07\x01\0', 'a packed archive: unpack it and give the document inside'],
    ["7z\xbc\xaf'\x1c", 'a packed archive: unpack it and give the document inside'],
    ['\x1f\x8b\x08\0', 'a packed archive: unpack it and give the document inside'],
    ['{\\rtf1\\ansi', 'a rich text file: save it as .docx'],
    ['From: <Saved by>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n', 'a web archive (.mht): save it as HTML'],
    [
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
      'an Excel 2003 XML file: save it as .xlsx',
    ],
    ['<?xml version="1.0"?><?mso-application progid="Word.Document"?>', 'a Word 2003 XML file: save it as .docx'],
    ['<?xml version="1.0"?><report/>', 'an XML file of another kind'],
    ['', 'an empty file'],
    [' \r\n\t\n', 'nothing but blanks'],
    ['\xef\xbb\xbf\n', 'nothing but blanks'],
  ])('is none that is read: %j', (start, got) => {
    expect(refusal(latin(start))).toBe(
      `expected a text, HTML, Excel (.xlsx), Word (.docx) or PDF document, got ${got}`,
    );
  });

  it('is not asked of bytes that are nothing', () => {
    expect(refusal(Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256))).toMatch(/got bytes that are none$/);
  });
});
