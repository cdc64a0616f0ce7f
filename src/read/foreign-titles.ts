import { squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';

/** Tables that are never a statement, whatever their columns. */
const NO_STATEMENT = /采购|购买服务|绩效|资产|债务|债券|转移支付|所属|对比|增减|变动|明细账/;
const TABLE_TITLE = /表(?:\([^()]{1,20}\))*$/;

/** Whether a line is called like a table: what stands below it belongs to none before. */
export function isTableTitle(line: string): boolean {
  return TABLE_TITLE.test(squeeze(line));
}

/**
 * Whether the line above a table is the title of another than this statement: it speaks of another fund or part than every title
 * of the statement, or of what no statement is about.
 */
export function namesAnother(heading: string | null, { titles }: StatementDefinition): boolean {
  const title = squeeze(heading ?? '');
  if (!TABLE_TITLE.test(title)) return false;
  return NO_STATEMENT.test(title) || !titles.some((own) => subjectOf(own) === subjectOf(title));
}

/** Whose money a title speaks of, and which part of it. */
function subjectOf(title: string): string {
  const funds = [/公共预算/, /基金/, /国有资本/].map((own) => own.test(title));
  const fund = funds.some(Boolean) ? funds.join() : /财政拨款/.test(title) ? 'APPROPRIATION' : '';
  const parts = [/基本支出/, /项目支出/, /三公/].map((part) => part.test(title));
  return [fund, ...parts].join();
}

/** The years that a title states, none of which is the report's; empty where it states none or the report's too. */
export function otherYears(title: string | null, year: number): readonly string[] {
  const years: readonly string[] = squeeze(title ?? '').match(/(?:19|20)\d{2}(?=年)/g) ?? [];
  return years.includes(String(year)) ? [] : years;
}
