import { WARNING_CODES } from '../domain/closed-lists.js';
import type { MappingKind, ReportKind, Stage, Verdict, WarningCode } from '../domain/closed-lists.js';
import type { Warning } from '../domain/compared-cell.js';
import { groupBy } from '../domain/group-by.js';
import { absoluteFen, formatFen } from '../domain/money.js';
import type { DivisionLevel } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import type { AddedCode, CoveredDepartments, Flaw, MixedClass, SumPlan, SumStanding } from '../domain/sums.js';
import { verdictOf, worstOf } from './comparability.js';
import { SaidWarning } from './warnings.js';
import { MOST_NAMED } from './words/named.js';
import type { NamedAccount, NamedFigure } from './words/named.js';
import type { Say, Unlike, Words } from './words/words.js';

/** Why figures that are added are not alike. */
interface Reason {
  readonly code: WarningCode;
  readonly say: Say;
}

/** What sums are judged by; `covered` is null where no sum is over departments that could be missing. */
export interface SumEvidence {
  readonly plan: SumPlan;
  readonly standing: SumStanding;
  readonly covered: readonly CoveredDepartments[] | null;
  readonly reference: Reference;
}

/** Whether figures that are added are alike, and why not; figures of different rows of the answer are not held against each other. */
export function judgeSums(evidence: SumEvidence): { readonly verdict: Verdict; readonly warnings: readonly Warning[] } {
  const { plan, standing, covered, reference } = evidence;
  const reasons = [
    ...judgeMixed(standing.mixed, reference),
    ...standing.codes.flatMap((own) => judgeCode(own, plan, reference)),
    ...(covered ? judgeCoverage(covered, plan.groupBy.includes('DISTRICT'), evidence) : []),
    ...judgeFlaws(standing.flaws, reference),
    ...judgeKnown(standing, reference),
  ];
  const warnings = reasons.map((reason) => new SaidWarning(reason));
  return {
    verdict: verdictOf(reasons),
    warnings: shorten(warnings).sort((a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code)),
  };
}

const WHY: Readonly<Partial<Record<WarningCode, Unlike>>> = {
  STAGE_MISMATCH: 'STAGES',
  SCOPE_MISMATCH: 'SCOPES',
  DEFINITION_DIFFERS: 'TOTALS',
  ENTITY_MISMATCH: 'LEVELS',
};

function judgeMixed(mixed: readonly MixedClass[], reference: Reference): Reason[] {
  return [...groupBy(mixed, ({ code }) => code)].map(([code, classes]): Reason => {
    const why = WHY[code];
    if (!why) return { code, say: (words) => words.addedYears(classes.map(({ className }) => className)) };
    const nameAll = (words: Words) =>
      classes.map((own) => {
        const figures = own.places.map((place) => namePlace(place, reference));
        return { figures: words.figures(figures, own.count), called: nameClass(own, words) };
      });
    return { code, say: (words) => words.unlike(why, nameAll(words)) };
  });
}

function nameClass({ code, className }: MixedClass, words: Words): string {
  if (code === 'STAGE_MISMATCH') return words.stage(className as Stage);
  if (code === 'ENTITY_MISMATCH') return words.level(className as DivisionLevel);
  if (code === 'DEFINITION_DIFFERS') return words.report(className as ReportKind);
  return words.columns(className);
}

function namePlace({ districtCode, year }: { districtCode: string; year: number }, reference: Reference): NamedFigure {
  return { name: reference.division(districtCode)?.name ?? districtCode, year };
}

/** A code that is added over years in which it does not mean, or is not called, the same. */
function judgeCode({ classification, code, ...own }: AddedCode, plan: SumPlan, reference: Reference): Reason[] {
  if (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC') return [];
  const changes = reference.changesBetween(classification, code, own.firstYear, own.lastYear);
  const nameIn = (year: number): NamedAccount => {
    return { name: reference.officialName(classification, code, year) ?? '', year };
  };
  const add = (change: 'REUSED' | 'CHANGED' | 'RENAMED', kinds: readonly MappingKind[]): Say => {
    const noted = changes.filter(({ kind }) => kinds.includes(kind));
    return (words) => words.addedAccount(change, code, nameIn(own.firstYear), nameIn(own.lastYear), noted);
  };
  if (own.firstEdition !== own.lastEdition) {
    const isReused = changes.some(({ kind }) => kind === 'REUSED');
    return isReused
      ? [{ code: 'CODE_REUSED', say: add('REUSED', ['REUSED']) }]
      : [
          {
            code: 'CLASSIFICATION_BREAK',
            say: add('CHANGED', ['MOVED', 'SPLIT', 'MERGED', 'ADDED', 'REMOVED', 'SAME']),
          },
        ];
  }
  const isRenamed = changes.some(({ kind }) => kind === 'RENAMED');
  return isRenamed ? [{ code: 'ACCOUNT_RENAMED', say: add('RENAMED', ['RENAMED']) }] : [];
}

/** Sums in which a year of some departments is added and that of others, which have no report, is not. */
function judgeCoverage(
  covered: readonly CoveredDepartments[],
  isByDistrict: boolean,
  { standing, reference }: SumEvidence,
): Reason[] {
  const own = covered.filter(({ districtCode }) => !isByDistrict || standing.districtCodes.includes(districtCode));
  const keyOf = ({ districtCode, year }: CoveredDepartments): string =>
    isByDistrict ? `${districtCode} ${year}` : `${year}`;
  const sums = [...groupBy(own, keyOf).values()].flatMap((group) => {
    const [departments, present] = [addUp(group.map((one) => one.departments)), addUp(group.map((one) => one.covered))];
    return present > 0 && present < departments ? [{ group, departments, present }] : [];
  });
  if (sums.length === 0) return [];
  const named = sums.slice(0, MOST_NAMED);
  const nameSum = ({ group, departments, present }: (typeof sums)[number], words: Words): string => {
    const absent = group.filter((one) => one.covered < one.departments);
    const without = isByDistrict ? [] : absent.map((one) => namePlace(one, reference).name);
    const name = isByDistrict ? namePlace(group[0], reference) : group[0].year;
    return words.partialSum(name, present, departments, without);
  };
  const say: Say = (words) =>
    words.partialSums(
      named.map((own) => nameSum(own, words)),
      sums.length - named.length,
    );
  return [{ code: 'PARTIAL_COVERAGE', say }];
}

function judgeFlaws(flaws: readonly Flaw[], reference: Reference): Reason[] {
  return flaws.map((flaw, place) => {
    const own = flaws.filter(({ code }) => code === flaw.code);
    const rest = flaw.count - own.length;
    const isLast = rest > 0 && flaws[place] === own.at(-1);
    const say: Say = (words) => sayFlaw(flaw, words, reference) + (isLast ? words.moreFigures(rest) : '');
    return { code: flaw.code, say };
  });
}

function sayFlaw(flaw: Flaw, words: Words, reference: Reference): string {
  const { called: label, fen, gap, rule, difference } = flaw;
  const own = { figure: namePlace(flaw, reference), label, amount: formatFen(fen, 'WAN_YUAN') };
  return gap === null
    ? words.broken({ ...own, rule: `${rule}`, difference: `${difference}` })
    : words.residual({ ...own, gap: formatFen(absoluteFen(gap), 'WAN_YUAN'), isMore: gap > 0n });
}

/** What is noted of figures, and bodies whose figures of before and after a rename are added. */
function judgeKnown({ annotated, renamed }: SumStanding, reference: Reference): Reason[] {
  const notes = reference.annotations.filter((_, place) => annotated.includes(place));
  const renames = reference.renames.filter((_, place) => renamed.includes(place));
  return [
    ...notes.map(({ department: name, year, note, source }): Reason => {
      return { code: 'ONE_OFF', say: (words) => words.noted({ name, year }, note, source) };
    }),
    ...renames.map((own): Reason => ({ code: 'ENTITY_RENAMED', say: (words) => words.addedBodies(own) })),
  ];
}

/** Sentences of one code. */
const MOST_OF_ONE_CODE = 20;

function shorten(warnings: readonly Warning[]): Warning[] {
  return [...groupBy(warnings, ({ code }) => code).values()].flatMap((own) => {
    const rest = own.slice(MOST_OF_ONE_CODE);
    if (rest.length === 0) return own;
    const verdict = worstOf(rest.map((warning) => warning.verdict));
    const say: Say = (words) => words.more(rest.length);
    return [...own.slice(0, MOST_OF_ONE_CODE), new SaidWarning({ code: own[0].code, verdict, say })];
  });
}

function addUp(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
