/** Results that are kept before all are forgotten, and characters of the longest text of one. */
const MOST = 20_000;
const LONGEST = 200;

/** The same function, for one that is called with the same names over and over: its results are kept for a while. */
export function rememberTexts<T extends NonNullable<unknown>>(make: (text: string) => T): (text: string) => T {
  // A cache that forgets the least used takes as long to ask as most of these functions.
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (kept.size >= MOST) kept.clear();
    kept.set(text, made);
    return made;
  };
}
