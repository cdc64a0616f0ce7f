import type { ReportHeading } from './report-heading.js';
import { bareLabel, squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { STATEMENT_DEFINITIONS } from '../domain/statement-definitions.js';
import { readFlatPage } from './flat-page.js';
import type { PageContext } from './grid-page.js';
import { readGridPage } from './grid-page.js';
import { namesAnother } from './foreign-titles.js';
import { readNumber } from './printed-number.js';
import type { PrintedRow, ReadPage } from './printed-row.js';
import type { TablePage } from './table-page.js';
import { readTurnedPage } from './turned-page.js';

/** A page read as one of a statement. */
export interface Recognised {
  readonly page: TablePage;
  readonly definition: StatementDefinition;
  readonly read: ReadPage;
}

/** What a page may be: by its title, or by its column heads where that is lost; none, one, or several between which heads can't choose. */
export function recognise(
  page: TablePage,
  { kind, year }: Pick<ReportHeading, 'kind' | 'year'>,
  previous: Recognised | null,
  known: ReadonlyMap<StatementDefinition, readonly Recognised[]>,
): readonly Recognised[] {
  const attempt = (definition: StatementDefinition, turned: boolean): Recognised | null => {
    const context = { pageIndex: known.get(definition)?.length ?? 0, year };
    const read = readPage(page, definition, context, turned);
    return read ? { page, definition, read } : null;
  };
  const readAll = (definitions: readonly StatementDefinition[], turned: boolean): Recognised[] =>
    definitions.map((definition) => attempt(definition, turned)).filter((found): found is Recognised => found !== null);
  const titled = page.titled.filter((definition) => definition.kind === kind);
  if (titled.length > 0) {
    const upright = readAll(titled, false).find((own) => fitsTitled(own.read) && !liesSideways(own));
    const turned = readAll(titled, true).find(({ read }) => fitsTurned(read));
    const found = upright && (!turned || upright.read.weight >= turned.read.weight) ? upright : turned;
    return found ? [found] : [];
  }
  if (page.medium === 'FLAT' || (previous && previous.page.part !== page.part)) return [];
  const before = previous?.definition ?? null;
  const candidates = STATEMENT_DEFINITIONS.filter(
    (definition) => definition.kind === kind && !namesAnother(page.heading, definition),
  );
  const upright = readAll(candidates, false).filter((found) => fitsUntitled(found, before) && !liesSideways(found));
  const fits =
    upright.length > 0
      ? upright
      : readAll(candidates, true).filter((found) => fitsTurned(found.read) && fitsUntitled(found, null));
  const best = Math.max(...fits.map(({ read }) => read.weight));
  const winners = fits.filter(({ read }) => read.weight === best);
  const goesOn = winners.find(({ definition }) => definition === before);
  return goesOn ? [goesOn] : winners;
}

function readPage(
  page: TablePage,
  definition: StatementDefinition,
  context: PageContext,
  turned: boolean,
): ReadPage | null {
  if (page.medium === 'FLAT') return turned ? null : readFlatPage(page.lines, definition, context.pageIndex);
  return (turned ? readTurnedPage : readGridPage)(page.lines, definition, context);
}

/** Rows of an upright table are accounts; named like its columns they are columns. */
function liesSideways({ definition, read: { rows } }: Recognised): boolean {
  const heads = Object.values(definition.columns).flatMap((columns) => columns.flatMap((own) => own.heads));
  const named = rows.filter(({ code, label }) => code === null && heads.some((head) => squeeze(label).endsWith(head)));
  return definition.shape === 'CODED' && named.length > 1 && named.length === rows.length;
}

/** A table on its side must have every head of its columns, two at least. */
function fitsTurned({ exactHeads, moneyColumns }: ReadPage): boolean {
  return moneyColumns > 1 && exactHeads === moneyColumns;
}

/** What the units spend basic expenditure on; the tables of projects have the same columns. */
const BASIC_MONEY = /^(?:工资福利支出|商品和服务支出|对个人和家庭的补助)(?:支出)?(?:合计)?$/;

const STATE_CAPITAL_CATEGORY = '223';
/** Statements of one fund, whose columns may be the same. */
const FUND_TABLES: readonly string[] = ['GENERAL_PUBLIC_EXPENDITURE', 'GOVERNMENT_FUND', 'STATE_CAPITAL'];

/** A head that says something of its own: a column without a place in the template may have it. */
const OWN_HEAD = /(?:人员|公用|日常)(?:经费|支出)$/;

/** Below a title half of the heads will do, or one where the others are lost and the columns are as many as the template's. */
function fitsTitled({ exactHeads, moneyColumns, sides }: ReadPage): boolean {
  const columns = sides.flatMap((side) => side.columns);
  const placed = columns.every(({ place, label }) => place !== null || OWN_HEAD.test(label));
  return exactHeads * 2 >= moneyColumns || (exactHeads > 0 && placed);
}

/** Without a title the heads must speak for themselves: all of them, in a table of that shape; less on a continued page. */
function fitsUntitled({ definition, read }: Recognised, previous: StatementDefinition | null): boolean {
  const { exactHeads, moneyColumns, rows } = read;
  const ofCapital = rows.some(({ code }) => code?.startsWith(STATE_CAPITAL_CATEGORY));
  if (
    FUND_TABLES.includes(definition.statement) &&
    ofCapital !== (definition.statement === 'STATE_CAPITAL') &&
    rows.some(({ code }) => code !== null)
  )
    return false;
  if (FUND_TABLES.includes(definition.statement) && definition !== previous && lacksColumns(definition, read))
    return false;
  if (definition.remark !== read.remark || moneyColumns === 0) return false;
  if (definition.shape === 'BY_UNIT' && !read.remark && !rows.some(({ label }) => BASIC_MONEY.test(squeeze(label))))
    return false;
  if (definition === previous && exactHeads * 2 >= moneyColumns) return true;
  if (exactHeads < moneyColumns || (moneyColumns < 2 && definition.classification !== 'ECONOMIC')) return false;
  const coded = rows.filter(({ code }) => code !== null).length;
  if (definition.shape === 'CODED' || definition.shape === 'LANES')
    return coded * 2 >= rows.length || (coded === 0 && isTotalAlone(read));
  return coded === 0 && fitsSides(definition, rows);
}

/** Whether a column that every publisher prints is not on the page. */
function lacksColumns({ columns }: StatementDefinition, { sides }: ReadPage): boolean {
  const found = new Set(sides.flatMap((side) => side.columns.map(({ definition }) => definition)));
  return Object.values(columns).some((own) => own.some((column) => !column.optional && !found.has(column)));
}

/** A table without accounts, 合计 alone: every head must stand below one that names the fund. */
function isTotalAlone({ rows, weight, moneyColumns }: ReadPage): boolean {
  const GROUPED = 3.5;
  return (
    weight >= GROUPED * moneyColumns && rows.length > 0 && rows.every(({ label }) => /^合计$/.test(squeeze(label)))
  );
}

const FUND_LINE = /^(?:一般公共预算|政府性基金|国有资本经营)/;
const SUM_LINE = /(?:合计|总计|小计)$|结转|结余|^本年(?:财政拨款)?(?:收入|支出)$/;

/** The two summaries differ in their revenue: that of the appropriation has lines of its funds only. */
function fitsSides({ shape, statement }: StatementDefinition, rows: readonly PrintedRow[]): boolean {
  if (shape !== 'SIDES') return true;
  const lines = rows
    .filter(({ sideIndex, label }) => sideIndex === 0 && label !== '')
    .map(({ label }) => bareLabel(label))
    .filter((label) => !SUM_LINE.test(label));
  const appropriation = lines.length > 0 && lines.every((label) => FUND_LINE.test(label));
  return appropriation === (statement === 'APPROPRIATION_SUMMARY');
}

/**
 * Of tables that differ in nothing but their amounts (basic and project expenditure by economic account) the one whose 合计 is
 * that of its part in the table of general public expenditure; undefined where none or several are.
 */
export function settleByTotals(
  candidates: readonly Recognised[],
  known: readonly Recognised[],
): Recognised | undefined {
  const general = known.filter(({ definition }) => definition.statement === 'GENERAL_PUBLIC_EXPENDITURE');
  const fits = candidates.filter((candidate) => {
    const part = Object.values(candidate.definition.columns).flat()[0]?.part ?? null;
    const total = totalOf(candidate.read, 0);
    const wanted = general.map(({ read }) =>
      totalOf(read, read.sides[0]?.columns.findIndex(({ definition }) => definition?.part === part) ?? -1),
    );
    return total !== null && wanted.includes(total);
  });
  return fits.length === 1 ? fits[0] : undefined;
}

/** The amount of the row 合计 in a column, as plain decimal text; null where there is none. */
function totalOf({ rows }: ReadPage, column: number): string | null {
  const cell = rows.find(({ code, label }) => code === null && squeeze(label) === '合计')?.cells[column];
  const number = readNumber(cell ?? '');
  return number.kind === 'VALUE' ? number.decimal : null;
}
