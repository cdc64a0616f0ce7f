import type { ReportKind, Stage } from '../../domain/closed-lists.js';
import type { DivisionLevel } from '../../domain/reference-tables.js';
import { ENGLISH_STEPS } from './english-steps.js';
import { MOST_NAMED } from './named.js';
import type { NamedAccount, NamedFigure, NotedChange } from './named.js';
import type { NameWords, ReasonWords, SumWords, Unlike, Words } from './words.js';

const STAGES: Readonly<Record<Stage, string>> = {
  ORIGINAL_BUDGET: 'original budget (年初预算数)',
  REVISED_BUDGET: 'revised budget (调整预算数)',
  OUTTURN: 'outturn (决算数)',
};
const LEVELS: Readonly<Record<DivisionLevel, string>> = {
  PROVINCE: 'a province',
  PREFECTURE: 'a city',
  COUNTY: 'a district or county',
  RESERVED: 'not placed',
};
const REPORTS: Readonly<Record<ReportKind, string>> = { BUDGET: 'a budget', FINAL_ACCOUNTS: 'final accounts' };
const UNLIKE: Readonly<Record<Unlike, string>> = {
  STAGES: 'not one stage of the money',
  SCOPES: 'not the same money',
  DEFINITIONS: 'one name, two definitions',
  TOTALS: "a budget's total has balances and transfers in it, that of final accounts has not",
  LEVELS: 'bodies of different levels',
  SUMS: 'a sum against one body',
  MEMBERS: 'not the same departments',
  YEARS: 'no year in common',
  VINTAGES: 'populations of different vintages',
  BUDGETS: 'rates on different budgets',
};
const CHANGES = { REUSED: ' — one code, two meanings', CHANGED: ' — the account changed', RENAMED: '' } as const;

/** Each once, the first three of them, and how many more. */
export function shortenNames(all: readonly string[]): string {
  const names = [...new Set(all)];
  return nameFirst(names, names.length);
}

function nameFirst(names: readonly string[], count: number): string {
  const shown = names.slice(0, MOST_NAMED);
  return shown.join(', ') + moreOf(count - shown.length);
}

function moreOf(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

function nameOf({ name, year, stage }: NamedFigure): string {
  return [name, year, ...(stage ? [stage] : [])].join(' ');
}

function ofYear({ name, year }: NamedAccount): string {
  return `${name} of ${year}`;
}

function listNotes(notes: readonly NotedChange[]): string {
  return [...new Set(notes.map(({ note, year }) => `${note} (${year})`))].join('; ');
}

function joinNames(accounts: readonly NamedAccount[]): string {
  return `${accounts.map(({ name }) => name).join(' + ')} of ${accounts[0]?.year}`;
}

const NAMES: NameWords = {
  measure: ({ name }) => name,
  figures: (figures, count) => {
    const names = figures.map(nameOf);
    return count === undefined ? shortenNames(names) : nameFirst(names, count);
  },
  bodies: (names) => shortenNames(names),
  years: (years) => years.join(', '),
  stage: (stage) => STAGES[stage],
  report: (kind) => REPORTS[kind],
  level: (level) => LEVELS[level],
  scope: ({ funds, part }) =>
    [funds.join(' = '), part].filter(Boolean).join(' ') || 'as the text states it, no fund named',
  columns: (text) => text,
  definition: (definition) => definition ?? 'as final accounts define it',
  body: (isSum) => (isSum ? 'a sum over departments' : 'one body'),
  departments: (count) => `${count} ${count === 1 ? 'department' : 'departments'}`,
  vintage: (vintage) => vintage,
  average: (of, count, year) => `the ${of.toLowerCase()} of ${count} ${year}`,
  lacking: (statistic) =>
    statistic.kind === 'POPULATION'
      ? `population of ${statistic.districtCode} in ${statistic.year}`
      : `deflator of ${statistic.year} and ${statistic.baseYear} of one vintage`,
};

const REASONS: ReasonWords = {
  ofMeasures: (measures, sentence) => `${measures.map(({ name }) => name).join(', ')}: ${sentence}`,
  ofDivisor: (divisor, sentence) => `over ${divisor?.name ?? 'what it is a share of'}: ${sentence}`,
  of: (figures, sentence) => `${figures}: ${sentence}`,
  unlike: (why, classes) => {
    const own = why === 'BUDGETS' ? 'the ' : '';
    return `${classes.map(({ figures, called }) => `${figures}: ${own}${called}`).join('; ')} — ${UNLIKE[why]}`;
  },
  renamedBody: (before, after, { formerName, name, year }) =>
    `${before}: ${formerName}, which became ${name} in ${year}; against ${after}`,
  renamedAccount: (code, from, to, notes) => `${code}, ${from.year} against ${to.year}: ${listNotes(notes)}`,
  otherEdition: (code, own, other, sentence) =>
    `${code} as of ${own} against ${code} as of ${other}: ${sentence ?? 'no mapping joins them'}`,
  reused: (own, other) => `${ofYear(own)} is ${other.name} in ${other.year}: one code, two meanings, never one series`,
  standsFor: (own, others, notes) =>
    `${ofYear(own)} is ${joinNames(others)}${others.length > 1 ? ', added: their shares are unknown' : ''} (${notes})`,
  holdsOther: (own, year, notes) => `${ofYear(own)} holds other things in ${year} and is not restated (${notes})`,
  isPartOf: (own, others, notes) =>
    `${ofYear(own)} is only a part of ${joinNames(others)}, its share is unknown (${notes})`,
  partial: (figure, present, all, unreported, silent) => {
    const reasons = [
      ...(unreported > 0 ? [`${unreported} without a report of that year`] : []),
      ...(silent > 0 ? [`${silent} without this figure`] : []),
    ];
    return `${nameOf(figure)} is a sum over ${present} of ${all} departments: ${reasons.join(', ')}`;
  },
  mixedFunds: (figure) => `${nameOf(figure)} is a sum over departments whose figures are not about the same fund`,
  residual: ({ figure, label, amount, gap, isMore }) =>
    `${nameOf(figure)}: ${label} ${amount}万元 is ${gap}万元 ${isMore ? 'more' : 'less'} than what is printed below it`,
  broken: ({ figure, label, amount, rule, difference }) =>
    `${nameOf(figure)}: ${label} ${amount}万元 takes part in an identity that does not hold, ${rule}, by ${difference}`,
  noted: (figure, note, source) => `${nameOf(figure)}: ${note} (${source})`,
  zeroDivisor: (figure, divisor, isRatio) =>
    `${nameOf(figure)}: ${divisor?.name ?? 'it'} is zero, ${isRatio ? 'a ratio to it' : 'a share of it'} is none`,
  zeroBaseline: (figure, baseline) => `${nameOf(figure)}: the baseline, ${baseline}, is zero, a rate on it is none`,
  zeroIndexBase: (figure) => `${nameOf(figure)}: the base of the index is zero, an index on it is none`,
  moreOfAverage: (average, count) => `${average}: ${count} more of its values have such a warning`,
  moreAtCells: (count) => `and ${count} more, each at its cell`,
};

const SUMS: SumWords = {
  addedYears: (years) => `figures of ${years.join(', ')} are added`,
  addedAccount: (change, code, from, to, notes) => {
    const said = notes.length === 0 ? '' : `: ${listNotes(notes)}`;
    return `${code}, ${from.year} and ${to.year} added${said}${CHANGES[change]}`;
  },
  addedBodies: ({ formerName, name, year }) =>
    `figures of ${formerName} and of ${name}, which it became in ${year}, are added`,
  partialSums: (sums, more) => `${sums.join('; ')}${moreOf(more)} — the others have no report of that year`,
  partialSum: (of, present, all, without) => {
    const name = typeof of === 'number' ? `${of}` : nameOf(of);
    const whose = without.length === 0 ? '' : ` (without ${nameFirst(without, without.length)})`;
    return `${name} is a sum over ${present} of ${all} departments${whose}`;
  },
  moreFigures: (count) => `, and ${count} more such figures`,
  more: (count) => `and ${count} more`,
};

export const ENGLISH: Words = { ...NAMES, ...REASONS, ...SUMS, steps: ENGLISH_STEPS };
