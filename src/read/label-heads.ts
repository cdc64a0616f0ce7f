import { rejoin, squeeze } from '../domain/label.js';
import { rememberTexts } from '../domain/remember-texts.js';
import type { ColumnDefinition } from '../domain/statement-columns.js';

/** The heads above one money column, from top to bottom, as printed. */
export type HeadStack = readonly string[];

const NAME_HEADS = /^(?:项目|科目|功能|经济|支出项目类别)|分类科目/;
/** A head over several columns that is the publisher's own, not a damaged one of the template. */
const OWN_GROUP = /^(?:(?:19|20)\d{2}年|本年|当年)\p{Script=Han}{2,}/u;

/** A head without the report's year before it: `2023年预算数` is 预算数. */
export const plainHead = rememberTexts((head) => squeeze(head).replace(/^(?:19|20)\d{2}年度?(?=\p{Script=Han})/u, ''));

/** A column's head as it is printed, beside those of its group, and its own alone. */
export function labelHeads(
  stack: HeadStack,
  definition: ColumnDefinition | undefined,
  all: readonly ColumnDefinition[],
): { label: string; leafHead: string } {
  const printed = stack.map((head) => rejoin(head).replace(/\s+/g, '')).filter((head) => head !== '');
  if (!definition) return { label: printed.join(' '), leafHead: printed.at(-1) ?? '' };
  for (let to = printed.length; to > 0; to--) {
    for (let from = 0; from < to; from++) {
      const leaf = printed.slice(from, to).join('');
      if (!definition.heads.includes(plainHead(leaf))) continue;
      const groups = groupLabels(printed.slice(0, from), definition, all);
      const rest = printed.slice(to).filter((head) => /^(?:小计|合计|金额)$/.test(squeeze(head)));
      return { label: [...groups, leaf, ...rest].join(' '), leafHead: leaf };
    }
  }
  const leaf = definition.heads[0] as string;
  return { label: [...groupLabels([], definition, all), leaf].join(' '), leafHead: leaf };
}

/**
 * The heads that span the column: as printed where they are those of the template, else the template's. Where the template
 * has none, a head above is kept unless it belongs to the columns of names or to those of a neighbour.
 */
function groupLabels(
  above: readonly string[],
  definition: ColumnDefinition,
  all: readonly ColumnDefinition[],
): readonly string[] {
  if (definition.groups.length === 0)
    return above.filter((head) => {
      const text = squeeze(head);
      const another = all.some(({ heads, groups }) => [...heads, ...groups].some((other) => other.startsWith(text)));
      return !NAME_HEADS.test(text) && !another;
    });
  const wanted = definition.groups.map((group) => group.split(' '));
  const seen = wanted.find(
    (parts) => parts.length === above.length && parts.every((p, i) => p === squeeze(above[i] ?? '')),
  );
  if (seen) return above;
  const own = above.filter((head) => OWN_GROUP.test(squeeze(head)));
  return own.length > 0 ? own : (wanted[0] as string[]);
}
