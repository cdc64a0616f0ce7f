import type { Side, Statement } from './closed-lists.js';
import { bareLabel } from './label.js';
import { rememberTexts } from './remember-texts.js';

/** Names of rows without a code that mean one account in every publisher's and year's spelling. */
const SYNONYMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:收入|支出)?总计$/, '总计'],
  [/^本年收入(?:合计|小计)?$/, '本年收入合计'],
  [/^本年支出(?:合计|小计)?$/, '本年支出合计'],
  [/^(?:用事业基金弥补收支差额|使用非财政拨款结余(?:\(含专用结余\))?)$/, '用事业基金弥补收支差额'],
  [/^年初(?:结转(?:和)?结余|结转)$/, '年初结转和结余'],
  [/^年末(?:结转(?:和)?结余|结转)$/, '年末结转和结余'],
  [/^年初财政拨款结转(?:和)?结余$/, '年初财政拨款结转和结余'],
  [/^年末财政拨款结转(?:和)?结余$/, '年末结转和结余'],
  [/^(?:三公经费|三公经费合计)$/, '三公经费'],
  [/^因公出国\(境\)(?:费用?|支出|费支出|费用支出)?$/, '因公出国(境)费'],
  [/^公务用车购置及运行(?:维护)?(?:费|支出|费支出|费用)?$/, '公务用车购置及运行费'],
  [/^公务用车购置(?:费|支出|费支出)?$/, '公务用车购置费'],
  [/^公务用车运行(?:维护)?(?:费|支出|费支出)?$/, '公务用车运行费'],
  [/^公务接待(?:费|支出|费支出)?$/, '公务接待费'],
  [/^(?:行政经费|机关运行经费|行政经费\(机关运行经费\)|机关运行\(行政\)经费)$/, '行政经费'],
];

/** The name under which a row without a code is known: blanks, width, numbering and known synonyms levelled. */
export const normaliseName = rememberTexts((label) => {
  const bare = bareLabel(label);
  return SYNONYMS.find(([pattern]) => pattern.test(bare))?.[1] ?? bare;
});

/** The key of an account without a code: statement, side and the path of normalised names, joined by a slash. */
export function pathKey(statement: Statement, side: Side | null, path: readonly string[]): string {
  return [statement, ...(side ? [side] : []), ...path].join('/');
}
