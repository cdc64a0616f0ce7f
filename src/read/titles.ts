import { squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import { STATEMENT_DEFINITIONS } from '../domain/statement-definitions.js';
import { withoutUnit } from './furniture.js';

interface TitleVariant {
  readonly title: string;
  readonly definition: StatementDefinition;
}

const VARIANTS: readonly TitleVariant[] = STATEMENT_DEFINITIONS.flatMap((definition) =>
  definition.titles.map((title) => ({ title, definition })),
).sort((a, b) => b.title.length - a.title.length);

/** What may stand before a table's name in its title: a year, a body, 部门, a number. */
const PREFIX =
  /^(?:(?:附?表|公开)?\d{0,3}表?[.:、]?|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)?(?:\d{4}年(?:度|初)?)?(?:[\p{Script=Han}()]{2,40}(?:局|委|办|厅|院|部|会|中心|办公室|委员会|政府|学校|大学|队|站|所|处|馆|社|协会|本级))?(?:\d{4}年(?:度)?)?(?:部门|单位)?$/u;
const SUFFIX = /(?:\((?:续|续表|按[^()]{2,20}|\d+)\)|续表?)+$/;
const SENTENCE = /[。;；,，]|情况说明|如下/;

/**
 * The templates whose title this line is, longest title first matched; empty if it is no title. A line of the contents looks
 * the same: only what follows it tells them apart.
 */
export function matchTitle(line: string): readonly StatementDefinition[] {
  const text = withoutUnit(squeeze(line).replace(/^[-·•*#]+|[《》]/g, ''));
  if (text.length < 4 || text.length > 80 || SENTENCE.test(text)) return [];
  for (const candidate of [text, text.replace(SUFFIX, '')]) {
    const found = VARIANTS.find(
      ({ title }) => candidate.endsWith(title) && isPrefix(candidate.slice(0, -title.length)),
    );
    if (found) return VARIANTS.filter(({ title }) => title === found.title).map(({ definition }) => definition);
  }
  return [];
}

function isPrefix(text: string): boolean {
  return text === '' || PREFIX.test(text);
}
