/**
 * Reads CSV as RFC 4180 says, for tests: records of fields, null for a field that is empty and not in quotes. Throws where a record does
 * not end in CRLF or a quote stands where none may.
 */
export function readCsv(csv: string): (string | null)[][] {
  const records: (string | null)[][] = [];
  let fields: (string | null)[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex;
    const match = field.exec(csv);
    if (!match) throw new Error(`expected a field, got ${JSON.stringify(csv.slice(at, at + 40))}`);
    const [, quoted, plain = '', end] = match;
    fields.push(quoted?.replaceAll('""', '"') ?? (plain === '' ? null : plain));
    if (end === ',') continue;
    records.push(fields);
    fields = [];
  }
  if (fields.length > 0) throw new Error('expected CRLF at the end, got a comma');
  return records;
}

/** What docs/exports.md says to do with text of a CSV. */
export function undoGuard(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}
