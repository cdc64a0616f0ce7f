import { WARNING_CODES } from '../domain/closed-lists.js';
import type { Stage, Verdict, WarningCode } from '../domain/closed-lists.js';
import type { Warning } from '../domain/compared-cell.js';
import { groupBy } from '../domain/group-by.js';
import { absoluteFen, formatFen } from '../domain/money.js';
import type { DivisionLevel } from '../domain/reference-tables.js';
import type { Reference } from '../domain/reference.js';
import type { AddedCode, CoveredDepartments, Flaw, MixedClass, SumPlan, SumStanding } from '../domain/sums.js';
import { LEVEL_NAMES, STAGE_NAMES, verdictOf } from './comparability.js';

/** A sentence about figures that are added. */
interface Reason {
  readonly code: WarningCode;
  readonly sentence: string;
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
  const warnings = reasons.map(({ code, sentence }) => ({ code, message: sentence }));
  return {
    verdict: verdictOf(reasons),
    warnings: shorten(warnings).sort((a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code)),
  };
}

const WHY: Readonly<Partial<Record<WarningCode, string>>> = {
  STAGE_MISMATCH: 'not one stage of the money',
  SCOPE_MISMATCH: 'not the same money',
  DEFINITION_DIFFERS: "a budget's total has balances and transfers in it, that of final accounts has not",
  ENTITY_MISMATCH: 'bodies of different levels',
};

function judgeMixed(mixed: readonly MixedClass[], reference: Reference): Reason[] {
  return [...groupBy(mixed, ({ code }) => code)].map(([, classes]) => {
    const [{ code }] = classes;
    const names = classes.map(({ className }) => className);
    if (code === 'YEAR_MISMATCH') return { code, sentence: `figures of ${names.join(', ')} are added` };
    const listed = classes.map((own) => `${nameSome(own, reference)}: ${nameClass(own)}`);
    return { code, sentence: `${listed.join('; ')} — ${WHY[code]}` };
  });
}

function nameClass({ code, className }: MixedClass): string {
  if (code === 'STAGE_MISMATCH') return STAGE_NAMES[className as Stage];
  if (code === 'ENTITY_MISMATCH') return LEVEL_NAMES[className as DivisionLevel];
  if (code === 'DEFINITION_DIFFERS') return KIND_NAMES[className] ?? '';
  return className;
}

const KIND_NAMES: Readonly<Record<string, string>> = { BUDGET: 'a budget', FINAL_ACCOUNTS: 'final accounts' };

function nameSome({ places, count }: MixedClass, reference: Reference): string {
  const more = count - places.length;
  return `${places.map((place) => namePlace(place, reference)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function namePlace({ districtCode, year }: { districtCode: string; year: number }, reference: Reference): string {
  return `${reference.division(districtCode)?.name ?? districtCode} ${year}`;
}

/** A code that is added over years in which it does not mean, or is not called, the same. */
function judgeCode({ classification, code, ...own }: AddedCode, plan: SumPlan, reference: Reference): Reason[] {
  if (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC') return [];
  const changes = reference.changesBetween(classification, code, own.firstYear, own.lastYear);
  const notesOf = (kinds: readonly string[]): string => {
    const notes = changes.filter(({ kind }) => kinds.includes(kind)).map(({ note, year }) => `${note} (${year})`);
    return notes.length === 0 ? '' : `: ${[...new Set(notes)].join('; ')}`;
  };
  const years = `${code}, ${own.firstYear} and ${own.lastYear} added`;
  if (own.firstEdition !== own.lastEdition) {
    const isReused = changes.some(({ kind }) => kind === 'REUSED');
    const others = ['MOVED', 'SPLIT', 'MERGED', 'ADDED', 'REMOVED', 'SAME'];
    return isReused
      ? [{ code: 'CODE_REUSED', sentence: `${years}${notesOf(['REUSED'])} — one code, two meanings` }]
      : [{ code: 'CLASSIFICATION_BREAK', sentence: `${years}${notesOf(others)} — the account changed` }];
  }
  const renamed = notesOf(['RENAMED']);
  return renamed === '' ? [] : [{ code: 'ACCOUNT_RENAMED', sentence: `${years}${renamed}` }];
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
  const listed = sums.slice(0, MOST_NAMED).map(({ group, departments, present }) => {
    const absent = group.filter((one) => one.covered < one.departments).map(({ districtCode }) => districtCode);
    const name = isByDistrict ? namePlace(group[0], reference) : `${group[0].year}`;
    const whose = isByDistrict ? '' : ` (without ${nameDistricts(absent, reference)})`;
    return `${name} is a sum over ${present} of ${departments} departments${whose}`;
  });
  const more = sums.length - listed.length;
  const sentence = `${listed.join('; ')}${more > 0 ? ` and ${more} more` : ''} — the others have no report of that year`;
  return [{ code: 'PARTIAL_COVERAGE', sentence }];
}

function nameDistricts(codes: readonly string[], reference: Reference): string {
  const names = codes.slice(0, MOST_NAMED).map((code) => reference.division(code)?.name ?? code);
  const more = codes.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function judgeFlaws(flaws: readonly Flaw[], reference: Reference): Reason[] {
  return flaws.map((flaw, place) => {
    const figure = `${namePlace(flaw, reference)}: ${flaw.called} ${formatFen(flaw.fen, 'WAN_YUAN')}万元`;
    const own = flaws.filter(({ code }) => code === flaw.code);
    const rest = flaw.count - own.length;
    const more = rest > 0 && flaws[place] === own.at(-1) ? `, and ${rest} more such figures` : '';
    return { code: flaw.code, sentence: `${figure} ${sayGap(flaw)}${more}` };
  });
}

function sayGap({ gap, rule, difference }: Flaw): string {
  if (gap === null) return `takes part in an identity that does not hold, ${rule}, by ${difference}`;
  return `is ${formatFen(absoluteFen(gap), 'WAN_YUAN')}万元 ${gap > 0n ? 'more' : 'less'} than what is printed below it`;
}

/** What is noted of figures, and bodies whose figures of before and after a rename are added. */
function judgeKnown({ annotated, renamed }: SumStanding, reference: Reference): Reason[] {
  const notes = reference.annotations.filter((_, place) => annotated.includes(place));
  const renames = reference.renames.filter((_, place) => renamed.includes(place));
  return [
    ...notes.map(({ department, year, note, source }): Reason => {
      return { code: 'ONE_OFF', sentence: `${department} ${year}: ${note} (${source})` };
    }),
    ...renames.map(({ formerName, name, year }): Reason => {
      const sentence = `figures of ${formerName} and of ${name}, which it became in ${year}, are added`;
      return { code: 'ENTITY_RENAMED', sentence };
    }),
  ];
}

const MOST_NAMED = 3;
/** Sentences of one code. */
const MOST_OF_ONE_CODE = 20;

function shorten(warnings: readonly Warning[]): Warning[] {
  return [...groupBy(warnings, ({ code }) => code).values()].flatMap((own) => {
    const more = own.length - MOST_OF_ONE_CODE;
    return more <= 0 ? own : [...own.slice(0, MOST_OF_ONE_CODE), { code: own[0].code, message: `and ${more} more` }];
  });
}

function addUp(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
