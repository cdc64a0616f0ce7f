import { squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import type { Grid } from './grid.js';
import { asInteger } from './grid.js';
import { isCodePart, readCode } from './printed-code.js';
import { looksLikeAmount, readNumber, readNumbers } from './printed-number.js';

/** What a column of a grid holds. */
export type Role = 'CODE' | 'CODE_PART' | 'LABEL' | 'ROW_NUMBER' | 'MONEY' | 'REMARK' | 'NOTHING';

const CODES = /编码|代码/;
const UNIT_CODES = /(?:单位|部门)(?:代码|编码)/;
const HAN = /\p{Script=Han}/u;

/** The role of each column: it follows from what stands in it, and from its head where it is empty. */
export function rolesOf({ width, heads, numbers, data }: Grid, definition: StatementDefinition): Role[] {
  const roles: Role[] = [];
  for (let column = 0; column < width; column++) {
    const filled = data.map((line) => line.cells?.[column] ?? '').filter((cell) => cell !== '');
    const own = heads.map((row) => squeeze(row[column] ?? '')).filter((head) => head !== '');
    const head = own.join('');
    const numbered = numbers[column] !== null;
    const coded = roles.at(-1) === 'CODE' || roles.at(-1) === 'CODE_PART';
    if (definition.classification && isPartColumn(filled, own, coded)) roles.push('CODE_PART');
    else roles.push(filled.length > 0 ? roleByContent(filled, head, numbered, definition) : roleByHead(head));
  }
  const lastLabel = roles.lastIndexOf('LABEL');
  const isCalledCode = (column: number): boolean => heads.some((row) => CODES.test(row[column] ?? ''));
  return roles.map((role, column) =>
    role === 'CODE' && column > lastLabel && lastLabel >= 0 && !isCalledCode(column) ? 'MONEY' : role,
  );
}

/** A column of 类, 款 or 项: so its head says, or it stands without a head beside a column of codes. */
function isPartColumn(filled: readonly string[], heads: readonly string[], besideCodes: boolean): boolean {
  const last = heads.at(-1);
  const said = last !== undefined && /^[类款项]$/.test(last);
  if (!said && !(besideCodes && last === undefined && filled.length > 0)) return false;
  return filled.every((cell) => isCodePart(cell) || HAN.test(cell)) && (said || filled.some(isCodePart));
}

function roleByContent(
  filled: readonly string[],
  head: string,
  numbered: boolean,
  definition: StatementDefinition,
): Role {
  if (UNIT_CODES.test(head)) return 'NOTHING';
  const share = (test: (cell: string) => boolean): number => filled.filter(test).length / filled.length;
  const codes = share((cell) => readCode(cell) !== null);
  if (codes > 0 && definition.classification && share(looksLikeAmount) === 0 && (codes >= 0.5 || CODES.test(head)))
    return 'CODE';
  const whole = share((cell) => asInteger(cell) !== null);
  if ((head.includes('行次') && whole > 0.6) || (whole === 1 && isCounting(filled))) return 'ROW_NUMBER';
  const numbers = share((cell) => readNumber(cell).kind === 'VALUE' || readNumbers(cell).length > 1);
  const dashes = share((cell) => readNumber(cell).kind === 'EMPTY');
  const names = share((cell) => HAN.test(cell) && !/\d[.,]\s*\d/.test(cell));
  if (numbers + dashes >= 0.6 || (numbered && names < 0.5)) return 'MONEY';
  if (/绩效目标|备注|说明/.test(head)) return 'REMARK';
  if (names > 0.3) return 'LABEL';
  return share((cell) => /\d/.test(cell)) > 0 ? 'MONEY' : 'NOTHING';
}

function roleByHead(head: string): Role {
  if (UNIT_CODES.test(head)) return 'NOTHING';
  if (/绩效目标|备注|说明/.test(head)) return 'REMARK';
  if (CODES.test(head)) return 'CODE';
  if (/行次/.test(head)) return 'ROW_NUMBER';
  if (/项目$|科目名称|支出项目类别|经济科目/.test(head)) return 'LABEL';
  return head === '' ? 'NOTHING' : 'MONEY';
}

function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => asInteger(cell) ?? -1);
  return (
    numbers.length > 1 && numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  );
}
