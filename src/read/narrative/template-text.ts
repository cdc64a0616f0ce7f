import type { Source } from '../../domain/report.js';
import { cutClauses } from './clauses.js';
import { printedBetween } from './flow-text.js';
import type { Paragraph } from './paragraphs.js';
import { BOTH_WAYS } from './vocabulary.js';

const UNIT = '(?:[千万亿]?元|%|年|月|日|个|辆|人|批|台|套|次|项|家)';
/** What a template leaves to be filled in: XX, ××, X万元, ___万元, ○○. */
export const PLACEHOLDER = new RegExp(
  `(?<![A-Za-z0-9])[XxＸ×╳]{2,}(?![A-Za-z0-9-])|(?<![A-Za-z0-9])[XxＸ×╳]${UNIT}|_{2,}|(?<![一二三四五六七八九十])[○〇]{2,}(?![一二三四五六七八九])|\\*{2,}${UNIT}`,
);

/** Where the narrative still shows what its template left to be filled in or chosen (XX万元, 增加（减少）): the clause. */
export function findTemplateText(paragraphs: readonly Paragraph[]): Source[] {
  return paragraphs.flatMap(({ flow, headings }) =>
    cutClauses(flow.text).flatMap((piece) => {
      if (piece.kind !== 'CLAUSE') return [];
      const match = PLACEHOLDER.exec(piece.text) ?? BOTH_WAYS.exec(piece.text);
      const line = match && flow.lines[piece.from + match.index];
      if (!line) return [];
      const to = piece.value?.to ?? piece.from + piece.text.length;
      const text = printedBetween(flow, piece.from, to);
      return [{ table: null, section: headings.at(-1) ?? null, line: line.number, page: line.page, text }];
    }),
  );
}
