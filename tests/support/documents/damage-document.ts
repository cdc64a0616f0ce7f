import type { Block, Cell, PrintedDocument } from './printed-document.js';

/** Picks a whole number below `count`; a test gives its random numbers in. */
export type Pick = (count: number) => number;

type Table = Extract<Block, { readonly kind: 'TABLE' }>;
type Rows = Table['rows'];

/** What a careless hand or a bad scan does to one place of a document; null where this document has no such place. */
export type Damage = (document: PrintedDocument, pick: Pick) => PrintedDocument | null;

const AMOUNT = /^-?[\d,]+\.\d\d$/;
const isAmount = ({ text }: Cell): boolean => AMOUNT.test(text) && /[1-9]/.test(text);

/** Changes one row of one table among those that `fits` finds. */
function inRow(
  fits: (row: readonly Cell[]) => boolean,
  change: (row: readonly Cell[], pick: Pick) => readonly Cell[],
): Damage {
  return inTable((rows, pick) => {
    const places = rows.flatMap((row, at) => (fits(row) ? [at] : []));
    const at = places[pick(places.length)];
    return at === undefined ? null : rows.map((row, index) => (index === at ? change(row, pick) : row));
  });
}

function inTable(change: (rows: Rows, pick: Pick) => Rows | null): Damage {
  return (document, pick) => {
    const places = document.flatMap((block, at) => (block.kind === 'TABLE' ? [at] : []));
    const at = places[pick(places.length)];
    const block = document[at ?? -1];
    const rows = block?.kind === 'TABLE' ? change(block.rows, pick) : null;
    return rows && document.map((own, index) => (index === at ? { kind: 'TABLE' as const, rows } : own));
  };
}

const hasAmount = (row: readonly Cell[]): boolean => row.some(isAmount);

const SLIPS: readonly ((amount: string) => string)[] = [
  (amount) => amount.replace('.', ''),
  (amount) => amount.replace('.', ' '),
  (amount) => amount.replace('.', ','),
  (amount) => amount.replace('.', '..'),
  (amount) => amount.replace(/0/, 'O'),
  (amount) => amount.replace(/1/, 'l'),
  (amount) => amount.replace(/^(\d)/, '$1 '),
  (amount) => `?${amount}`,
  (amount) => amount.replace(/\d/, '#'),
];

/** Damages after which no figure may be read that the whole document doesn't print. */
export const VISIBLE_DAMAGES: Readonly<Record<string, Damage>> = {
  'a cell lost from its row': inRow(hasAmount, (row, pick) => {
    const at = pick(row.length);
    return row.filter((_, index) => index !== at);
  }),
  'two amounts in one cell': inRow(
    (row) => row.some((cell, at) => isAmount(cell) && /\d/.test(row[at + 1]?.text ?? '')),
    (row) => {
      const at = row.findIndex((cell, index) => isAmount(cell) && /\d/.test(row[index + 1]?.text ?? ''));
      const joined = `${row[at]?.text} ${row[at + 1]?.text}`;
      return row.map((cell, index) =>
        index === at ? { ...cell, text: joined } : index === at + 1 ? { ...cell, text: '' } : cell,
      );
    },
  ),
  'a damaged number': inRow(hasAmount, (row, pick) => {
    const places = row.flatMap((cell, at) => (isAmount(cell) ? [at] : []));
    const [at, slip] = [places[pick(places.length)], SLIPS[pick(SLIPS.length)]];
    return row.map((cell, index) => (index === at ? { ...cell, text: slip?.(cell.text) ?? '' } : cell));
  }),
  'a row printed twice': inTable((rows, pick) => {
    const places = rows.flatMap((row, at) => (hasAmount(row) ? [at] : []));
    const at = places[pick(places.length)];
    return at === undefined ? null : [...rows.slice(0, at), ...rows.slice(at, at + 1), ...rows.slice(at)];
  }),
  'a title lost or of another table': (document, pick) => {
    const places = document.flatMap((block, at) =>
      block.kind === 'TEXT' && /表$/.test(block.text) && at > 4 ? [at] : [],
    );
    const at = places[pick(places.length)];
    const text = ['', '口口口口表', '收入决算表'][pick(3)] ?? '';
    return at === undefined
      ? null
      : document.map((own, index) => (index === at ? { kind: 'TEXT' as const, text } : own));
  },
};

/** Damages after which a figure may be read as it stands, but never without a word. */
export const SAID_DAMAGES: Readonly<Record<string, Damage>> = {
  'a cell printed twice': inRow(hasAmount, (row, pick) => {
    const at = pick(row.length);
    return [...row.slice(0, at + 1), ...row.slice(at)];
  }),
  'a unit of another table': (document, pick) => {
    const places = document.flatMap((block, at) => (block.kind === 'TEXT' && /^单位：/.test(block.text) ? [at] : []));
    const at = places[pick(places.length)];
    const text = ['', '单位：元', '单位：千元', '单位：亿元', '单位：美元', '单位：'][pick(6)] ?? '';
    return at === undefined
      ? null
      : document.map((own, index) => (index === at ? { kind: 'TEXT' as const, text } : own));
  },
  'a number with a digit too many or too few': inRow(hasAmount, (row, pick) => {
    const places = row.flatMap((cell, at) => (isAmount(cell) ? [at] : []));
    const at = places[pick(places.length)];
    const longer = pick(2) === 0;
    return row.map((cell, index) =>
      index === at ? { ...cell, text: longer ? `${cell.text}7` : cell.text.slice(0, -1) } : cell,
    );
  }),
};
