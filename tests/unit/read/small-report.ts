import { loadReference } from '../../../src/app/load-reference.js';
import { digestOf, readPrintedLines } from '../../../src/app/read-document.js';
import { formatFen } from '../../../src/domain/money.js';
import type { Report } from '../../../src/domain/report.js';
import { splitText } from '../../../src/read/media/text-lines.js';

export const BODY = '广州市从化区政务服务数据管理局';
export const WAN = '单位：万元';

/** Rows of cells, `|` between two of them, as the tab-separated lines of a document. */
export function table(...rows: string[]): string {
  return rows.map((row) => row.replaceAll('|', '\t')).join('\n');
}

/** Final accounts of 2019 with these tables. */
export function finalAccounts(...tables: string[]): string {
  return [`2019年${BODY}部门决算`, `部门：${BODY}`, ...tables].join('\n\n');
}

/** A budget of 2023 with these tables. */
export function budget(...tables: string[]): string {
  return [`2023年${BODY}部门预算`, `单位名称：${BODY}`, ...tables].join('\n\n');
}

const GENERAL = '一般公共预算财政拨款支出决算表';
const GENERAL_HEADS = ['项目||本年支出合计|基本支出|项目支出', '功能分类科目编码|科目名称|||'];

/** 一般公共预算财政拨款支出决算表 with these rows: code, name, total, basic, project. */
export function general(...rows: string[]): string {
  return [GENERAL, WAN, table(...GENERAL_HEADS, '栏次||1|2|3', ...rows)].join('\n\n');
}

/** The same table with other rows of heads; 栏次 is one of them. */
export function generalUnder(heads: readonly string[], ...rows: string[]): string {
  return [GENERAL, WAN, table(...heads, ...rows)].join('\n\n');
}

/** The same table as running text, blanks between the columns. */
export function generalAsText(heads: string, ...rows: string[]): string {
  return [GENERAL, `部门：${BODY}  ${WAN}`, '项    目', heads, '科目编码', '科目名称', '栏次 1 2 3', ...rows].join(
    '\n\n',
  );
}

/** 三公 table of final accounts with one row of figures. */
export function threeExpenses(row: string, note: string, numbers = '1|2|3|4|5|6|7|8|9|10|11|12'): string {
  const half = '合计|因公出国(境)费|公务用车购置及运行费|||公务接待费';
  const inner = '||小计|公务用车购置费|公务用车运行费|';
  const rows = table('预算数||||||决算数|||||', `${half}|${half}`, `${inner}|${inner}`, numbers, row);
  return ['一般公共预算财政拨款“三公”经费支出决算表', WAN, rows, note].join('\n\n');
}

/** A table of a budget by unit; with goals it is the one of projects. */
export function byUnit(kind: 'BASIC' | 'PROJECT', ...rows: string[]): string {
  const title = kind === 'BASIC' ? '部门预算基本支出预算表' : '部门预算项目支出及其他支出预算表';
  const goal = kind === 'BASIC' ? '' : '|绩效目标';
  const outer = `支出项目类别（资金使用单位）|总计|财政拨款||||财政专户拨款|其他资金${goal}`;
  const inner = `||合计|一般公共预算|政府性基金预算|国有资本经营预算||${goal && '|'}`;
  return [title, WAN, table(outer, inner, ...rows)].join('\n\n');
}

export function read(text: string): Report {
  return readPrintedLines(splitText(text), digestOf(Buffer.from(text, 'utf8')), loadReference());
}

/** Figures in a line each: side, code or label, column, fund and part, amount in 万元. */
export function figures({ lineItems }: Report): string[] {
  return lineItems.map(({ side, account, label, column, fund, part, amount }) =>
    [
      ...(side ? [side] : []),
      account.code ?? label,
      `c${column}`,
      `${fund}.${part}`,
      formatFen(amount.fen, 'WAN_YUAN'),
    ].join(' '),
  );
}

/** Amounts of one row, by column. */
export function amountsOf({ lineItems }: Report, row: string): string[] {
  return lineItems
    .filter(({ label, account }) => label === row || account.code === row)
    .map(({ amount }) => formatFen(amount.fen, 'WAN_YUAN'));
}

export function messages({ issues }: Report): string[] {
  return issues.map(({ message }) => message);
}
