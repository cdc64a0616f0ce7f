import type { Style } from './lay-out.js';
import { plainAmount } from './lay-out.js';

const plain: Style['amount'] = plainAmount;
const separate = (amount: string): string =>
  amount.replace(/^(-?)(\d+)/, (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','));
const widen = (amount: string): string =>
  amount.replace(/[0-9.,]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

/** Ways in which publishers lay statements out, each as it differs from the usual one. */
export const STYLES: Readonly<Record<string, Partial<Style>>> = {
  'as usual': {},
  'heads not merged': { merged: false },
  '类, 款 and 项 in a column each': { codes: 'PARTS' },
  '类, 款 and 项 in a column each, not merged': { codes: 'PARTS', merged: false },
  '款 and 项 without their zeros': { codes: 'SHORT_PARTS' },
  'whole codes in the columns of their levels': { codes: 'WHOLE_PARTS' },
  'codes in brackets before the name': { codes: 'BRACKETS' },
  'codes with bars (301|02)': { codes: 'BARS' },
  'codes with blanks (201 03 01)': { codes: 'SPACED' },
  'codes with dashes (201-03-01)': { codes: 'DASHED' },
  'no 栏次': { columnNumbers: false },
  'no 行次': { rowNumbers: false },
  'neither 栏次 nor 行次': { rowNumbers: false, columnNumbers: false },
  'titles below a page header': { title: 'BELOW_HEADER' },
  'titles in the table': { title: 'IN_TABLE' },
  'title, body and unit in the table': { title: 'IN_TABLE', unitAt: 'ROW' },
  元: { unit: '元' },
  千元: { unit: '千元' },
  亿元: { unit: '亿元' },
  'the unit in the title': { unitAt: 'TITLE', unit: '元' },
  'the unit in the heads': { unitAt: 'HEAD', unit: '千元' },
  'the unit in a row of the table': { unitAt: 'ROW', unit: '元' },
  'the unit behind the body': { unitAt: 'BODY_LINE', unit: '元' },
  '三公 with budget and outturn in turn': { three: 'ALTERNATING' },
  '三公 in turn, heads not merged': { three: 'ALTERNATING', merged: false },
  '三公 with an account a row': { three: 'ROWS' },
  '公用经费 in two blocks': { lanes: 'THREE' },
  '公用经费 in two blocks, 类 and 款 apart': { lanes: 'THREE', codes: 'PARTS' },
  'one lane below the other': { lanes: 'ONE' },
  'tables on their side': {
    transposed: ['STATE_CAPITAL', 'GENERAL_PUBLIC_EXPENDITURE', 'GOVERNMENT_FUND', 'NON_TAX_REVENUE', 'EXPENDITURE'],
  },
  'tables in the reverse order': { order: 'REVERSED' },
  'ten rows a page': { rowsPerPage: 10 },
  'ten rows a page, 合计 again on each': { rowsPerPage: 10, repeatTotal: true },
  'thousand separators': { amount: (scaled, decimals) => separate(plain(scaled, decimals)) },
  'full width': { amount: (scaled, decimals) => widen(separate(plain(scaled, decimals))) },
  'a blank behind the point': { amount: (scaled, decimals) => plain(scaled, decimals).replace('.', '. ') },
  'whole 元 without decimals': {
    unit: '元',
    amount: (scaled, decimals) => separate(plain(scaled, decimals).replace(/\.00$/, '')),
  },
  'a dash for nothing': { zero: '-' },
  'a long dash for nothing': { zero: '—' },
  'a slash for nothing': { zero: '/' },
  'nothing for nothing': { zero: '' },
  '0 for nothing': { zero: '0' },
  'nothing for nothing, no numbers at all': { zero: '', columnNumbers: false, rowNumbers: false, tableNumbers: false },
  'names wrapped': { name: (label) => (label.length > 6 ? `${label.slice(0, 5)} ${label.slice(5)}` : label) },
  'names with blanks': { name: (label) => `  ${[...label].join(' ')}` },
};
