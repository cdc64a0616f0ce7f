import { createHash } from 'node:crypto';

const UNSTORABLE = /\u0000|\p{Surrogate}/gu;

/** Text as the store can hold it: NUL, and halves of surrogate pairs, become U+FFFD, the sign of what could not be shown. */
export function toStorable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/** A value with all its texts made storable. */
export function toStorableValue<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
    typeof inner === 'string' ? toStorable(inner) : inner,
  ) as T;
}

const LONGEST_KEY = 300;

/** Text that is part of a key: an index holds no more than some 2,700 bytes. What is cut off goes on as a digest. */
export function toKey(text: string): string {
  const storable = toStorable(text);
  if (storable.length <= LONGEST_KEY) return storable;
  return `${toStorable(storable.slice(0, LONGEST_KEY))}…${createHash('sha256').update(storable).digest('hex').slice(0, 16)}`;
}
