/** Whole numbers that look like chance. */
export interface Draw {
  /** From `least` to `most`, both included. */
  within(least: number, most: number): number;
  /** True in so many of a thousand cases. */
  chance(permille: number): boolean;
}

/** Draws that the name alone decides: the same on every machine, whatever else was drawn before. */
export function makeDraw(...name: readonly (string | number)[]): Draw {
  let state = hashText(name.join('/'));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0; // mulberry32
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const within = (least: number, most: number): number => least + (next() % (most - least + 1));
  return { within, chance: (permille) => within(0, 999) < permille };
}

/** FNV-1a, 32 bits. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
