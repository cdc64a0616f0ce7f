import { compareTexts } from '../domain/compare-texts.js';
import { WARNING_CODES } from '../domain/closed-lists.js';
import type { Verdict, WarningCode } from '../domain/closed-lists.js';
import { verdictOf } from './comparability.js';
import type { Judgement } from './standing.js';

/** Something to be said about cells of one measure. */
export interface Reason extends Pick<Judgement, 'code' | 'verdict' | 'sentence'> {
  readonly measure: string;
  /** The cells it is about. */
  readonly places: readonly number[];
}

export interface CollectedWarnings {
  readonly verdict: Verdict;
  /** Each sentence once, with the measures it is said of; of one code the first twenty and how many more. */
  readonly warnings: readonly { readonly code: WarningCode; readonly message: string }[];
  warningsOf(place: number): readonly { readonly code: WarningCode; readonly message: string }[];
}

/** Puts reasons in the order of their codes, for the whole answer and for each cell. */
export function collectWarnings(reasons: readonly Reason[]): CollectedWarnings {
  const sorted = [...reasons].sort(
    (a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code) || compareTexts(a.sentence, b.sentence),
  );
  const measures = new Map<string, Set<string>>();
  const byPlace = new Map<number, Map<string, Reason>>();
  const distinct = new Map<string, Reason>();
  for (const reason of sorted) {
    const key = `${reason.code} ${reason.sentence}`;
    distinct.set(key, reason);
    measures.set(key, (measures.get(key) ?? new Set()).add(reason.measure));
    for (const place of reason.places) byPlace.set(place, (byPlace.get(place) ?? new Map()).set(key, reason));
  }
  return {
    verdict: verdictOf(reasons),
    warnings: shorten(
      [...distinct].map(([key, { code, sentence }]) => ({
        code,
        message: `${[...(measures.get(key) ?? [])].sort().join(', ')}: ${sentence}`,
      })),
    ),
    warningsOf: (place) =>
      [...(byPlace.get(place)?.values() ?? [])].map(({ code, sentence }) => ({ code, message: sentence })),
  };
}

/** Sentences of one code that the whole answer repeats; the cells have all of theirs. */
const MOST_OF_ONE_CODE = 20;

function shorten<T extends { readonly code: WarningCode; readonly message: string }>(
  warnings: readonly T[],
): { readonly code: WarningCode; readonly message: string }[] {
  return WARNING_CODES.flatMap((code) => {
    const own = warnings.filter((warning) => warning.code === code);
    const more = own.length - MOST_OF_ONE_CODE;
    return more <= 0
      ? own
      : [...own.slice(0, MOST_OF_ONE_CODE), { code, message: `and ${more} more, each at its cell` }];
  });
}
