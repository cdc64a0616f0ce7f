import { createHash } from 'node:crypto';

const UNSTORABLE = /\u0000|\p{Surrogate}/gu;

/** Text as the store can hold it: NUL, and halves of surrogate pairs, become U+FFFD, the sign of what could not be shown. */
export function toStorable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/** As JSON spells what can't be stored. */
const UNSTORABLE_IN_JSON = /\\u0000|\\ud[89a-f]/;

/** A value of plain objects and lists with all its texts made storable; nearly always itself. */
export function toStorableValue<T>(value: T): T {
  const json = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? null : inner));
  return UNSTORABLE_IN_JSON.test(json) ? (mapTexts(value) as T) : value;
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
