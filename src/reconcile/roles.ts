import { normaliseName } from '../domain/account-path.js';
import { isNumbered, squeeze } from '../domain/label.js';
import type { LineItem } from '../domain/report.js';

/**
 * What a row of a two-sided summary is to the totals below it: a line of 本年合计, that total itself, what stands between it and
 * 总计, 总计, or a detail that is added to none of them. Of some only the sums can tell whether they are details.
 */
export type Role = 'LINE' | 'LINE_OR_DETAIL' | 'YEAR_TOTAL' | 'CARRIED' | 'CARRIED_OR_DETAIL' | 'TOTAL' | 'DETAIL';

const YEAR_TOTALS = [/^本年(?:收入|支出)合计$/, /^(?:收入|支出)合计$/];
/** What the expenditure is of where it is not told by 类; beside 类 the same money once more. */
const BY_NATURE = /^(?:基本支出|项目支出|(?:事业单位)?经营支出|上缴上级(?:支出)?|对附属单位补助(?:支出)?)$/;
const BELOW_NATURE = /^(?:人员(?:经费|支出)|(?:日常)?公用(?:经费|支出)|(?:基本|行政)建设类项目|行政事业类项目)$/;
const BALANCES =
  /^(?:(?:年初|年末|上年).*|结转下年|结余分配|用事业基金弥补收支差额|使用.*结余.*|对附属单位补助(?:支出)?|上缴上级(?:支出)?|上级补助收入|附属单位上缴收入|(?:事业单位)?经营支出)$/;
const OTHER_YEARS = /^(?:年初|年末|上年|结转|结余)/;
const PART_OF_BALANCE = /^(?:基本支出|项目支出|(?:事业单位)?经营).*结[转余]/;
const INNER_NUMBER = /^(?:\([一二三四五六七八九十]+\)|\d{1,2}[.、]|\(\d)/;

/** The roles of the rows of one side, in their printed order. */
export function rolesOfRows(rows: readonly LineItem[]): readonly Role[] {
  const names = rows.map(({ label }) => normaliseName(label));
  const year = YEAR_TOTALS.map((pattern) => names.findIndex((name) => pattern.test(name))).find((at) => at >= 0) ?? -1;
  const before = year < 0 ? rows : rows.slice(0, year);
  const roleOfOther = isHeading(rows[year], before) ? makeRoleBelow(rows[year] as LineItem) : makeRoleAround(before);
  return rows.map((row, at) => {
    const name = names[at] as string;
    if (at === year) return 'YEAR_TOTAL';
    if (name === '总计') return 'TOTAL';
    if (row.account.parentKey !== null && row.account.code === null) return 'DETAIL';
    if (/^其中/.test(squeeze(row.label))) return 'DETAIL';
    return roleOfOther(row, name, year >= 0 && at > year);
  });
}

/** Some templates print 本年收入 as the heading of its lines. */
function isHeading(year: LineItem | undefined, before: readonly LineItem[]): boolean {
  return (
    year !== undefined && before.length === 0 && (isNumbered(year.label) || !/[合小]计$/.test(squeeze(year.label)))
  );
}

type RoleOf = (row: LineItem, name: string, below: boolean) => Role;

/** Lines are numbered otherwise than their heading; after the next row like the heading, they are details of that. */
function makeRoleBelow(heading: LineItem): RoleOf {
  let carried = false;
  return (row, name) => {
    const line = isNumbered(row.label) !== isNumbered(heading.label) || isInner(row) || row.account.code !== null;
    if (!line || (OTHER_YEARS.test(name) && !isInner(row))) carried = true;
    return carried ? (line && isInner(row) ? 'DETAIL' : 'CARRIED') : 'LINE';
  };
}

function makeRoleAround(before: readonly LineItem[]): RoleOf {
  const [numbered, coded] = [before.some(({ label }) => isNumbered(label)), before.some(({ account }) => account.code)];
  return (row, name, below) => {
    if (below) {
      if (isInner(row)) return 'DETAIL';
      const known = BALANCES.test(name) || (isNumbered(row.label) && !PART_OF_BALANCE.test(name));
      return known ? 'CARRIED' : 'CARRIED_OR_DETAIL';
    }
    if (row.account.code !== null) return 'LINE';
    if (BELOW_NATURE.test(name) || (coded && BY_NATURE.test(name))) return 'DETAIL';
    if (isNumbered(row.label) || !(numbered || coded)) return 'LINE';
    return isInner(row) ? 'DETAIL' : 'LINE_OR_DETAIL';
  };
}

function isInner({ label }: LineItem): boolean {
  return INNER_NUMBER.test(squeeze(label));
}
