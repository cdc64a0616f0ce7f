import { AppError } from '../../domain/app-error.js';

/** As much of a text as tells what it is. */
const SAMPLE = 65_536;
const NONE = 'bytes that are none';

/**
 * The text of a document in UTF-8, UTF-16 (with or without a byte order mark) or GB18030, which GBK and GB2312 are part of.
 * A text cut inside its last character ends with U+FFFD, so that what stands there is not taken for whole.
 * @throws AppError UNREADABLE_DOCUMENT where the bytes are no text, or text in another encoding
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked === 'utf-32') throw unreadable('UTF-32');
  if (marked) return readAs(marked, bytes) ?? refuse(NONE);
  const wide = wideEncoding(bytes);
  const text =
    (wide ? readAs(wide, bytes, isPlausible) : null) ??
    (declaredChinese(bytes) ? readChinese(bytes) : null) ??
    readAs('utf-8', bytes) ??
    readChinese(bytes);
  return text ?? refuse(DECLARED_BIG5.test(latin(bytes)) ? 'Big5' : NONE);
}

function refuse(got: string): never {
  throw unreadable(got);
}

function unreadable(got: string): AppError {
  return new AppError(
    'UNREADABLE_DOCUMENT',
    got === NONE
      ? `expected text in UTF-8, UTF-16 or GB18030, got ${NONE}`
      : `expected text in UTF-8, UTF-16 or GB18030, got ${got}: save it as UTF-8`,
  );
}

function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'utf-32';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** Digits and line ends of UTF-16 have a zero in every second byte, and Chinese characters hardly any. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || (even + odd) * 200 < sample.length) return null;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

/** Null where the bytes are not in that encoding, or say nothing that `accepts` takes for a text. */
function readAs(encoding: string, bytes: Uint8Array, accepts: (text: string) => boolean = isText): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes, { stream: true });
    if (!accepts(text)) return null;
    return endsInside(decoder) ? `${text}\ufffd` : text;
  } catch {
    return null;
  }
}

/** Whether the decoder still waits for the rest of a character. */
function endsInside(decoder: InstanceType<typeof TextDecoder>): boolean {
  try {
    decoder.decode();
    return false;
  } catch {
    return true;
  }
}

function readChinese(bytes: Uint8Array): string | null {
  return isChinese(bytes) ? readAs('gb18030', bytes, (text) => !/[\ue000-\uf8ff]{3}/.test(text) && isText(text)) : null;
}

/**
 * Whether the bytes look like GBK of today: nearly every pair is a sign or one of the 3755 common characters, which have rows of
 * their own in GB2312. In Big5, a pair's second byte is often one that GB2312 never has.
 */
function isChinese(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  let pairs = 0;
  let common = 0;
  for (let at = 0; at + 1 < sample.length; at++) {
    const lead = sample[at] as number;
    if (lead < 0x80) continue;
    const trail = sample[++at] as number;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || lead === 0xa9 || (lead >= 0xb0 && lead <= 0xd7))) common++;
  }
  return pairs > 0 && common >= pairs * 0.85;
}

const DECLARED_CHINESE =
  /<meta\s[^>]{0,200}charset\s*=\s*["']?\s*(?:gb2312|gbk|gb18030|x-gbk)\b|<\?xml\s[^>]{0,100}encoding\s*=\s*["'](?:gb2312|gbk|gb18030)["']/i;
const DECLARED_BIG5 = /charset\s*=\s*["']?\s*big5|encoding\s*=\s*["']big5/i;

function declaredChinese(bytes: Uint8Array): boolean {
  return DECLARED_CHINESE.test(latin(bytes));
}

/** The opening with a character a byte: what declares an encoding is ASCII in all of them. */
function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 4096));
}

/** Whether a text has hardly any character that is none of writing. */
function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0;
  return controls * 20 <= sample.length;
}

/** Whether nearly all of a text is Chinese, ASCII or signs between the two: bytes of anything else give letters of any script. */
function isPlausible(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const odd = sample.match(/[^\t-\r\u0020-\u007e\u00a0-\u00ff\u2000-\u27ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
  return odd * 20 <= sample.length;
} // prettier-ignore
