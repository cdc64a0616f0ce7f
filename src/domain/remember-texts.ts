/** Results that are kept before all are forgotten, and characters of the longest text of one. */
const MOST = 20_000;
const LONGEST = 200;

/** The same function, for one that is called with the same names over and over: its results are kept for a while. */
export function rememberTexts<T extends NonNullable<unknown>>(make: (text: string) => T): (text: string) => T {
  // A cache that forgets the least used takes as long to ask as most of these functions.
  const kept = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return make(text);
    const known = kept.get(text);
    if (known !== undefined) return known;
    const own = copyText(text);
    const made = make(own);
    if (kept.size >= MOST) kept.clear();
    kept.set(own, made);
    return made;
  };
}

/** A piece of a document holds on to the whole of it: of a longer text that is made for the purpose it is a piece of little. */
function copyText(text: string): string {
  return ` ${text}`.slice(1);
}
