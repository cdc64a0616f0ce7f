import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadReference } from '../../src/app/load-reference.js';
import { digestOf, readPrintedLines } from '../../src/app/read-document.js';
import { formatFen } from '../../src/domain/money.js';
import type { Report } from '../../src/domain/report.js';
import { splitText } from '../../src/read/media/text-lines.js';
import { figuresOf, layouts, renderReport, reports } from './render-report.js';

const read = (text: string): Report =>
  readPrintedLines(splitText(text), digestOf(Buffer.from(text, 'utf8')), loadReference());
const figures = ({ lineItems }: Report): string[] =>
  lineItems
    .map(({ statement, side, column, account, label, fund, part, amount }) =>
      [statement, side ?? '', column, account.code ?? label, `${fund}.${part}`, formatFen(amount.fen, 'WAN_YUAN')].join(
        ' ',
      ),
    )
    .sort();

/** What a scan or a careless copy does to an amount, so that it can still be seen. */
const DAMAGE: readonly ((amount: string) => string)[] = [
  (amount) => amount.replace('.', ' '),
  (amount) => amount.replace('.', ','),
  (amount) => amount.replace('.', '..'),
  (amount) => amount.replace(/\d$/, 'O'),
  (amount) => amount.replace(/^\d/, 'l'),
  (amount) => amount.replace(/(\d)$/, ' $1'),
  (amount) => `${amount}元`,
  (amount) => `${amount}·`,
];

const LONG = Boolean(process.env['DUIZHAO_LONG']);

describe('a report', () => {
  it('printed in any layout gives its figures, none lost, doubled or moved, and nothing to report', () => {
    fc.assert(
      fc.property(reports, layouts, (tables, layout) => {
        const report = read(renderReport(tables, layout));
        expect(figures(report)).toEqual(figuresOf(tables, layout));
        // Generated totals may be a few yuan.
        const issues = report.issues.filter(({ message }) => !message.startsWith('expected a total between'));
        expect(issues.map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: LONG ? 300 : 40 },
    );
  });

  it('read twice is the same', () => {
    fc.assert(
      fc.property(reports, layouts, (tables, layout) => {
        const text = renderReport(tables, layout);
        expect(read(text)).toEqual(read(text));
      }),
      { numRuns: LONG ? 40 : 5 },
    );
  });

  it('of which one amount is damaged gives no other figure than those printed, and reports the damage', () => {
    fc.assert(
      fc.property(reports, layouts, fc.constantFrom(...DAMAGE), fc.nat(), (tables, layout, damage, place) => {
        const text = renderReport(tables, layout);
        const amounts = [...text.matchAll(/(?<=[\t ])[\d,]+\.\d\d(?=[\t\r\n ]|$)/g)];
        const { 0: amount = '', index = 0 } = amounts[place % amounts.length] ?? {};
        const report = read(text.slice(0, index) + damage(amount) + text.slice(index + amount.length));
        const printed = new Set(figuresOf(tables, layout));
        expect(figures(report).filter((figure) => !printed.has(figure))).toEqual([]);
        expect(report.issues.length).toBeGreaterThan(0);
      }),
      { numRuns: LONG ? 600 : 60, seed: 1057479233 },
    );
  });
});
