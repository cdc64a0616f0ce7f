/** Blocks of characters that take two columns: East Asian Width W and F. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;

/** Columns that a text takes on a terminal. What is of ambiguous width (“ ” … ·) counts as narrow. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The text with blanks after it, or before it, up to a width. */
export function padTo(text: string, width: number, align: 'LEFT' | 'RIGHT' = 'LEFT'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'LEFT' ? text + blanks : blanks + text;
}

/** The end of a text that is too wide, after `…`: of a path it says more than the beginning. */
export function keepEnd(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const kept: string[] = [];
  let left = width - 1;
  for (const character of [...text].reverse()) {
    left -= widthOfCharacter(character);
    if (left < 0) break;
    kept.unshift(character);
  }
  return width > 0 ? `…${kept.join('')}` : '';
}

/** A text cut into lines of at most a width (two columns or more): at blanks, else between characters, as Chinese is. */
export function wrapTo(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && widthOf(line) + widthOfCharacter(character) > width) {
      const blank = character === ' ' ? line.length : line.lastIndexOf(' ');
      lines.push(blank > 0 ? line.slice(0, blank) : line);
      line = blank > 0 ? line.slice(blank + 1) : '';
      if (character === ' ') continue;
    }
    line += character;
  }
  return [...lines, line];
}

/** What a document or a file name says, without characters that would steer the terminal. */
export function toPlain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
