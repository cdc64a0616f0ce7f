import type { Side } from '../domain/closed-lists.js';
import { squeeze } from '../domain/label.js';
import type { StatementDefinition } from '../domain/statement-columns.js';
import type { Grid } from './grid.js';
import type { Role } from './grid-roles.js';

/** The columns of one side of a grid. */
export interface SideLayout {
  /** Place of the side among the statement's; of a block of lanes its rows say it. */
  readonly sideIndex: number;
  /** One column, or three of 类, 款 and 项. */
  readonly code: readonly number[];
  readonly label: number | null;
  readonly remark: number | null;
  readonly money: readonly number[];
}

/** Columns of each side (of each block of lanes), or null where the roles don't make the sides that the statement has. */
export function layOut(grid: Grid, roles: readonly Role[], definition: StatementDefinition): SideLayout[] | null {
  const names = Object.keys(definition.columns) as (Side | 'NONE')[];
  if (names.length === 1) return [layOutSide(roles, 0, roles.length)];
  if (definition.shape === 'LANES') return layOutLanes(roles);
  const begin = secondSide(grid, roles);
  if (begin === null) return null;
  const layouts = [layOutSide(roles, 0, begin), { ...layOutSide(roles, begin, roles.length), sideIndex: 1 }];
  return layouts.every(({ money }) => money.length > 0) ? layouts : null;
}

/** Blocks of code, name and one amount each, of whichever lane. */
function layOutLanes(roles: readonly Role[]): SideLayout[] | null {
  const starts = roles.flatMap((role, column) => {
    const before = roles.slice(0, column).findLast((own) => own !== 'NOTHING' && own !== 'ROW_NUMBER');
    const opens = role === 'CODE' || role === 'CODE_PART' || role === 'LABEL';
    return opens && (before === undefined || before === 'MONEY') ? [column] : [];
  });
  const blocks = starts.map((from, at) => layOutSide(roles, from, starts[at + 1] ?? roles.length));
  return blocks.length > 0 && blocks.every(({ money }) => money.length === 1) ? blocks : null;
}

/** Where the second side begins: at the second column of names, or of codes before it. */
function secondSide({ heads, width }: Grid, roles: readonly Role[]): number | null {
  for (const row of heads) {
    const starts = row.flatMap((cell, column) =>
      /^(?:项目|(?:经济分类)?科目编码|经济分类.*编码)$/.test(squeeze(cell)) ? [column] : [],
    );
    if (starts.length === 2) return starts[1] as number;
  }
  const firstMoney = roles.indexOf('MONEY');
  for (let column = firstMoney + 1; firstMoney >= 0 && column < width; column++)
    if (roles[column] === 'LABEL' || roles[column] === 'CODE') return column;
  return null;
}

function layOutSide(roles: readonly Role[], from: number, to: number): SideLayout {
  const at = (role: Role): number[] =>
    roles.flatMap((own, column) => (own === role && column >= from && column < to ? [column] : []));
  const labels = at('LABEL');
  const money = at('MONEY');
  const remark =
    at('REMARK')[0] ?? labels.find((column, index) => index > 0 && money.some((own) => own < column)) ?? null;
  return {
    sideIndex: 0,
    code: at('CODE_PART').length > 0 ? codeColumns(roles, from, to) : at('CODE').slice(0, 1),
    label: labels.find((column) => column !== remark) ?? null,
    remark,
    money,
  };
}

/** Columns of 类, 款 and 项, the first of which may look like one of whole codes. */
function codeColumns(roles: readonly Role[], from: number, to: number): number[] {
  return roles.flatMap((role, column) =>
    column >= from && column < to && (role === 'CODE' || role === 'CODE_PART') ? [column] : [],
  );
}
