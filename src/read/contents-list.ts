import { rejoin } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import type { PrintedLine } from './printed-line.js';
import { matchTitle } from './titles.js';

/** How the document's list of contents (or first mention) numbers and calls a table. */
export interface ContentsEntry {
  readonly number: string;
  readonly title: string;
  readonly line: PrintedLine;
}

/** The numbered tables of the list of contents, by their templates. */
export function readContents(lines: readonly PrintedLine[]): ReadonlyMap<StatementDefinition, ContentsEntry> {
  const entries = new Map<StatementDefinition, ContentsEntry>();
  for (const line of lines) {
    const match = line.cells ? null : /^[\s#*-]*([一二三四五六七八九十]+)、(.+?)[\s.…·]*\d{0,3}\s*$/.exec(line.clean);
    for (const definition of match ? matchTitle(match[2] ?? '') : [])
      if (!entries.has(definition))
        entries.set(definition, { number: `${match?.[1]}、`, title: rejoin(match?.[2] ?? ''), line });
  }
  return entries;
}
