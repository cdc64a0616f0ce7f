import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../../src/read/media/pdf-lines.js';
import type { PageLine, TornPage } from '../../../../src/read/media/pdf-torn-rows.js';
import { findTornRow } from '../../../../src/read/media/pdf-torn-rows.js';
import { writePdf } from '../../../support/documents/render-pdf.js';

const row = (...cells: string[]): PageLine => ({ text: cells.join('\t'), cells, spans: cells.map(() => 1) });
const line = (text: string): PageLine => ({ text });
const XS = [40, 120, 180, 240];
const HEADS = [row('项目', '合计', '基本支出')];

function page(rows: readonly PageLine[], filled: number[] = [], foot: readonly PageLine[] = [line('- 1 -')]): TornPage {
  return { lines: [...rows, ...foot], ruled: [{ lines: rows, xs: XS, filled: new Set(filled) }] };
}

function whole(begun: PageLine, rest: PageLine, filled = [0]): readonly string[] | undefined {
  return findTornRow(page([...HEADS, begun], filled), page([...HEADS, rest, row('住房保障支出', '62.10', '62.10')]))
    ?.whole.cells;
}

describe('A row that the end of a page tears', () => {
  it('is put together where its cell is full and the next page goes on in it, below the head', () => {
    const begun = row('二十一、灾害防治', '3.00', '2.00');
    expect(whole(begun, row('及应急管理支出', '', ''))).toEqual(['二十一、灾害防治 及应急管理支出', '3.00', '2.00']);
  });

  it('keeps a blank where a number was torn, so that it is not taken for whole', () => {
    const begun = row('合计', '1.5094', '1.5094');
    expect(whole(begun, row('', '71', '71'), [1, 2])).toEqual(['合计', '1.5094 71', '1.5094 71']);
  });

  it('takes the last digit of a code with it', () => {
    const begun = row('208050', '机关事业', '74.62');
    expect(whole(begun, row('5', '单位缴费', ''), [0, 1])).toEqual(['208050 5', '机关事业 单位缴费', '74.62']);
  });

  it.each<[string, PageLine, PageLine, number[]]>([
    ['its cell has room left', row('外交', '3.00', ''), row('支出', '', ''), []],
    [
      'the next row has amounts of its own',
      row('外交支出', '3.00', '3.00'),
      row('国防支出', '4.00', '4.00'),
      [0, 1, 2],
    ],
    ['the next row has its number', row('外交支出', '20', '3.00'), row('国防支出', '21', ''), [0, 1, 2]],
    ['the next row begins with its own', row('一、外交支出', '3.00', ''), row('二、国防支出', '', ''), [0, 1, 2]],
  ])('is none where %s', (_, begun, rest, filled) => expect(whole(begun, rest, filled)).toBeUndefined());

  it('is none between two tables, or where the columns differ', () => {
    const upper = page([...HEADS, row('灾害防治', '3.00', '')], [0], ['', '', '', ''].map(line));
    const lower = page([row('及应急管理支出', '', '')]);
    expect(findTornRow(upper, lower)).toBeNull();
    const moved = { ...lower, ruled: lower.ruled.map((own) => ({ ...own, xs: [40, 100, 180, 240] })) };
    expect(findTornRow(page([...HEADS, row('灾害防治', '3.00', '')], [0]), moved)).toBeNull();
  });
});

/** A grid with lines every 20 points from the top of a page, columns at 40, 100, 160, and texts in its cells. */
function drawn(rows: readonly (readonly string[])[]): { width: number; height: number; content: string } {
  const bottom = 780 - 20 * rows.length;
  const across = Array.from({ length: rows.length + 1 }, (_, at) => `40 ${780 - 20 * at} m 160 ${780 - 20 * at} l S`);
  const down = [40, 100, 160].map((x) => `${x} 780 m ${x} ${bottom} l S`);
  const hex = (text: string): string =>
    [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const texts = rows.flatMap((cells, y) =>
    cells.map((text, x) => `BT /F1 9 Tf ${45 + 60 * x} ${766 - 20 * y} Td <${hex(text)}> Tj ET`),
  );
  return { width: 595, height: 842, content: [...across, ...down, ...texts].join('\n') };
}

it('A row torn by the end of a page is one line of the PDF, on the page on which it begins', async () => {
  const pages = [drawn([['项目', '金额'], ['灾害防治及', '3.00']]), drawn([['应急', ''], ['住房', '62.10']])]; // prettier-ignore
  const lines = await readPdf(writePdf(pages));
  expect(lines.map(({ page: at, cells }) => [at, cells])).toEqual([
    [1, ['项目', '金额']],
    [1, ['灾害防治及 应急', '3.00']],
    [2, ['住房', '62.10']],
  ]);
});
