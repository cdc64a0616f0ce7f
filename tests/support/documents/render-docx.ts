import type { PrintedDocument } from './printed-document.js';
import { escapeXml, zipParts } from './render-xlsx.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A text document with the document's paragraphs and tables, as a word processor writes one. */
export async function renderDocx(document: PrintedDocument): Promise<Uint8Array> {
  const body = document.map((block) => {
    if (block.kind === 'TEXT') return paragraph(block.text);
    return block.kind === 'TABLE' ? tableXml(block.rows) : '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  });
  return zipBody(body.join(''));
}

/** A document of given markup, with the prefixes w, mc, wps and v declared. */
export async function zipBody(markup: string): Promise<Uint8Array> {
  return zipParts({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="${WORD}" xmlns:mc="urn:mc" xmlns:wps="urn:wps" xmlns:v="urn:v"><w:body>${markup}<w:sectPr/></w:body></w:document>`,
  });
}

function paragraph(text: string): string {
  return `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>${text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`}</w:p>`;
}

type Rows = Extract<PrintedDocument[number], { kind: 'TABLE' }>['rows'];

/** Word has a cell of its own for each row of a merged one; those below the first go on with it. */
function tableXml(rows: Rows): string {
  const covered = new Map<number, { left: number; columns: number }>();
  const lines = rows.map((row, y) => {
    let column = 0;
    let xml = '';
    const addCovered = (): void => {
      for (let above = covered.get(column); above && above.left > 0; above = covered.get(column)) {
        above.left--;
        xml += cellXml('', above.columns, '<w:vMerge/>');
        column += above.columns;
      }
    };
    for (const { text, columns = 1, rows: high = 1 } of row) {
      addCovered();
      const left = Math.min(high, rows.length - y) - 1;
      covered.set(column, { left, columns });
      xml += cellXml(text, columns, left > 0 ? '<w:vMerge w:val="restart"/>' : '');
      column += columns;
    }
    addCovered();
    return `<w:tr>${xml}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join('')}</w:tbl>`;
}

function cellXml(text: string, columns: number, merge: string): string {
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
}
