/** What stands behind the question mark, before anybody has looked at what it means. */
export type RawSearch = Readonly<Record<string, unknown>>;
/** What a view's address may be made of: texts of a link, or the values themselves. */
export type Unread<Address> = { readonly [Name in keyof Address]?: unknown };

/** Of a name given twice the last one counts. */
export function parseSearch(search: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Lists are joined by commas; what is empty or not said is left out. Commas, colons, slashes and @ stay readable. */
export function printSearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    return text === '' || text === false ? [] : [`${name}=${encode(String(text))}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|3A|2F|40)/g, decodeURIComponent);
}

/** Each once, in the order given. */
export function readList(value: unknown): readonly string[] {
  const texts = Array.isArray(value) ? value.map(String) : String(value ?? '').split(',');
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))];
}

/** Whole numbers of four digits, rising: what else is given names no year. */
export function readYears(value: unknown): readonly number[] {
  return readList(value)
    .filter((text) => /^\d{4}$/.test(text))
    .map(Number)
    .sort((a, b) => a - b);
}

export function readYear(value: unknown): number | undefined {
  return readYears(value)[0];
}

export function readText(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

/** The one of `choices` that is given, else the first of them. */
export function readChoice<const T extends string>(value: unknown, choices: readonly [T, ...T[]]): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

/** Those of `choices` that are given. */
export function readChoices<const T extends string>(value: unknown, choices: readonly T[]): readonly T[] {
  const given = readList(value);
  return choices.filter((choice) => given.includes(choice));
}
