import { AppError } from '../domain/app-error.js';
import type { ReportKind } from '../domain/closed-lists.js';
import { rejoin, squeeze } from '../domain/label.js';
import { isDamagedCopy } from './body-names.js';
import { describeGuess } from './nearest-guess.js';
import { bodyStated, isFurniture } from './furniture.js';
import { looksLikeAmount } from './printed-number.js';
import type { PrintedLine } from './printed-line.js';

/** What a document says it is. */
export interface ReportHeading {
  readonly kind: ReportKind;
  readonly title: string;
  /** The department as the document names it. */
  readonly department: string;
  readonly year: number;
  /** DEPARTMENT, PROPER (本级) or UNIT:<name>. */
  readonly unitScope: string;
}

const OPENING_LINES = 12;
/** The last 预算 or 决算, before which nothing but the report's own words stand: a body may have either in its name. */
const KIND = /.*(?:部门|单位|年(?:度)?)?(预算|决算)/;
const YEAR = /((?:19|20)\d{2})年/;
const CHINESE_YEAR = /(二[〇○0零]{1}[一二][〇○零一二三四五六七八九])年/;
const DIGITS: Readonly<Record<string, string>> = {
  〇: '0', '○': '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9',
}; // prettier-ignore
const BODY =
  /^(?:附件\d*[:：]?)?(?:(?:19|20)\d{2}年度?)?(?:关于)?([\p{Script=Han}()（）·“”0-9]{3,60}?)(?:(?:19|20)\d{2}年度?)?(?:部门|单位)?(?:预算|决算)(?!.*(?:预算|决算))/u;
/** Lines above the first part: more than any menu has. */
const MENU_LINES = 300;
const WHOLE_TITLE =
  /^[#*]*(?!第)(?=.{0,60}(?:19|20)\d{2}年)[\p{Script=Han}()（）·“”0-9]{4,60}?(?:(?:19|20)\d{2}年度?)?(?:部门|单位)(?:预算|决算)(?:\((?:19|20)\d{2}年度?\)|公开|报告|说明|草案)?[*]*$/u;
const PLACE = /^[#*]*\p{Script=Han}{2,20}(?:省|市|县|区|州|盟|旗)[*]*$/u;
const ENDS_AS_BODY = /(?:局|委|办|厅|院|部|会|中心|室|政府|校|学|队|站|所|处|馆|社|级|公司|园|区|库|团)\)?$/;
/** Lines above a title that are none: a date, where it was published, whose it is. */
const DATE_LINE = /^(?:.{1,8}[:：]|(?:19|20)\d{2}年\d{1,2}月)/;
const HEADING =
  /^第[一二三四五六七八九十]部分(.{3,60}?)(?:(?:19|20)\d{2}年(?:度)?)?(?:部门|单位)?(?:预算|决算)(?:报?表|情况)/;

/**
 * Kind, year and department of a report, from its title, from the headings of its parts and from the 部门: lines above its
 * tables; what most of them say.
 * @throws AppError NOT_A_REPORT where no kind, year or department can be told
 */
export function readHeading(lines: readonly PrintedLine[]): ReportHeading {
  const texts = lines
    .filter(({ squeezed, cells }) => squeezed !== '' && !cells)
    .map(({ squeezed }) => squeezed.replace(/^[#*-]+/, ''));
  const headings = texts.filter((text) => HEADING.test(text));
  const title = titleAlone(lines, headings) ?? titleOf(lines);
  const squeezedTitle = squeeze(title ?? '');
  const kind = kindOf(squeezedTitle, headings, texts);
  const year = yearOf(squeezedTitle, headings, texts);
  const department = departmentOf(squeezedTitle, headings, lines);
  if (!kind || !year || !department)
    throw new AppError(
      'NOT_A_REPORT',
      `expected a departmental budget or final accounts with its year and department, got ${describe(texts)}${describeFound({ kind, year, department })}${describeGuess(lines)}`,
      {
        kind,
        year,
        department,
      },
    );
  return {
    kind,
    title:
      title ?? rejoin(headingTitle(headings) ?? `${department}${year}年部门${kind === 'BUDGET' ? '预算' : '决算'}`),
    department,
    year,
    unitScope: scopeOf(squeezedTitle, department),
  };
}

/**
 * A line that is a whole title with year and body, wherever it stands above the first part: a page of a web site shows its menus
 * before it, a workbook the names of its sheets. Menus name other reports too: titles that differ in year or kind are none, but
 * for those that the headings of the parts bear out. The line above belongs to it where it names the place.
 */
function titleAlone(lines: readonly PrintedLine[], headings: readonly string[]): string | null {
  const shown = lines.filter(({ squeezed }) => squeezed !== '');
  const end = shown.findIndex(({ squeezed, cells }) => /^第一部分/.test(squeezed) || cells?.some(looksLikeAmount));
  const above = shown.slice(0, Math.min(end < 0 ? MENU_LINES : end, MENU_LINES));
  const saying = (text: string): string => `${statedYear(text)} ${kindOf(text, [], [])}`;
  const parts = headings.filter((text) => YEAR.test(text)).map(saying);
  const titles = above.filter(({ squeezed }) => WHOLE_TITLE.test(squeezed) && bodyOf(squeezed) !== null);
  const said = new Set(titles.map(({ squeezed }) => saying(squeezed)));
  const [title] = said.size > 1 ? titles.filter(({ squeezed }) => parts.includes(saying(squeezed))) : titles;
  if (!title) return null;
  const before = above[above.indexOf(title) - 1];
  const place = before && PLACE.test(before.squeezed) && !title.squeezed.includes(before.squeezed) ? [before] : [];
  return rejoin([...place, title].map(({ text }) => text.replace(/^[\s#*]+/, '').trim()).join(' '));
}

/** The title as printed: the first lines that together name a year and 预算 or 决算. */
function titleOf(lines: readonly PrintedLine[]): string | null {
  const opening = lines.filter(({ squeezed }) => squeezed !== '').slice(0, OPENING_LINES);
  for (let from = 0; from < opening.length; from++) {
    if (/^(?:目录|第一部分)/.test(opening[from]?.squeezed ?? '')) return null;
    const first = opening[from]?.squeezed ?? '';
    if (DATE_LINE.test(first) || isFurniture(first)) continue;
    for (let to = from + 1; to <= Math.min(from + 3, opening.length); to++) {
      const part = opening.slice(from, to);
      const joined = part.map(({ squeezed }) => squeezed.replace(/^[#*]+/, '')).join('');
      if (joined.length > 90 || part.some(({ squeezed }) => /^(?:目录|第一部分)|。/.test(squeezed))) break;
      if ((YEAR.test(joined) || CHINESE_YEAR.test(joined)) && KIND.test(joined) && joined.length > 10)
        return rejoin(part.map(({ text }) => text.replace(/^[\s#*]+/, '').trim()).join(' '));
    }
  }
  return null;
}

function headingTitle(headings: readonly string[]): string | null {
  const heading = headings.find((text) => YEAR.test(text)) ?? headings[0];
  return heading ? heading.replace(/^第[一二三四五六七八九十]部分/, '') : null;
}

function kindOf(title: string, headings: readonly string[], texts: readonly string[]): ReportKind | null {
  for (const text of [title, ...headings]) {
    const word = /(?:部门|单位)(预算|决算)/.exec(text)?.[1] ?? KIND.exec(text)?.[1];
    if (word) return word === '预算' ? 'BUDGET' : 'FINAL_ACCOUNTS';
  }
  const count = (word: string): number => texts.filter((text) => text.includes(word)).length;
  const [accounts, budgets] = [count('决算表') + count('决算总表'), count('预算表') + count('总体情况表')];
  if (accounts === budgets) return null;
  return accounts > budgets ? 'FINAL_ACCOUNTS' : 'BUDGET';
}

function yearOf(title: string, headings: readonly string[], texts: readonly string[]): number | null {
  for (const text of [title, ...headings]) {
    const year = statedYear(text);
    if (year !== null) return year;
  }
  const votes = texts.flatMap((text) =>
    [...text.matchAll(/((?:19|20)\d{2})年度?(?:部门|单位)(?:预算|决算)/g)].map((match) => Number(match[1])),
  );
  return mostFrequent(votes);
}

/** The year that stands beside 预算 or 决算, not one of a date or of a body's name. */
function statedYear(text: string): number | null {
  const end = Math.max(text.lastIndexOf('预算'), text.lastIndexOf('决算'));
  const years = [...text.matchAll(/((?:19|20)\d{2})年(?!\d{1,2}月)/g)].filter(
    ({ index }) => end < 0 || index < end + 8,
  );
  const inDigits = years.at(-1)?.[1];
  if (inDigits) return Number(inDigits);
  const inWords = [...(CHINESE_YEAR.exec(text)?.[1] ?? '')].map((sign) => DIGITS[sign] ?? sign).join('');
  return inWords === '' ? null : Number(inWords);
}

function departmentOf(title: string, headings: readonly string[], lines: readonly PrintedLine[]): string | null {
  const stated = lines.flatMap(({ squeezed, cells }) => {
    const body = !cells && squeezed.length < 90 ? bodyStated(squeezed) : null;
    return body && ENDS_AS_BODY.test(body) ? [body] : [];
  });
  const titled = bodyOf(title);
  const usual = mostFrequent(stated);
  if (titled === null || usual === null)
    return usual ?? titled ?? headings.map((text) => named(HEADING.exec(text)?.[1])).find((body) => body) ?? null;
  const often = stated.length > 1;
  const same = titled.includes(usual) || usual.includes(titled) || (often && isDamagedCopy(titled, usual));
  return same ? usual : titled;
}

function bodyOf(title: string): string | null {
  return named(BODY.exec(title.replace(CHINESE_YEAR, ''))?.[1]);
}

/** What stands before 部门决算 may be no more than the year. */
function named(body: string | undefined): string | null {
  const own = body?.replace(/(?:19|20)\d{2}年度?/, '').replace(/^年?度?(?:部门|单位)?$/, '') ?? '';
  return body && own.length >= 3 ? body : null;
}

/** Whether a line is the title of another report than this: of another kind, year or body. */
export function isTitleOfAnother(line: string, { kind, year, department, title }: ReportHeading): boolean {
  if (squeeze(title).includes(line)) return false;
  const [otherKind, otherYear, body] = [kindOf(line, [], []), statedYear(line), bodyOf(line)];
  if ((otherKind !== null && otherKind !== kind) || (otherYear !== null && otherYear !== year)) return true;
  const own = squeeze(department);
  const same = (name: string): boolean => own.includes(name) || name.includes(own) || isDamagedCopy(name, own);
  return body !== null && ENDS_AS_BODY.test(body) && !same(body) && !squeeze(title).includes(body);
}

function scopeOf(title: string, department: string): string {
  if (
    /(?:\(?本级\)?|局机关|\(机关\))(?:(?:19|20)\d{2}年(?:度)?)?(?:部门|单位)(?:预算|决算)/.test(title) ||
    /本级\)?$/.test(department)
  )
    return 'PROPER';
  return /单位(?:预算|决算)/.test(title) ? `UNIT:${department}` : 'DEPARTMENT';
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best ? best[0] : null;
}

/** Which of the three could be told, where any could. */
function describeFound(found: Readonly<Record<'kind' | 'year' | 'department', string | number | null>>): string {
  if (Object.values(found).every((value) => value === null)) return '';
  return ` (${Object.entries(found)
    .map(([name, value]) => (value === null ? `no ${name}` : `${name} ${value}`))
    .join(', ')})`;
}

function describe(texts: readonly string[]): string {
  const first = texts.slice(0, 3).join(' / ');
  return first === '' ? 'an empty document' : `“${first.slice(0, 80)}”`;
}
