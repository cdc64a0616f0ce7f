const WHOLE = /^\d{3}(?:\d{2}){0,2}$/;
const PARTED = /^(\d{3})(?:[\s|\-/_·.]+(\d{1,2}))?(?:[\s|\-/_·.]+(\d{1,2}))?[\s|\-/_·]*$/;
const CUT = /^(?:\d[\s|]*){3,7}$/;

/**
 * The account code that a cell prints: 3, 5 or 7 digits, whole (`2010301`, `[20103]`), with blanks inside or in parts of which
 * the lower ones may lack their zero (`301|2` is 30102, `201-03-01`); null where it prints none.
 */
export function readCode(cell: string): string | null {
  const text = levelCode(cell);
  if (WHOLE.test(text)) return text;
  const parted = PARTED.exec(text);
  if (parted) return parted.slice(1).reduce((code: string, part?: string) => code + (part?.padStart(2, '0') ?? ''), '');
  const digits = CUT.test(text) ? text.replace(/\D/g, '') : '';
  return WHOLE.test(digits) ? digits : null;
}

/** Whether a cell may be one of the columns of 类, 款 and 项: a code, or the digits of one level. */
export function isCodePart(cell: string): boolean {
  const text = levelCode(cell).replace(/\s/g, '');
  return /^\d{1,3}$/.test(text) || WHOLE.test(text);
}

/**
 * The code that columns of 类, 款 and 项 print together. Each holds the digits of its level or a whole code; upper levels that
 * are left empty are those of `before`, the code of the row above. Null where they make none.
 */
export function joinCode(parts: readonly string[], before: string | null): string | null {
  const cells = parts.map((part) => levelCode(part).replace(/\s/g, ''));
  if (cells.some((cell) => cell !== '' && !/^\d+$/.test(cell))) return null;
  const first = cells.findIndex((cell) => cell !== '');
  const last = cells.findLastIndex((cell) => cell !== '');
  if (first < 0) return null;
  const deepest = cells[last] as string;
  if (deepest.length > 3 || (last === 0 && deepest.length === 3)) return WHOLE.test(deepest) ? deepest : null;
  const opening = first === 0 ? '' : (before ?? '').slice(0, lengthOf(first - 1));
  if (opening.length !== (first === 0 ? 0 : lengthOf(first - 1))) return null;
  const code = cells.slice(first, last + 1).reduce<string | null>((sofar, cell, at) => {
    const level = first + at;
    if (sofar === null || cell === '' || cell.length > (level === 0 ? 3 : 2)) return null;
    return sofar + cell.padStart(level === 0 ? 3 : 2, '0');
  }, opening);
  return code !== null && WHOLE.test(code) ? code : null;
}

/** Digits of a code down to a level: 类 is 0. */
function lengthOf(level: number): number {
  return 3 + 2 * level;
}

function levelCode(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[[\]()〔〕【】〈〉]/g, ' ')
    .trim();
}
