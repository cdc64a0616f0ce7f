/** Steps from one text to another: a character more, less or changed, or two neighbours exchanged. */
export function countSteps(from: string, to: string): number {
  const [a, b] = [[...from], [...to]];
  let [before, last] = [[] as number[], b.map((_, place) => place).concat(b.length)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(before, j - 2) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Infinity;
}

const MOST_NEAR = 3;
const MOST_STEPS = 2;

/** The codes nearest to this one, at most two steps away: of equal ones first those that begin like it, then those close by. */
export function findNearCodes<T>(code: string, candidates: readonly T[], codeOf: (candidate: T) => string): T[] {
  return pickNearest(candidates, (candidate) => {
    const own = codeOf(candidate);
    if (Math.abs(own.length - code.length) > MOST_STEPS) return null;
    const steps = countSteps(code, own);
    return steps > MOST_STEPS ? null : [steps, -countShared(code, own), Math.abs(Number(own) - Number(code))];
  });
}

/**
 * The names nearest to this one: the same, else those that hold it or are held by it, else by steps, at most half as many as the longer one
 * has characters; of equal ones first those that begin like it.
 */
export function findNearNames<T>(
  name: string,
  candidates: readonly T[],
  namesOf: (candidate: T) => readonly string[],
): T[] {
  const own = name.toLowerCase();
  for (const measure of [measureSame, measureHeld, measureSteps]) {
    const found = pickNearest(candidates, (candidate) => {
      const others = namesOf(candidate).map((other) => other.toLowerCase());
      const distance = Math.min(...others.map((other) => measure(own, other)));
      return distance === Infinity ? null : [distance, -Math.max(...others.map((other) => countShared(own, other)))];
    });
    if (found.length > 0) return found;
  }
  return [];
}

// How far two names are apart, each in its way; Infinity: too far to be meant.

function measureSame(a: string, b: string): number {
  return a === b ? 0 : Infinity;
}

function measureHeld(a: string, b: string): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return shorter.length > 1 && longer.includes(shorter) ? longer.length - shorter.length : Infinity;
}

function measureSteps(a: string, b: string): number {
  const most = Math.max(a.length, b.length) / 2;
  if (Math.abs(a.length - b.length) > most) return Infinity;
  const steps = countSteps(a, b);
  return steps > most ? Infinity : steps;
}

/** The first few by rank, in the candidates' order among equals; null: too far away. */
function pickNearest<T>(candidates: readonly T[], rankOf: (candidate: T) => readonly number[] | null): T[] {
  const ranked = candidates.flatMap((candidate) => {
    const rank = rankOf(candidate);
    return rank ? [{ candidate, rank }] : [];
  });
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((value, place) => value - at(b, place)).find((difference) => difference !== 0) ?? 0;
  return ranked
    .sort((a, b) => compare(a.rank, b.rank))
    .slice(0, MOST_NEAR)
    .map(({ candidate }) => candidate);
}

/** How many characters both begin with. */
function countShared(a: string, b: string): number {
  const place = [...a].findIndex((character, index) => character !== b[index]);
  return place < 0 ? a.length : place;
}
