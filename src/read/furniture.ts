import type { PrintedUnit } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';

/** Units of money as printed. */
export const UNIT_NAMES: Readonly<Record<string, PrintedUnit>> = {
  元: 'YUAN',
  人民币元: 'YUAN',
  千元: 'QIAN_YUAN',
  万元: 'WAN_YUAN',
  人民币万元: 'WAN_YUAN',
  亿元: 'YI_YUAN',
};
const UNIT = /(?:金额)?单位[:：]\(?(\p{Script=Han}{0,6}元)\)?/u;
const TABLE_NUMBER = /^(?:附?表\d{1,2}(?:-\d)?|(?:公开)?\d{1,2}表|财决(?:公开)?\d{1,2}表|(?:预算)?公开表?\d{1,2})$/;
/** What stands before the name of the body: `部门：`, `单位名称：`, `编制部门（盖章）：`. */
const BODY_MARK = /^(?:编制|预算|填报|公开|主管|填制|编报)?(?:部门|单位)(?:名称)?(?:\((?:公章|盖章)\))?[:：]/;
const BODY = new RegExp(`${BODY_MARK.source}([\\p{Script=Han}()（）·\\d]{4,60})`, 'u');

/** The unit that a line such as `单位：万元` states: UNKNOWN where it is another than ours, null where it states none. */
export function unitStated(squeezed: string): PrintedUnit | 'UNKNOWN' | null {
  const name = UNIT.exec(squeezed.replace(/\(人民币\)/g, ''))?.[1];
  return name === undefined ? null : (UNIT_NAMES[name] ?? 'UNKNOWN');
}

const UNIT_MARK =
  /\s*[(（]\s*(?:金额)?(?:单位\s*[:：]?)?\s*(?:人民币)?([千万亿]?元)\s*[)）]|[\s,，;；]*(?:金额)?单位\s*[:：]\s*([千万亿]?元)\s*$/;

/** A title or head without the unit that stands in or behind it: `决算数（万元）`, `收入决算表 单位：元`; '' where it is nothing else. */
export function withoutUnit(text: string): string {
  return text.replace(UNIT_MARK, '');
}

/** The unit in or behind a title or head; null where there is none. */
export function unitMarked(text: string): PrintedUnit | null {
  const match = UNIT_MARK.exec(text);
  return match ? (UNIT_NAMES[match[1] ?? match[2] ?? ''] ?? null) : null;
}

/** The body that a line such as `部门：…` or `单位名称: …` names; null where it names none. */
export function bodyStated(squeezed: string): string | null {
  const match = BODY.exec(squeezed.replace(UNIT, '').replace(/^金额单位.*/, ''));
  return match?.[1] ?? null;
}

/** The number of a table (`表 1`, `公开 01 表`) if the line is nothing else; null otherwise. */
export function tableNumber(line: string): string | null {
  const text = squeeze(line).replace(/^[-#*]+/, '');
  return TABLE_NUMBER.test(text) ? text : null;
}

/** Whether a line stands around tables only: a table's number, its unit, the name of the body, a page number. */
export function isFurniture(squeezed: string): boolean {
  return (
    tableNumber(squeezed) !== null ||
    (squeezed.length < 80 &&
      (unitStated(squeezed) !== null ||
        bodyStated(squeezed) !== null ||
        (BODY_MARK.test(squeezed) && !/^单位[:：]/.test(squeezed)))) ||
    /^-?\d{1,3}-?$/.test(squeezed) ||
    isPageNumber(squeezed)
  );
}

/** Whether a line is the number of a page, marked as one: `- 21 -`, `第 3 页 共 40 页`, `Page 3 of 40`. */
export function isPageNumber(squeezed: string): boolean {
  return /^(?:[-–—]\d{1,3}[-–—]|第\d{1,3}页(?:[,，]?共\d{1,3}页)?|page\d{1,3}(?:of\d{1,3})?)$/i.test(squeezed);
}

/** Whether a line is the document's title running along at the head or foot of its pages. */
export function isRunningTitle(squeezed: string): boolean {
  return /^(?=.*(?:19|20)\d{2}年)\p{Script=Han}?[\p{Script=Han}\d()（）]{4,58}(?:部门|单位)?(?:预算|决算)(?:公开)?(?:报告|说明|信息)?$/u.test(
    squeezed,
  );
}

/** Whether a line begins the notes under a table. */
export function isNote(squeezed: string): boolean {
  return /^(?:备?注|说明)[:：]/.test(squeezed);
}
