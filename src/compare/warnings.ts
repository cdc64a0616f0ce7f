import { compareTexts } from '../domain/compare-texts.js';
import { WARNING_CODES } from '../domain/closed-lists.js';
import type { Verdict, WarningCode } from '../domain/closed-lists.js';
import type { Warning } from '../domain/compared-cell.js';
import { groupBy } from '../domain/group-by.js';
import { once } from '../domain/once.js';
import { verdictOf, worstOf } from './comparability.js';
import type { Judgement } from './standing.js';
import { CHINESE } from './words/chinese.js';
import { ENGLISH } from './words/english.js';
import type { NamedMeasure } from './words/named.js';
import type { Say } from './words/words.js';

/** Something to be said about cells of one measure. */
export interface Reason extends Pick<Judgement, 'code' | 'verdict' | 'say'> {
  readonly measure: NamedMeasure;
  /** The cells it is about. */
  readonly places: () => readonly number[];
}

/** What is said of cells by themselves: their codes are known at once, all else is put together where somebody reads it. */
export interface Notes {
  readonly codes: ReadonlySet<WarningCode>;
  readonly reasons: () => readonly Reason[];
}

export interface CollectedWarnings {
  readonly verdict: Verdict;
  /** Each sentence once, with the measures it is said of; of one code the first twenty and how many more. */
  readonly warnings: () => readonly Warning[];
  readonly warningsOf: (place: number) => readonly Warning[];
}

/** A reason in words. The English ones tell reasons apart, whatever is read. */
interface Said extends Reason {
  readonly sentence: string;
}

/** What a warning is made of; without a verdict it is that of the code. */
type Sayable = Pick<Judgement, 'code' | 'say'> & { readonly verdict?: Verdict | undefined };

/** A warning in English, and in Chinese where that is asked for. */
export class SaidWarning implements Warning {
  readonly code: WarningCode;
  readonly verdict: Verdict;
  readonly message: string;
  readonly #say: Say;

  constructor({ code, verdict, say }: Sayable, message: string = say(ENGLISH)) {
    this.code = code;
    this.verdict = verdict ?? verdictOf([{ code }]);
    this.message = message;
    this.#say = say;
  }

  get messageZh(): string {
    return this.#say(CHINESE);
  }
}

/** Puts reasons in the order of their codes, for the whole answer and for each cell: into words when they are asked for, as often nobody does. */
export function collectWarnings(reasons: readonly Reason[], notes: Notes): CollectedWarnings {
  const said = once(() => sayAll([...reasons, ...notes.reasons()]));
  const byPlace = once(() => groupByPlace(said()));
  return {
    verdict: verdictOf([...reasons, ...[...notes.codes].map((code) => ({ code }))]),
    warnings: once(() => nameMeasures(said())),
    warningsOf: (place) => byPlace().get(place) ?? NONE,
  };
}

const NONE: readonly Warning[] = [];

function sayAll(reasons: readonly Reason[]): readonly Said[] {
  return reasons
    .map((reason) => ({ ...reason, sentence: reason.say(ENGLISH) }))
    .sort(
      (a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code) || compareTexts(a.sentence, b.sentence),
    );
}

function nameMeasures(said: readonly Said[]): readonly Warning[] {
  const alike = groupBy(said, ({ code, sentence }) => `${code} ${sentence}`);
  return shorten(
    [...alike.values()].map((own) => {
      const [{ code, say, sentence }] = own;
      const byName = new Map(own.map(({ measure }) => [measure.name, measure]));
      const measures = [...byName.keys()].sort().map((name) => byName.get(name) as NamedMeasure);
      const sayOfAll: Say = (words) => words.ofMeasures(measures, say(words));
      const warning = { code, say: sayOfAll, verdict: verdictOf(own) };
      return new SaidWarning(warning, ENGLISH.ofMeasures(measures, sentence));
    }),
  );
}

/** Each sentence once at a cell. */
function groupByPlace(said: readonly Said[]): ReadonlyMap<number, readonly Warning[]> {
  const byPlace = new Map<number, Map<string, Warning>>();
  for (const { sentence, places, ...reason } of said) {
    const [key, warning] = [`${reason.code} ${sentence}`, new SaidWarning(reason, sentence)];
    for (const place of places()) {
      const own = byPlace.get(place);
      if (own) own.set(key, warning);
      else byPlace.set(place, new Map([[key, warning]]));
    }
  }
  return new Map([...byPlace].map(([place, own]) => [place, [...own.values()]]));
}

/** Sentences of one code that the whole answer repeats; the cells have all of theirs. */
const MOST_OF_ONE_CODE = 20;

function shorten(warnings: readonly Warning[]): readonly Warning[] {
  return WARNING_CODES.flatMap((code: WarningCode) => {
    const own = warnings.filter((warning) => warning.code === code);
    const more = own.length - MOST_OF_ONE_CODE;
    return more <= 0 ? own : [...own.slice(0, MOST_OF_ONE_CODE), sumUp(code, own.slice(MOST_OF_ONE_CODE))];
  });
}

function sumUp(code: WarningCode, rest: readonly Warning[]): Warning {
  const verdict = worstOf(rest.map((own) => own.verdict));
  return new SaidWarning({ code, verdict, say: (words) => words.moreAtCells(rest.length) });
}
