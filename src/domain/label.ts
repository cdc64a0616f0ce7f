import { rememberTexts } from './remember-texts.js';

/** Full-width forms to half-width ones; quotes, dashes and other blanks to one spelling each. */
function levelWidth(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”„‟"'‘’`「」『』＂]/g, '')
    .replace(/[‐‑‒–—―－]/g, '-')
    .replace(/[〔﹝【［]/g, '[')
    .replace(/[〕﹞】］]/g, ']');
}

const INVISIBLE = /[\s\u00a0\u200b-\u200f\u2028-\u202f\u2060\u3000\ufeff\u0000-\u001f]+/g;

/** The name without any blank, quotation mark or difference of width: what two spellings of one name share. */
export const squeeze = rememberTexts((text) => levelWidth(text).replace(INVISIBLE, ''));

const NUMBERING =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+[.．]|\(?\d{1,2}\)|\d{1,2}[.、](?!\d))/;

/** The squeezed name without its numbering (`一、`, `（二）`, `1.`) and without 其中. */
export const bareLabel = rememberTexts((text) => {
  let label = squeeze(text);
  for (;;) {
    const shorter = label
      .replace(/^(?:其中|减|加)[:：]?/, '')
      .replace(NUMBERING, '')
      .replace(/^[:：、.]+/, '');
    if (shorter === label || shorter === '') return label;
    label = shorter;
  }
});

/** Whether the row is numbered like a main line (`一、…九、`), not like a detail (`（一）`, `1.`). */
export function isNumbered(text: string): boolean {
  return /^[一二三四五六七八九十]+、/.test(squeeze(text));
}

const CJK = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f“”‘’';
const CLOSE = `${CJK}():;,`;
const BLANK_BESIDE_CJK = new RegExp(`(?<=[${CLOSE}])[\\s\\u00a0\\u3000]+|[\\s\\u00a0\\u3000]+(?=[${CLOSE}])`, 'g');

/** A printed name rejoined: line breaks and blanks beside Chinese characters or brackets go, others become one blank. */
export function rejoin(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u0000-\u0008\u000b-\u001f]/g, '')
    .replace(BLANK_BESIDE_CJK, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
}
