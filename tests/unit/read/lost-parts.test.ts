import { describe, expect, it } from '@jest/globals';
import { reportLostParts } from '../../../src/read/lost-parts.js';
import { readHtml } from '../../../src/read/media/html-lines.js';
import { readPdf } from '../../../src/read/media/pdf-lines.js';
import { writePdf } from '../../support/documents/render-pdf.js';

const messages = (lines: Parameters<typeof reportLostParts>[0]): string[] =>
  reportLostParts(lines).map(({ message }) => message);
const page = (content: string) => ({ width: 595, height: 842, content });
const WRITTEN = page('BT /F1 9 Tf 50 700 Td <51B37B97> Tj ET');

describe('What a medium could not give is an issue', () => {
  it('of a page that is only an image', async () => {
    const lines = await readPdf(writePdf([WRITTEN, page('q 595 0 0 842 0 0 cm Q')]));
    expect(messages(lines)).toEqual(['expected text on page 2, got an image or a drawing: what it shows is not read']);
    expect(reportLostParts(lines)[0]?.source).toMatchObject({ page: 2, line: 2 });
  });

  it('of a page whose text is drawn as shapes', async () => {
    const shapes = Array.from({ length: 120 }, (_, at) => `${at} 0 m ${at} 1 ${at} 2 ${at} 3 c f`).join('\n');
    expect(messages(await readPdf(writePdf([WRITTEN, page(shapes)])))).toHaveLength(1);
  });

  it.each([
    ['scaled', 'q 0.24 0 0 -0.24 0 842 cm Q'],
    ['with a blank', 'BT /F1 9 Tf 50 700 Td <00A0> Tj ET'],
    ['with a line below its head', 'q 1 0 0 1 0 0 cm 40 800 m 555 800 l S Q'],
  ])('not of an empty page, %s', async (_, content) => {
    expect(messages(await readPdf(writePdf([WRITTEN, page(content)])))).toEqual([]);
  });

  it('of an HTML page that ends in its middle', () => {
    const whole = '<html><body><p>决算</p><table><tr><td>合计</td><td>1.00</td></tr></table></body></html>';
    expect(messages(readHtml(whole))).toEqual([]);
    expect(messages(readHtml(whole.slice(0, whole.indexOf('1.00'))))).toEqual([
      'expected a page with its end tag, got a file that is cut off: what stood behind is not read',
    ]);
    expect(messages(readHtml('<p>决算</p>'))).toEqual([]);
  });
});
