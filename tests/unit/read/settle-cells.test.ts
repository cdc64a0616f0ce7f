import { describe, expect, it } from '@jest/globals';
import { formatFen } from '../../../src/domain/money.js';
import { sum } from '../../../src/domain/statement-columns.js';
import type { MoneyColumn } from '../../../src/read/printed-row.js';
import { settleCells } from '../../../src/read/settle-cells.js';

const columns = (count: number): MoneyColumn[] =>
  Array.from({ length: count }, (_, place) => ({
    definition: null,
    exact: true,
    place,
    label: '',
    leafHead: '',
    number: place + 1,
  }));
const settle = (prints: readonly (readonly string[])[], identities = [sum(0, 1, 2)]): unknown => {
  const { amounts, refused, settled } = settleCells(prints, columns(3), identities, 'WAN_YUAN', true);
  return {
    amounts: amounts.map((money) => (money ? formatFen(money.fen, 'WAN_YUAN') : null)),
    refused: refused.map(({ index }) => index),
    settled: settled.map(({ index }) => index),
  };
};

describe('the cells of a row', () => {
  it('are what is printed; an empty cell is not 0.00', () => {
    expect(settle([['100.00', '', '40.00']])).toEqual({ amounts: ['100.00', null, '40.00'], refused: [], settled: [] });
    expect(settle([['100.00', '60.00', '0.00']])).toEqual({
      amounts: ['100.00', '60.00', '0.00'],
      refused: [],
      settled: [],
    });
  });

  it('are kept where the identity is broken: a printed figure is never repaired', () => {
    expect(settle([['100.00', '60.00', '50.00']])).toEqual({
      amounts: ['100.00', '60.00', '50.00'],
      refused: [],
      settled: [],
    });
  });

  it('are refused one by one where something unreadable stands', () => {
    expect(settle([['100.00', '6#.00', '40.00']])).toEqual({
      amounts: ['100.00', null, '40.00'],
      refused: [1],
      settled: [],
    });
  });

  it('with letters for 0 and 1 are settled where the identity holds exactly, and refused where it does not', () => {
    expect(settle([['10l.00', '61.00', '4O.00']])).toEqual({
      amounts: ['101.00', '61.00', '40.00'],
      refused: [],
      settled: [0, 2],
    });
    expect(settle([['100.01', '6O.00', '40.00']])).toEqual({
      amounts: ['100.01', null, '40.00'],
      refused: [1],
      settled: [],
    });
  });

  it('with a lost point are settled where 合计 = 基本 + 项目 leaves one reading', () => {
    expect(settle([['705 00', '700.00', '5.00']])).toEqual({
      amounts: ['705.00', '700.00', '5.00'],
      refused: [],
      settled: [0],
    });
  });

  it('with a lost point are refused where no identity decides', () => {
    expect(settle([['705 00', '700.00', '5.00']], [])).toEqual({
      amounts: [null, '700.00', '5.00'],
      refused: [0],
      settled: [],
    });
    expect(settle([['705 00', '600.00', '5.00']])).toEqual({
      amounts: [null, '600.00', '5.00'],
      refused: [0],
      settled: [],
    });
  });

  it('printed twice alike are one', () => {
    expect(settle([['1.00', '1.00', '0.00'], ['1.00', '1.00', '0.00']])).toEqual({
      amounts: ['1.00', '1.00', '0.00'], refused: [], settled: [],
    }); // prettier-ignore
  });

  it('printed twice differently are settled by the identity, and marked', () => {
    expect(settle([['15.00', '15.00', '0.00'], ['15.00', '10.00', '0.00']])).toEqual({
      amounts: ['15.00', '15.00', '0.00'], refused: [], settled: [1],
    }); // prettier-ignore
  });

  it('printed twice differently are refused where both readings or none fit', () => {
    expect(settle([['15.00', '15.00', '1.00'], ['15.00', '10.00', '1.00']])).toEqual({
      amounts: ['15.00', null, '1.00'], refused: [1], settled: [],
    }); // prettier-ignore
    expect(settle([['15.00', '15.00', '0.00'], ['10.00', '10.00', '0.00']])).toEqual({
      amounts: [null, null, '0.00'], refused: [0, 1], settled: [],
    }); // prettier-ignore
  });

  it('that lost their point among amounts with one are settled by the identity, else refused', () => {
    expect(settle([['10000', '60.00', '40.00']])).toEqual({
      amounts: ['100.00', '60.00', '40.00'],
      refused: [],
      settled: [0],
    });
    expect(settle([['10000', '60.00', '40.00']], [])).toMatchObject({ refused: [0] });
  });

  it('are settled with all their printed digits: 100 01 is 100.01 within rounding, never 100', () => {
    expect(settle([['100 01', '60.00', '40.00']])).toEqual({
      amounts: ['100.01', '60.00', '40.00'],
      refused: [],
      settled: [0],
    });
  });

  it('that hold two numbers beside an empty cell are not silently one of them', () => {
    const { amounts, refused } = settleCells(
      [['100.00 100.00', '', '0.00']],
      columns(3),
      [sum(0, 1, 2)],
      'WAN_YUAN',
      true,
    );
    expect(refused.length > 0 || amounts.every((money) => money !== null)).toBe(true);
  });

  it('with a blank inside are settled as the whole number, never as the part before the blank', () => {
    expect(settle([['15,094.71', '\u200b15, 094. 7 1', '0.00']])).toMatchObject({
      amounts: ['15094.71', '15094.71', '0.00'],
    });
  });

  it('beyond 64 bits, or with parts of a fen, are refused', () => {
    expect(settle([['9'.repeat(20), '1.00', '0.00']], [])).toEqual({
      amounts: [null, '1.00', '0.00'],
      refused: [0],
      settled: [],
    });
    expect(settle([['0.0000001', '1.00', '0.00']], [])).toEqual({
      amounts: [null, '1.00', '0.00'],
      refused: [0],
      settled: [],
    });
  });
});
