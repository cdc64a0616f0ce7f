import { describe, expect, it } from '@jest/globals';
import { IDENTITY } from '../../../../src/read/media/pdf-matrix.js';
import type { Ruling } from '../../../../src/read/media/pdf-paths.js';
import { rulingsOf } from '../../../../src/read/media/pdf-paths.js';
import { groupRulings, joinRulings, latticeOf } from '../../../../src/read/media/pdf-rulings.js';

const across = (at: number, from: number, to: number): Ruling => ({ axis: 'HORIZONTAL', at, from, to });
const down = (at: number, from: number, to: number): Ruling => ({ axis: 'VERTICAL', at, from, to });

describe('Lines of a path', () => {
  const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 4];
  const rectangle = (x: number, y: number, wide: number, high: number): number[] =>
    [MOVE, x, y, LINE, x + wide, y, LINE, x + wide, y + high, LINE, x, y + high, CLOSE] as number[]; // prettier-ignore

  it('are its strokes along the axes, not those askew', () => {
    const path = [MOVE, 10, 20, LINE, 110, 20, LINE, 150, 60] as number[];
    expect(rulingsOf(path, IDENTITY, 'STROKE')).toEqual([across(20, 10, 110)]);
  });

  it('are the edges of a stroked rectangle, and the middle of a thin filled one', () => {
    expect(rulingsOf(rectangle(10, 20, 100, 30), IDENTITY, 'STROKE')).toEqual([
      across(20, 10, 110),
      down(110, 20, 50),
      across(50, 10, 110),
      down(10, 20, 50),
    ]);
    expect(rulingsOf(rectangle(10, 20, 100, 1), IDENTITY, 'FILL')).toEqual([across(20.5, 10, 110)]);
    expect(rulingsOf(rectangle(10, 20, 100, 30), IDENTITY, 'FILL')).toEqual([]);
  });

  it('are none of a curve', () => {
    expect(rulingsOf([MOVE, 0, 0, CURVE, 0, 5, 5, 10, 10, 10] as number[], IDENTITY, 'STROKE')).toEqual([]);
  });

  it('stand where the matrix puts them', () => {
    expect(rulingsOf([MOVE, 10, 20, LINE, 110, 20] as number[], [1, 0, 0, -1, 0, 800], 'STROKE')).toEqual([across(780, 10, 110)]);
  }); // prettier-ignore
});

describe('Lines drawn cell by cell', () => {
  it('are one line, also where they are dashes or double', () => {
    expect(joinRulings([across(10, 0, 50), across(10.4, 50, 100), across(10, 102, 150)])).toEqual([across(10.2, 0, 150)]);
    expect(joinRulings([across(10, 0, 50), across(12, 0, 50)])).toEqual([across(11, 0, 50)]);
  }); // prettier-ignore

  it('are several where there is a gap', () => {
    expect(joinRulings([across(10, 0, 50), across(10, 60, 100)])).toHaveLength(2);
  });

  it('are left out where they are shorter than a character', () => {
    expect(joinRulings([across(10, 0, 4)])).toEqual([]);
  });
});

describe('Groups of lines', () => {
  it('are those that touch', () => {
    const first = [across(0, 0, 100), down(50, 0, 40)];
    const second = [across(100, 0, 100), down(50, 98, 140)];
    expect(groupRulings([...first, ...second])).toEqual([first, second]);
  });
});

describe('The cells between lines', () => {
  const frame = [across(0, 0, 100), across(40, 0, 100), down(0, 0, 40), down(100, 0, 40)];

  it('are merged where a line is missing', () => {
    // The first row is one cell over both columns.
    const lattice = latticeOf([...frame, across(20, 0, 100), down(50, 20, 40)]);
    expect(lattice?.cells).toEqual([
      { row: 0, column: 0, rows: 1, columns: 2 },
      { row: 1, column: 0, rows: 1, columns: 1 },
      { row: 1, column: 1, rows: 1, columns: 1 },
    ]);
  });

  it('are merged downwards as well', () => {
    const lattice = latticeOf([...frame, across(20, 50, 100), down(50, 0, 40)]);
    expect(lattice?.cells).toEqual([
      { row: 0, column: 0, rows: 2, columns: 1 },
      { row: 0, column: 1, rows: 1, columns: 1 },
      { row: 1, column: 1, rows: 1, columns: 1 },
    ]);
  });

  it('reach to the ends of the lines across where the sides are open', () => {
    const lattice = latticeOf([across(0, 0, 100), across(20, 0, 100), down(50, 0, 20)]);
    expect(lattice?.xs).toEqual([0, 50, 100]);
    expect(lattice?.cells).toHaveLength(2);
  });

  it('are none of lines that all run one way', () => {
    expect(latticeOf([across(0, 0, 100), across(20, 0, 100)])).toBeNull();
  });
});
