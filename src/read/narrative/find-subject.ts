import type { AccountRef } from '../../domain/account.js';
import type { MetricKey, ReportKind } from '../../domain/closed-lists.js';
import type { MarkedName, NamedAccounts } from './named-accounts.js';
import { findCoded, findMarked, findNamed, findRevenue } from './named-accounts.js';
import type { SubjectKind } from './subjects.js';
import { COUNT_SUBJECTS, MONEY_SUBJECTS } from './subjects.js';
import type { PrintedValue } from './values.js';
import type { NamedStage } from './vocabulary.js';
import { DEALINGS, PREFIXES, SUFFIXES, YEAR_PREFIX, YEAR_SUFFIX } from './vocabulary.js';

/** What numbers are about. */
export interface Subject {
  /** Without blanks and quotation marks. */
  readonly name: string;
  /** Places of the name in the clause's text. */
  readonly from: number;
  readonly to: number;
  readonly metrics: readonly (MetricKey | null)[];
  readonly account: AccountRef | null;
  readonly unit: 'MONEY' | 'COUNT';
  readonly asset: boolean;
  /** The year that stands before it. */
  readonly year: number | null;
  readonly path: readonly MarkedName[];
  /** Whether the name says little without that of the subject before it (累计 behind 出国团组). */
  readonly follows: boolean;
  /** Whether it is a fund's part of what its name says. */
  readonly narrowed: boolean;
}

/** What the words around a clause say. */
export interface SubjectContext {
  readonly kind: ReportKind;
  /** The department, without blanks and quotation marks. */
  readonly department: string;
  readonly accounts: NamedAccounts;
  /** Headings and leading subjects: whose money, which table. */
  readonly around: string;
  /** The subject before. */
  readonly before: Subject | null;
  /** Names with marks of levels above. */
  readonly path: readonly MarkedName[];
}

/** A subject, with the stage that stands between it and its number. */
export interface FoundSubject {
  /** Null where the text is nothing but a stage. */
  readonly subject: Subject | null;
  readonly stage: NamedStage | null;
  /** The year that the text names. */
  readonly year: number | null;
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly year: number | null;
  readonly stage: NamedStage | null;
}

const BODY = /^[\p{Script=Han}]{2,30}(?:局|委员会|委|办公室|办|厅|院|部|中心|会|学校|大学|馆|站|所|处|政府|队|社)$/u;
/** How many words may lead to a name, or from it to its number. */
const MOST_CUTS = 8;
const MARKED = /((?:[^()\d%、,]|\((?![类款项]\))[^()]*\))+)\((?:\d{3,7})?([类款项])\)/g;
const CODED =
  /^(?:[^()\d]|\([^()\d]*\)|\(\d{3,7}\))+\((\d{3}|\d{5}|\d{7})\)$|^(\d{3}|\d{5}|\d{7})-?[^()\d]+(?:\([^()\d]*\)[^()\d]*)*$/;

/** The subject that a text names and nothing besides, or the stage that it is; null where anything else is said. */
export function findSubject(text: string, context: SubjectContext): FoundSubject | null {
  const cuts = cutsOf(text, context.department);
  const marked = cuts.flatMap((cut) => {
    const subject = markedSubject(text.slice(cut.from, cut.to), cut, context);
    return subject ? [{ subject, stage: cut.stage, year: cut.year }] : [];
  });
  const best = marked.find(({ subject }) => subject.account !== null) ?? marked.at(-1);
  if (best) return best;
  for (const cut of cuts) {
    const name = text.slice(cut.from, cut.to);
    const subject = name === '' ? null : moneySubject(name, cut, context);
    if (subject && !isOwnDetail(text, subject)) return { subject, stage: cut.stage, year: cut.year };
  }
  const rest = cuts.find(({ from, to, stage }) => from === to && stage !== null);
  return rest ? { subject: null, stage: rest.stage, year: rest.year } : null;
}

/** The thing counted that a text ends with. */
export function findCounted(text: string, value: PrintedValue, context: SubjectContext): Subject | null {
  for (const cut of cutsOf(text, context.department)) {
    const name = text.slice(cut.from, cut.to);
    for (const kind of COUNT_SUBJECTS) {
      const match = kind.units?.includes(value.unit) ? kind.pattern.exec(name) : null;
      if (!match || !fits(kind, context) || (kind.asset && DEALINGS.test(name.slice(0, match.index)))) continue;
      const from = cut.from + match.index;
      const follows = kind.after !== undefined && match[0].length < 3;
      const year = /.*((?:19|20)\d{2})年/.exec(text.slice(0, from))?.[1];
      const own = build(text.slice(from, cut.to), { ...cut, from, year: year ? Number(year) : cut.year }, kind, null);
      return { ...own, follows };
    }
  }
  return null;
}

/** A detail that has the name of its whole (其他收入…，包括其他收入…). */
function isOwnDetail(text: string, { account }: Subject): boolean {
  return /^(?:主要)?包括/.test(text) && account?.classification === 'REVENUE' && account.parentKey === null;
}

function moneySubject(name: string, cut: Cut, context: SubjectContext): Subject | null {
  const { around, accounts } = context;
  const kind = MONEY_SUBJECTS.find((own) => own.pattern.test(name) && fits(own, context, name));
  if (kind) {
    const find = kind.metrics[0] === null ? findNamed : findRevenue;
    const narrowed = kind.narrowedBy?.test(around) ?? false;
    const account = kind.ownAccount === false ? null : find(accounts, name, around);
    const own = build(name, cut, narrowed ? { ...kind, metrics: [null] } : kind, account);
    return { ...own, narrowed: narrowed || kind.after !== undefined };
  }
  const coded = CODED.exec(name);
  if (coded) {
    const code = coded[1] ?? coded[2] ?? '';
    return build(name, cut, null, findCoded(accounts, code));
  }
  const account = findNamed(accounts, name, around);
  return account ? build(name, cut, null, account) : null;
}

function fits(kind: SubjectKind, { around, before, kind: report }: SubjectContext, name = ''): boolean {
  if (kind.budgetOnly && report !== 'BUDGET') return false;
  if (kind.after && !(before && kind.after.test(before.name))) return false;
  return (kind.within?.test(`${around} ${name}`) ?? true) && !kind.notWithin?.test(around);
}

function markedSubject(name: string, cut: Cut, context: SubjectContext): Subject | null {
  const bare = name.replace(/\)(?:支出|收入)$/, ')');
  if (!/[类款项]\)$/.test(bare)) return null;
  const path = [...bare.matchAll(MARKED)].map(([, own = '', mark]): MarkedName => ({ name: own, mark: mark as '类' }));
  if (path.length === 0 || bare.replace(MARKED, '') !== '') return null;
  const first = path[0] as MarkedName;
  const order = '类款项';
  if (path.some(({ mark }, at) => at > 0 && order.indexOf(mark) <= order.indexOf(path[at - 1]?.mark ?? '类')))
    return null;
  const above = context.path.filter(({ mark }) => order.indexOf(mark) < order.indexOf(first.mark));
  const whole = [...above, ...path];
  return { ...build(bare, cut, null, findMarked(context.accounts, whole)), path: whole };
}

function build(name: string, cut: Cut, kind: SubjectKind | null, account: AccountRef | null): Subject {
  return {
    name,
    from: cut.from,
    to: cut.from + name.length,
    metrics: kind?.metrics ?? [null],
    account,
    unit: kind?.unit ?? 'MONEY',
    asset: kind?.asset ?? false,
    year: cut.year,
    path: [],
    follows: false,
    narrowed: false,
  };
}

/** The ways to leave out what leads to a name and what leads from it to its number, the shortest first. */
function cutsOf(text: string, department: string): Cut[] {
  const starts: { from: number; year: number | null }[] = [{ from: 0, year: null }];
  for (let last = starts[0]; last && last.from < text.length;) {
    const rest = text.slice(last.from);
    const year = YEAR_PREFIX.exec(rest);
    const length = year?.[0].length ?? PREFIXES.exec(rest)?.[0].length ?? bodyLength(rest, department);
    if (length === 0) break;
    last = { from: last.from + length, year: year ? Number(year[1]) : last.year };
    starts.push(last);
  }
  return endsOf(text).flatMap((end) =>
    starts.filter(({ from }) => from <= end.to).map((start) => ({ ...start, ...end, year: start.year ?? end.year })),
  );
}

type End = Pick<Cut, 'to' | 'stage' | 'year'>;

function endsOf(text: string): End[] {
  const ends: End[] = [{ to: text.length, stage: null, year: null }];
  const add = (to: number, end: Partial<End>, own: End): void => {
    if (to < own.to && !ends.some((known) => known.to === to)) ends.push({ ...own, ...end, to });
  };
  for (let at = 0; at < ends.length && at < MOST_CUTS; at++) {
    const own = ends[at] as End;
    const rest = text.slice(0, own.to);
    const year = YEAR_SUFFIX.exec(rest);
    if (year) add(year.index, { year: Number(year[1]) }, own);
    for (const [pattern, named] of SUFFIXES) {
      const match = pattern.exec(rest);
      const stage = own.stage === null || own.stage === 'BUDGET' ? (named ?? own.stage) : own.stage;
      if (match) add(match.index, { stage }, own);
    }
  }
  return ends;
}

/** How long the name of the department, or a shorter form of it, is at the beginning of a text. */
function bodyLength(text: string, department: string): number {
  if (text.startsWith(department)) return department.length;
  for (let length = 30; length >= 3; length--) {
    const name = text.slice(0, length);
    if (BODY.test(name) && isShortForm(name, department)) return length;
  }
  return 0;
}

const OTHER_BODY =
  /^(?:其中)?(\p{Script=Han}{2,30}?(?:局|委员会|委|办公室|办|厅|院|中心|会|学校|大学|馆|站|所|处|队))(?:\(?本级\)?)?(?=(?:19|20)\d{2}年|本年|收[、入]|总[收支]|财政拨款|一般公共|机关运行|政府采购|三公)/u;

/** Whether a text speaks of another body than the department, such as one of its units. */
export function namesOtherBody(text: string, department: string): boolean {
  const body = OTHER_BODY.exec(text)?.[1];
  return body !== undefined && !PREFIXES.test(body) && !isShortForm(body, department);
}

/** Whether a name has the characters of another in their order, its end included. */
function isShortForm(name: string, whole: string): boolean {
  if (name.at(-1) !== whole.at(-1)) return false;
  let at = 0;
  for (const sign of whole) if (sign === name[at]) at++;
  return at === name.length;
}
