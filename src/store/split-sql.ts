const TOKEN = /--[^\n]*|\/\*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(?:[A-Za-z_]\w*)?\$|;/g;

/**
 * The statements of an SQL file, comments between them left out. Semicolons in quotes, comments (nested ones too) and dollar quotes end
 * nothing. Not for files with E'…\'…' texts.
 * @throws Error where a comment or dollar quote does not end
 */
export function splitStatements(sql: string): string[] {
  const statements: string[] = [];
  let statement = '';
  let place = 0;
  for (TOKEN.lastIndex = 0; ;) {
    const match = TOKEN.exec(sql);
    statement += sql.slice(place, match?.index ?? sql.length);
    if (!match) break;
    const end = endOfToken(sql, match[0], match.index);
    const token = sql.slice(match.index, end);
    if (token === ';') {
      statements.push(statement);
      statement = '';
    } else statement += /^(?:--|\/\*)/.test(token) ? ' ' : token;
    place = TOKEN.lastIndex = end;
  }
  return [...statements, statement].map((text) => text.trim()).filter((text) => text !== '');
}

function endOfToken(sql: string, token: string, start: number): number {
  if (token === '/*') return endOfComment(sql, start);
  if (!token.startsWith('$')) return start + token.length;
  const end = sql.indexOf(token, start + token.length);
  if (end < 0) throw new Error(`expected the dollar quote ${token} to end, got the end of the file`);
  return end + token.length;
}

function endOfComment(sql: string, start: number): number {
  let depth = 0;
  for (let place = start; place < sql.length; place++) {
    const pair = sql.slice(place, place + 2);
    if (pair === '/*') depth++;
    else if (pair === '*/') depth--;
    else continue;
    place++;
    if (depth === 0) return place + 1;
  }
  throw new Error('expected the comment to end, got the end of the file');
}
