/** The cells of the table below a heading of a Markdown text; none where it is not there. */
export function tableBelow(document: string, heading: string): string[][] {
  const [, section = ''] = document.split(`\n### ${heading}\n`);
  const [, rows = ''] = /\n\|[- |]+\|\n((?:\|.*\|\n?)+)/.exec(section) ?? [];
  return rows
    .trim()
    .split('\n')
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}
