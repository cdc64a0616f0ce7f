import type { FactReport, FactRow, FactSide, FactStatement } from './published-facts.js';
import type { Block, Cell, PrintedDocument } from './printed-document.js';
import { table, text } from './printed-document.js';
import { titleOf } from './titles.js';

/** How a clerk lays the statements of a report out. */
export interface Style {
  readonly body: string;
  /** One column of codes, three of 类, 款 and 项 (whole codes, two digits each, or as few as they need), or before the name. */
  readonly codes: 'ONE' | 'PARTS' | 'SHORT_PARTS' | 'WHOLE_PARTS' | 'BRACKETS' | 'BARS' | 'SPACED' | 'DASHED';
  readonly columnNumbers: boolean;
  readonly rowNumbers: boolean;
  readonly merged: boolean;
  readonly title: 'ABOVE' | 'BELOW_HEADER' | 'IN_TABLE' | 'LOST';
  readonly tableNumbers: boolean;
  readonly unit: '元' | '千元' | '万元' | '亿元';
  readonly unitAt: 'LINE' | 'TITLE' | 'HEAD' | 'ROW' | 'BODY_LINE' | 'NOWHERE';
  readonly three: 'BLOCKS' | 'ALTERNATING' | 'ROWS';
  readonly lanes: 'TWO' | 'THREE' | 'ONE';
  readonly transposed: readonly string[];
  readonly order: 'AS_USUAL' | 'REVERSED';
  readonly rowsPerPage: number | null;
  readonly repeatTotal: boolean;
  readonly amount: (hundredths: bigint, decimals: number) => string;
  /** What stands where the amount is zero, '' and dashes included. */
  readonly zero: string | null;
  readonly name: (label: string) => string;
  readonly note: boolean;
}

export const USUAL: Style = {
  body: '浙江省杭州市西湖区教育局',
  codes: 'ONE',
  columnNumbers: true,
  rowNumbers: true,
  merged: true,
  title: 'ABOVE',
  tableNumbers: true,
  unit: '万元',
  unitAt: 'LINE',
  three: 'BLOCKS',
  lanes: 'TWO',
  transposed: [],
  order: 'AS_USUAL',
  rowsPerPage: null,
  repeatTotal: false,
  amount: (hundredths, decimals) => plainAmount(hundredths, decimals),
  zero: null,
  name: (label) => label,
  note: true,
};

/** Decimal text of a whole number of units 10^-decimals. */
export function plainAmount(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${scaled < 0n ? '-' : ''}${decimals === 0 ? digits : `${whole}.${digits.slice(-decimals)}`}`;
}

const FACTORS: Record<Style['unit'], readonly [scale: bigint, decimals: number]> = {
  元: [10_000n, 2],
  千元: [10n, 2],
  万元: [1n, 2],
  亿元: [1n, 6],
};

/** The report as a document in that style. */
export function layOutReport(report: FactReport, style: Style): PrintedDocument {
  const word = report.kind === 'BUDGET' ? '预算' : '决算';
  const statements = style.order === 'REVERSED' ? [...report.statements].reverse() : report.statements;
  return [
    text(`${style.body}${report.year}年部门${word}`),
    text('第一部分 部门概况'),
    text('一、主要职能'),
    text('贯彻执行有关法律法规。'),
    text(`第二部分 ${report.year}年部门${word}表`),
    ...statements.flatMap((statement, index) => layOutStatement(report, statement, index + 1, style)),
    text(`第三部分 ${report.year}年部门${word}情况说明`),
    text('详见上表。'),
  ];
}

function layOutStatement(report: FactReport, statement: FactStatement, number: number, style: Style): Block[] {
  const title = titleOf(report.kind, statement.statement);
  const unit = `单位：${style.unit}`;
  const { heads, rows } = gridOf(report, statement, style);
  const width = rows[0]?.reduce((sum, { columns = 1 }) => sum + columns, 0) ?? 0;
  const above = [
    ...(style.tableNumbers ? [text(`表${number}`)] : []),
    ...(style.title === 'BELOW_HEADER' ? [text(`${style.body}${report.year}年部门${report.kind === 'BUDGET' ? '预算' : '决算'}`)] : []),
    ...(style.title === 'LOST' || style.title === 'IN_TABLE' ? [] : [text(style.unitAt === 'TITLE' ? `${title}（${unit}）` : title)]),
    ...(style.unitAt === 'LINE' ? [text(`部门：${style.body}`), text(unit)] : []),
    ...(style.unitAt === 'BODY_LINE' ? [text(`部门：${style.body}      金额${unit}`)] : []),
  ]; // prettier-ignore
  const top: Cell[][] = [
    ...(style.title === 'IN_TABLE' ? [[{ text: title, columns: width }]] : []),
    ...(style.unitAt === 'ROW' ? [pad([{ text: `部门：${style.body}` }, { text: unit }], width)] : []),
  ];
  const headRows = style.unitAt === 'HEAD' ? markUnit(heads, style.unit) : heads;
  const pages = style.rowsPerPage === null ? [rows] : cut(rows, style.rowsPerPage);
  const repeated = style.repeatTotal && pages.length > 1 ? rows.slice(0, 1) : [];
  const plain = (cells: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
    style.merged ? cells : unmerge(cells, width);
  return [
    ...pages.flatMap((page, at) => [
      ...(at === 0 || style.title !== 'LOST' ? above : []),
      table(plain([...top, ...headRows, ...(at > 0 ? repeated : []), ...page])),
      { kind: 'PAGE_BREAK' as const },
    ]),
    ...(style.note ? [text(noteOf(statement))] : []),
  ];
}

function noteOf({ statement }: FactStatement): string {
  return statement === 'THREE_OFFICIAL_EXPENSES'
    ? '注：预算数为“三公”经费年初预算数，决算数是实际支出。'
    : '注：本表金额转换时可能存在尾差。';
}

function gridOf(
  { kind }: FactReport,
  { statement, sides }: FactStatement,
  style: Style,
): { heads: Cell[][]; rows: Cell[][] } {
  const [only, other] = sides as [FactSide, FactSide?];
  const codes = codeKind(statement);
  if (!other && statement === 'THREE_OFFICIAL_EXPENSES' && kind === 'FINAL_ACCOUNTS') return threeGrid(only, style);
  if (style.transposed.includes(statement) && !other) return transposedGrid(only, style);
  if (!other) {
    const names = codes ? codeHeads(codes, style) : [['支出项目类别（资金使用单位）']];
    const columns = codes || statement.endsWith('BY_UNIT') ? names : [['项目']];
    const heads = headRows([...columns, ...only.heads]);
    const numbers = style.columnNumbers ? [numbering(columns.length, only.heads.length)] : [];
    return { heads: [...heads, ...numbers], rows: only.rows.map((row) => rowCells(row, codes, style)) };
  }
  if (statement === 'GENERAL_PUBLIC_BASIC_EXPENDITURE') return laneGrid([only, other], style);
  return sidesGrid([only, other], style);
}

function sidesGrid(sides: readonly FactSide[], style: Style): { heads: Cell[][]; rows: Cell[][] } {
  const titles: Record<string, string> = { REVENUE: '收入', EXPENDITURE: '支出' };
  const middle = style.rowNumbers ? [['行次']] : [];
  const stacks = sides.flatMap(({ side, heads }) =>
    [['项目'], ...middle, ...heads].map((stack) => [titles[side] ?? side, ...stack]),
  );
  const numbers = style.columnNumbers
    ? [
        sides.flatMap(({ heads }, at) => [
          { text: '栏次' },
          ...middle.map(() => ({ text: '' })),
          ...heads.map((_, index) => ({ text: String(index + 1 + (at === 0 ? 0 : (sides[0]?.heads.length ?? 0))) })),
        ]),
      ]
    : [];
  const length = Math.max(...sides.flatMap(({ places }) => places)) + 1;
  const rows = Array.from({ length }, (_, place) =>
    sides.flatMap(({ rows: own, places, heads }, side): Cell[] => {
      const row = own[places.indexOf(place)];
      const number = style.rowNumbers ? [{ text: String(place + 1 + side * length) }] : [];
      const amounts = row ? row.amounts.map((amount) => ({ text: print(amount, style) })) : heads.map(() => ({ text: '' }));
      return [{ text: row ? style.name(row.label) : '' }, ...number, ...amounts];
    }),
  ); // prettier-ignore
  return { heads: [...headRows(stacks), ...numbers], rows };
}

/** 人员经费 beside 公用经费; THREE: the second lane in two blocks; ONE: a lane below the other. */
function laneGrid(sides: readonly FactSide[], style: Style): { heads: Cell[][]; rows: Cell[][] } {
  const titles: Record<string, string> = { PERSONNEL: '人员经费', OPERATING: '公用经费' };
  const [personnel, operating] = sides as [FactSide, FactSide];
  const names = codeHeads('ECONOMIC', style);
  const stacks = (side: FactSide): string[][] =>
    [...names, ...side.heads].map((stack) => [titles[side.side] ?? '', ...stack]);
  const empty: Cell[] = [...names, ['']].map(() => ({ text: '' }));
  const cells = (row: FactRow | undefined): Cell[] => (row ? rowCells(row, 'ECONOMIC', style) : empty);
  if (style.lanes === 'ONE') {
    const rows = sides.flatMap(({ rows: own }) => own.map(cells));
    return { heads: headRows([...names, ['金额']]), rows };
  }
  const split = (own: readonly FactRow[]): [FactRow[], FactRow | undefined] => [own.slice(0, -1), own.at(-1)];
  const [left, leftTotal] = split(personnel.rows);
  const [right, rightTotal] = split(operating.rows);
  const half = style.lanes === 'THREE' ? Math.ceil(right.length / 2) : right.length;
  const blocks = style.lanes === 'THREE' ? [left, right.slice(0, half), right.slice(half)] : [left, right];
  const length = Math.max(...blocks.map((own) => own.length));
  const rows = Array.from({ length }, (_, at) => blocks.flatMap((own) => cells(own[at])));
  const totals = blocks.flatMap((_, at) =>
    cells(at === 0 ? leftTotal : at === blocks.length - 1 ? rightTotal : undefined),
  );
  const allHeads = blocks.flatMap((_, at) => stacks(at === 0 ? personnel : operating));
  return { heads: headRows(allHeads), rows: [...rows, totals] };
}

function threeGrid(side: FactSide, style: Style): { heads: Cell[][]; rows: Cell[][] } {
  const amounts = (side.rows[0]?.amounts ?? []).map((amount) => ({ text: print(amount, style) }));
  if (style.three === 'BLOCKS')
    return { heads: [...headRows(side.heads), ...(style.columnNumbers ? [numbering(0, 12)] : [])], rows: [amounts] };
  const half = side.heads.slice(0, 6).map((stack) => stack.slice(1));
  if (style.three === 'ALTERNATING') {
    const stacks = half.flatMap((stack) => [[...stack, '预算数'], [...stack, '决算数']]);
    return { heads: headRows(stacks), rows: [half.flatMap((_, at) => [amounts[at], amounts[at + 6]] as Cell[])] };
  }
  const labels = ['合计', '1. 因公出国（境）费', '2. 公务用车购置及运行费', '（1）公务用车购置费', '（2）公务用车运行费', '3. 公务接待费'];
  return {
    heads: [['项目', '预算数', '决算数'].map((head) => ({ text: head }))],
    rows: labels.map((label, at) => [{ text: label }, amounts[at], amounts[at + 6]] as Cell[]),
  };
} // prettier-ignore

/** Accounts as columns, the money columns as rows. */
function transposedGrid(side: FactSide, style: Style): { heads: Cell[][]; rows: Cell[][] } {
  const code = side.rows.some((row) => row.code !== null);
  return {
    heads: [
      ...(code ? [[{ text: '科目编码' }, ...side.rows.map((row) => ({ text: row.code ?? '' }))]] : []),
      [{ text: '科目名称' }, ...side.rows.map(({ label }) => ({ text: label }))],
    ],
    rows: side.heads.map((stack, at) => [
      { text: stack.join('') },
      ...side.rows.map(({ amounts }) => ({ text: print(amounts[at] ?? null, style) })),
    ]),
  };
}

function rowCells(row: FactRow, codes: 'FUNCTIONAL' | 'ECONOMIC' | null, style: Style): Cell[] {
  const amounts = row.amounts.map((amount) => ({ text: print(amount, style) }));
  return [...nameCells(row, codes, style), ...amounts];
}

function nameCells({ code, label }: FactRow, codes: 'FUNCTIONAL' | 'ECONOMIC' | null, style: Style): Cell[] {
  const name = style.name(label);
  if (!codes) return [{ text: name }];
  const parts = code ? [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)].filter((part) => part !== '') : [];
  const levels = codes === 'ECONOMIC' ? 2 : 3;
  const inColumns = (cells: readonly string[]): Cell[] => [
    ...Array.from({ length: levels }, (_, at) => ({ text: cells[at] ?? '' })),
    { text: name },
  ];
  if (style.codes === 'BRACKETS') return [{ text: code ? `[${code}]${name}` : name }];
  if (style.codes === 'PARTS') return inColumns(parts);
  if (style.codes === 'SHORT_PARTS') return inColumns(parts.map((part) => part.replace(/^0/, '')));
  if (style.codes === 'WHOLE_PARTS')
    return inColumns(parts.map((_, at) => (at === parts.length - 1 ? (code ?? '') : '')));
  const joint = { ONE: '', BARS: '|', SPACED: ' ', DASHED: '-' }[style.codes];
  return [{ text: parts.join(joint) }, { text: name }];
}

function codeHeads(codes: 'FUNCTIONAL' | 'ECONOMIC', style: Style): string[][] {
  const word = codes === 'ECONOMIC' ? '经济分类科目编码' : '功能分类科目编码';
  if (style.codes === 'BRACKETS') return [[codes === 'ECONOMIC' ? '部门预算支出经济科目' : '支出功能分类科目']];
  const levels = codes === 'ECONOMIC' ? ['类', '款'] : ['类', '款', '项'];
  if (style.codes.endsWith('PARTS')) return [...levels.map((level) => ['项目', word, level]), ['项目', '科目名称']];
  return [['项目', word], ['项目', '科目名称']];
} // prettier-ignore

function codeKind(statement: string): 'FUNCTIONAL' | 'ECONOMIC' | null {
  if (/^(?:REVENUE|EXPENDITURE|GENERAL_PUBLIC_EXPENDITURE|GOVERNMENT_FUND|STATE_CAPITAL)$/.test(statement))
    return 'FUNCTIONAL';
  return /^GENERAL_PUBLIC_(?:BASIC|PROJECT)/.test(statement) ? 'ECONOMIC' : null;
}

/** Rows of heads: equal heads side by side are one cell, a head with nothing below covers the rest. */
function headRows(stacks: readonly (readonly string[])[]): Cell[][] {
  const depth = Math.max(...stacks.map((stack) => stack.length));
  return Array.from({ length: depth }, (_, level) => {
    const cells: Cell[] = [];
    for (let at = 0; at < stacks.length; ) {
      const stack = stacks[at] as readonly string[];
      if (level >= stack.length) {
        at++;
        continue;
      }
      const last = level === stack.length - 1;
      const same = (other: readonly string[] | undefined): boolean =>
        other !== undefined && other.length > level + 1 && stack.slice(0, level + 1).every((head, i) => head === other[i]);
      let end = at + 1;
      if (!last) while (same(stacks[end])) end++;
      cells.push({ text: stack[level] ?? '', columns: end - at, rows: last ? depth - level : 1 });
      at = end;
    }
    return cells;
  });
} // prettier-ignore

function numbering(names: number, columns: number): Cell[] {
  return [
    ...Array.from({ length: names }, (_, at) => ({ text: at === 0 ? '栏次' : '' })),
    ...Array.from({ length: columns }, (_, at) => ({ text: String(at + 1) })),
  ];
}

function print(hundredths: bigint | null, style: Style): string {
  if (hundredths === null) return '';
  if (hundredths === 0n && style.zero !== null) return style.zero;
  const [scale, decimals] = FACTORS[style.unit];
  return style.amount(hundredths * scale, decimals);
}

function markUnit(heads: readonly (readonly Cell[])[], unit: string): Cell[][] {
  const AMOUNT = /^(?:决算数|金额|预算|预算数|.*合计|小计|总计)$/;
  return heads.map((row) => row.map((cell) => (AMOUNT.test(cell.text) ? { ...cell, text: `${cell.text}（${unit}）` } : cell)));
} // prettier-ignore

function pad(cells: readonly Cell[], width: number): Cell[] {
  const [first, ...rest] = cells;
  return [{ ...(first as Cell), columns: Math.max(1, width - rest.length) }, ...rest];
}

/** The same cells without merging: the text in the first place, nothing in the others. */
function unmerge(rows: readonly (readonly Cell[])[], width: number): Cell[][] {
  const taken = new Set<string>();
  return rows.map((row, y) => {
    const cells: Cell[] = Array.from({ length: width }, () => ({ text: '' }));
    let x = 0;
    for (const { text: own, columns = 1, rows: high = 1 } of row) {
      while (taken.has(`${x},${y}`)) x++;
      cells[x] = { text: own };
      for (let dy = 0; dy < high; dy++) for (let dx = 0; dx < columns; dx++) taken.add(`${x + dx},${y + dy}`);
      x += columns;
    }
    return cells;
  });
}

function cut<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
