import { createHash } from 'node:crypto';

const UNSTORABLE = /\u0000|\p{Surrogate}/gu;

/** Text as the store can hold it: NUL, and halves of surrogate pairs, become U+FFFD, the sign of what could not be shown. */
export function toStorable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/** Found quicker; characters beyond the first 65,536 are pairs of surrogates and can be stored. */
const MAYBE_UNSTORABLE = /[\u0000\ud800-\udfff]/;

/** A value of plain objects and lists with all its texts made storable; nearly always itself. */
export function toStorableValue<T>(value: T): T {
  return isStorable(value) ? value : (mapTexts(value) as T);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !MAYBE_UNSTORABLE.test(value);
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (!isStorable(value[name as keyof typeof value])) return false;
  return true;
}

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return toStorable(value);
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner)]));
}

const LONGEST_KEY = 300;

/** Text that is part of a key: an index holds no more than some 2,700 bytes. What is cut off goes on as a digest. */
export function toKey(text: string): string {
  const storable = toStorable(text);
  if (storable.length <= LONGEST_KEY) return storable;
  return `${toStorable(storable.slice(0, LONGEST_KEY))}…${createHash('sha256').update(storable).digest('hex').slice(0, 16)}`;
}
