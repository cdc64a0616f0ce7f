import { AppError } from '../../domain/app-error.js';
import { decodeText } from './decode-text.js';

/** What a document is, by its bytes alone. */
export type Medium = 'PDF' | 'ZIP' | 'HTML' | 'TEXT';

const EXPECTED = 'expected a text, HTML, Excel (.xlsx), Word (.docx) or PDF document';
const SCANNED = 'an image: run OCR over it and give its text';
const PACKED = 'a packed archive: unpack it and give the document inside';

/** How files begin that are no document of ours, and what to do with them. */
const REFUSED: readonly (readonly [start: RegExp, got: string])[] = [
  [/^\x89PNG|^\xff\xd8\xff|^GIF8[79]a|^II\*\0|^MM\0\*|^BM[^]{4}\0\0\0\0|^RIFF[^]{4}WEBP/, SCANNED],
  [/^Rar!\x1a\x07|^7z\xbc\xaf\x27\x1c|^\x1f\x8b|^BZh[1-9]1AY|^\xfd7zXZ\0/, PACKED],
  [/^\s*\{\\rtf/, 'a rich text file: save it as .docx'],
];
const OLE = /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/;

/**
 * Tells a document's medium by its content; file names play no part. HTML pieces inside a text or Markdown file leave it a text.
 * @throws AppError UNREADABLE_DOCUMENT where it is none that is read, with what to convert it to
 */
export function sniffMedium(bytes: Uint8Array): Medium {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (bytes.length === 0) throw refusal('an empty file');
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(start)) return 'ZIP';
  if (/(?:^|[\r\n]|[^\x09-\x7e]\s*)%PDF-\d/.test(start)) return 'PDF';
  if (OLE.test(start)) throw refusal(gotOle(bytes));
  for (const [pattern, got] of REFUSED) if (pattern.test(start)) throw refusal(got);
  const text = decodeText(bytes);
  const opening = text.slice(0, 16_384);
  if (!/\S/.test(opening) && text.trim() === '') throw refusal('nothing but blanks');
  refuseMarkup(opening);
  return isHtml(text) ? 'HTML' : 'TEXT';
}

function refusal(got: string): AppError {
  return new AppError('UNREADABLE_DOCUMENT', `${EXPECTED}, got ${got}`);
}

function gotOle(bytes: Uint8Array): string {
  const locked = new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
  return locked
    ? 'a document locked by a password: save it without one'
    : 'an old Word or Excel file: save it as .docx or .xlsx';
}

/** Documents that are written in text, and are neither HTML nor a text to read. */
function refuseMarkup(opening: string): void {
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*MIME-Version:/i.test(opening.trimStart()))
    throw refusal('a web archive (.mht): save it as HTML');
  const xml = opening.trimStart();
  if (/<\?mso-application\s+progid="Excel|<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office/.test(xml))
    throw refusal('an Excel 2003 XML file: save it as .xlsx');
  if (/<\?mso-application\s+progid="Word|<w:wordDocument\s/.test(xml))
    throw refusal('a Word 2003 XML file: save it as .docx');
  if (xml.startsWith('<?xml') && !/<(?:!doctype\s+)?html[\s>]/i.test(xml)) throw refusal('an XML file of another kind');
}

const BEFORE_HTML = /^(?:\s|<!--[^]*?-->|<\?xml[^>]*>)*/;
const MARKDOWN_LINE = /^ {0,3}(?:#{1,6} +\S|\|.*\|[ \t]*$|[-*+] +\S|```)/m;

/** A page, or a piece of one that is tags from its first character to its last and has no mark of Markdown. */
function isHtml(text: string): boolean {
  const body = text.slice(BEFORE_HTML.exec(text.slice(0, 65_536))?.[0].length ?? 0);
  if (/^<(?:!doctype\s+html|html|head|body|meta)[\s>]/i.test(body)) return true;
  return (
    /^<(?:table|div|p|h[1-6]|style|span|section|article|center|title|font|b|link|script)[\s>]/i.test(body) &&
    /<\/?[a-z][\w:-]*(?:\s[^<>]*)?>\s*$/i.test(text.slice(-2000)) &&
    /<(?:tr|p|div|td)[\s>]/i.test(body) &&
    !MARKDOWN_LINE.test(body)
  );
}
