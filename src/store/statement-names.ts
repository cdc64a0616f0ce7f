import { createHash } from 'node:crypto';

/** Each connection keeps a plan for each name, some ten kilobytes at the server. */
const MOST_NAMED = 200;
/** How often a text is sent before it has a name: what few ask for in their own way stays without. */
const SENT_BEFORE = 2;
/** Texts without a name that are counted; where there are more, those that were not sent for longest are forgotten. */
const MOST_COUNTED = 1_000;

/**
 * Names for the statements that are sent again and again: under its name a connection parses and plans a statement once. The same text has
 * the same name in every process. Gives none to a text that is rarely sent, nor once there are `most`: what is named is never forgotten,
 * as the connections hold it.
 */
export function makeStatementNames(most = MOST_NAMED): (text: string) => string | undefined {
  const names = new Map<string, string>();
  const sent = new Map<string, number>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= most) return known;
    const before = sent.get(text) ?? 0;
    sent.delete(text);
    if (before >= SENT_BEFORE) {
      const name = nameStatement(text);
      names.set(text, name);
      return name;
    }
    sent.set(text, before + 1);
    const [oldest] = sent.keys();
    if (sent.size > MOST_COUNTED && oldest !== undefined) sent.delete(oldest);
    return undefined;
  };
}

/** Postgres cuts names at 63 bytes. */
function nameStatement(text: string): string {
  return `duizhao_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
}
