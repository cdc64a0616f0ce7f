import fc from 'fast-check';

/** One figure that a rendered report prints: the keys by which it is compared, and its amount in 万元. */
export interface Figure {
  readonly statement: string;
  readonly side: string;
  readonly column: number;
  readonly row: string;
  readonly fundAndPart: string;
  readonly amount: string;
}

/** One row of a statement: what its first columns print, and the amounts in hundredths of the printed unit. */
interface Row {
  readonly code: string | null;
  readonly name: string;
  readonly amounts: readonly number[];
}

interface CodedTable {
  readonly kind: 'CODED';
  readonly statement: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly fundAndPart: readonly string[];
  readonly rows: readonly Row[];
}

interface SidesTable {
  readonly kind: 'SIDES';
  readonly statement: string;
  readonly title: string;
  readonly left: readonly Row[];
  readonly right: readonly Row[];
}

export type Table = CodedTable | SidesTable;

/** How a report is printed. */
export interface Layout {
  readonly medium: 'TABS' | 'BLANKS';
  readonly unit: '元' | '千元' | '万元';
  readonly columnNumbers: boolean;
  readonly rowNumbers: boolean;
  readonly rowsPerPage: number;
  readonly repeatTotal: boolean;
  readonly titleBefore: string;
  readonly separators: boolean;
  readonly wrapNames: boolean;
  readonly tableNumbers: boolean;
  readonly reverseTables: boolean;
  readonly trailingCells: number;
  readonly lineEnd: string;
}

const BODY = '浙江省杭州市西湖区教育局';
const UNIT_SHARE: Record<Layout['unit'], number> = { 元: 10_000, 千元: 10, 万元: 1 };
const CATEGORIES: readonly (readonly [string, string])[] = [
  ['201', '一般公共服务支出'],
  ['205', '教育支出'],
  ['206', '科学技术支出'],
  ['208', '社会保障和就业支出'],
  ['213', '农林水支出'],
  ['221', '住房保障支出'],
];
const NAMES = [
  '行政运行',
  '一般行政管理事务',
  '其他行政事业单位离退休支出',
  '机关事业单位基本养老保险缴费支出',
  '住房公积金',
];

const cents = fc.oneof(fc.constant(0), fc.nat(99), fc.nat(9_999_999));

/** Coded rows 类, 款, 项 whose columns add up: the first is the sum of the others, a code that of those below it. */
const tree = (columns: number): fc.Arbitrary<Row[]> =>
  fc
    .subarray([...CATEGORIES], { minLength: 1, maxLength: 4 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(([code, name]) =>
          fc
            .array(fc.array(cents, { minLength: columns - 1, maxLength: columns - 1 }), { minLength: 1, maxLength: 3 })
            .map((items) => branch(code, name, items)),
        ),
      ),
    )
    .map((branches) => {
      const heads = branches.map((rows) => rows[0] as Row);
      return [{ code: null, name: '合计', amounts: addUp(heads.map(({ amounts }) => amounts)) }, ...branches.flat()];
    });

function branch(code: string, name: string, items: readonly (readonly number[])[]): Row[] {
  const leaves = items.map((parts, at) => ({
    code: `${code}01${String(at + 1).padStart(2, '0')}`,
    name: NAMES[at % NAMES.length] as string,
    amounts: [parts.reduce((sum, part) => sum + part, 0), ...parts],
  }));
  const total = addUp(leaves.map(({ amounts }) => amounts));
  return [
    { code, name, amounts: total },
    { code: `${code}01`, name: `${name.replace(/支出$/, '')}事务`, amounts: total },
    ...leaves,
  ];
}

function addUp(rows: readonly (readonly number[])[]): number[] {
  return (rows[0] ?? []).map((_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

const coded = (
  statement: string,
  title: string,
  heads: readonly string[],
  fundAndPart: readonly string[],
): fc.Arbitrary<Table> =>
  tree(heads.length).map((rows) => ({ kind: 'CODED', statement, title, heads, fundAndPart, rows }));

const summary: fc.Arbitrary<Table> = fc
  .tuple(fc.subarray([...CATEGORIES], { minLength: 1 }), fc.array(cents, { minLength: 12, maxLength: 12 }))
  .map(([chosen, amounts]) => {
    const at = (index: number): number => amounts[index] ?? 0;
    const left = ['一、财政拨款收入', '二、上级补助收入', '三、事业收入'].map((name, index) => ({
      code: null,
      name,
      amounts: [at(index)],
    }));
    const right = chosen.map(([code, name], index) => ({
      code,
      name: `${'一二三四五六'[index]}、${name}`,
      amounts: [at(index + 3)],
    }));
    const [revenue = 0] = addUp(left.map((row) => row.amounts));
    const [expenditure = 0] = addUp(right.map((row) => row.amounts));
    const [before, after] = [at(10) + expenditure, at(10) + revenue];
    return {
      kind: 'SIDES',
      statement: 'REVENUE_EXPENDITURE_SUMMARY',
      title: '收入支出决算总表',
      left: [...left, named('本年收入合计', revenue), named('年初结转和结余', before), named('总计', revenue + before)],
      right: [
        ...right,
        named('本年支出合计', expenditure),
        named('年末结转和结余', after),
        named('总计', expenditure + after),
      ],
    };
  });

function named(name: string, amount: number): Row {
  return { code: null, name, amounts: [amount] };
}

/** Some statements of final accounts, each with figures that add up. */
export const reports: fc.Arbitrary<readonly Table[]> = fc
  .tuple(
    summary,
    coded('REVENUE', '收入决算表', ['本年收入合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '附属单位上缴收入', '其他收入'],
      ['ALL.TOTAL', 'APPROPRIATION.TOTAL', 'GRANT_FROM_ABOVE.TOTAL', 'SERVICE.TOTAL', 'COMMERCIAL.TOTAL', 'REMITTANCE.TOTAL', 'OTHER.TOTAL']),
    coded('EXPENDITURE', '支出决算表', ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'],
      ['ALL.TOTAL', 'ALL.BASIC', 'ALL.PROJECT', 'ALL.TO_ABOVE', 'ALL.COMMERCIAL', 'ALL.TO_SUBORDINATES']),
    coded('GENERAL_PUBLIC_EXPENDITURE', '一般公共预算财政拨款支出决算表', ['本年支出合计', '基本支出', '项目支出'],
      ['GENERAL_PUBLIC.TOTAL', 'GENERAL_PUBLIC.BASIC', 'GENERAL_PUBLIC.PROJECT']),
  ); // prettier-ignore

const anyLayout: fc.Arbitrary<Layout> = fc.record({
  medium: fc.constantFrom('TABS', 'BLANKS'),
  unit: fc.constantFrom('元', '千元', '万元'),
  columnNumbers: fc.boolean(),
  rowNumbers: fc.boolean(),
  rowsPerPage: fc.integer({ min: 3, max: 30 }),
  repeatTotal: fc.boolean(),
  titleBefore: fc.constantFrom('', '## ', '2021年度', `${BODY}2021年度`, '二、', '部门'),
  separators: fc.boolean(),
  wrapNames: fc.boolean(),
  tableNumbers: fc.boolean(),
  reverseTables: fc.boolean(),
  trailingCells: fc.nat(2),
  lineEnd: fc.constantFrom('\n', '\r\n'),
});

/** Names wrapped in running text only below 栏次: without it a page whose first row is wrapped loses that row, as is reported. */
export const layouts: fc.Arbitrary<Layout> = anyLayout.map((layout) => ({
  ...layout,
  columnNumbers: layout.columnNumbers || (layout.medium === 'BLANKS' && layout.wrapNames),
}));

/** Every figure that the report prints, sorted. */
export function figuresOf(tables: readonly Table[], { unit }: Layout): string[] {
  const amountOf = (hundredths: number): string => toWan(hundredths, UNIT_SHARE[unit]);
  return tables
    .flatMap((table): Figure[] =>
      table.kind === 'CODED'
        ? table.rows.flatMap(({ code, name, amounts }) =>
            amounts.map((amount, at) => ({
              statement: table.statement, side: '', column: at + 1, row: code ?? name,
              fundAndPart: table.fundAndPart[at] as string, amount: amountOf(amount),
            })),
          )
        : (['left', 'right'] as const).flatMap((side) =>
            table[side].map(({ code, name, amounts: [amount = 0] }) => ({
              statement: table.statement, side: side === 'left' ? 'REVENUE' : 'EXPENDITURE', column: 1, row: code ?? name,
              fundAndPart: 'ALL.TOTAL', amount: amountOf(amount),
            })),
          ),
    )
    .map((own) => Object.values(own).join(' '))
    .sort(); // prettier-ignore
}

/** Hundredths of a unit of which `share` make one 万元, as decimal text with at least two decimals. */
function toWan(hundredths: number, share: number): string {
  const scaled = BigInt(hundredths) * (10_000n / BigInt(share));
  const digits = scaled.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6).replace(/0+$/, '').padEnd(2, '0')}`;
}

/** The report as the text of a document. */
export function renderReport(tables: readonly Table[], layout: Layout): string {
  const printed = tables.map((table, at) => renderTable(table, layout, at + 1));
  const ordered = layout.reverseTables ? [...printed].reverse() : printed;
  return [
    `${BODY}2021年度部门决算`,
    '第二部分 2021年度部门决算表',
    ...ordered.flat(),
    '第三部分 2021年度部门决算情况说明',
  ]
    .join('\n\n')
    .replaceAll('\n', layout.lineEnd);
}

function renderTable(table: Table, layout: Layout, number: number): string[] {
  const rows = table.kind === 'CODED' ? table.rows.map((row) => printRow(row, layout)) : pairRows(table, layout);
  const pages = cut(rows, layout.rowsPerPage);
  const total = table.kind === 'CODED' && layout.repeatTotal ? rows.slice(0, 1) : [];
  return pages
    .flatMap((page, at) => [
      ...(layout.tableNumbers ? [`表 ${number}`] : []),
      `${layout.titleBefore}${table.title}`,
      `部门：${BODY}  单位：${layout.unit}`,
      join(layout, [...heads(table, layout), ...(at > 0 ? total : []), ...page]),
    ])
    .concat('注：本表金额转换时可能存在尾差。');
}

/** Rows of a table with tabs stand below each other, printed text has an empty line between them. */
function join({ medium, trailingCells }: Layout, rows: readonly (readonly string[])[]): string {
  return medium === 'TABS'
    ? rows.map((row) => row.join('\t') + '\t'.repeat(trailingCells)).join('\n')
    : rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n\n');
}

function heads(table: Table, layout: Layout): string[][] {
  if (table.kind === 'SIDES') {
    const numbered = layout.rowNumbers || layout.medium === 'BLANKS';
    const side = (name: string, middle: string, last: string): string[] =>
      numbered ? [name, middle, last] : [name, last];
    return [
      [...side('收入', '', ''), ...side('支出', '', '')],
      [...side('项    目', '行次', '决算数'), ...side('项    目', '行次', '决算数')],
      ...(layout.columnNumbers ? [[...side('栏    次', '', '1'), ...side('栏    次', '', '2')]] : []),
    ];
  }
  const numbers = table.heads.map((_, at) => String(at + 1));
  return [
    ['项    目', '', ...table.heads],
    ['功能分类科目编码', '科目名称', ...table.heads.map(() => '')],
    ...(layout.columnNumbers ? [['栏次', '', ...numbers]] : []),
  ];
}

function printRow({ code, name, amounts }: Row, layout: Layout): string[] {
  return [code ?? '', wrap(name, layout, code !== null), ...amounts.map((amount) => print(amount, layout))];
}

function pairRows({ left, right }: SidesTable, layout: Layout): string[][] {
  const length = Math.max(left.length, right.length);
  const padded = (rows: readonly Row[]): (Row | null)[] => {
    const closing = rows.slice(-3);
    const opening: (Row | null)[] = rows.slice(0, -3);
    return [...opening, ...Array.from({ length: length - rows.length }, () => null), ...closing];
  };
  const [leftRows, rightRows] = [padded(left), padded(right)];
  const numbered = layout.rowNumbers || layout.medium === 'BLANKS';
  const cells = (row: Row | null, number: number): string[] => [
    row ? wrap(row.name, layout, false) : '',
    ...(numbered ? [String(number)] : []),
    row ? print(row.amounts[0] ?? 0, layout) : '',
  ];
  return leftRows.map((row, at) => [...cells(row, at + 1), ...cells(rightRows[at] ?? null, length + at + 1)]);
}

function wrap(name: string, { wrapNames, medium }: Layout, mayBreakLine: boolean): string {
  if (!wrapNames || name.length < 7) return name;
  const [a, b] = [name.slice(0, 6), name.slice(6)];
  return medium === 'TABS' ? `${a} ${b}` : mayBreakLine ? `\n${a}\n\n${b}\n` : name;
}

function print(hundredths: number, { separators }: Layout): string {
  const digits = String(hundredths).padStart(3, '0');
  const whole = digits.slice(0, -2);
  return `${separators ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${digits.slice(-2)}`;
}

function cut<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}
