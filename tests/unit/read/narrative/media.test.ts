import { describe, expect, it } from '@jest/globals';
import type { PrintedLine } from '../../../../src/read/printed-line.js';
import { readLines } from '../../../../src/read/media/read-lines.js';
import { text } from '../../../support/documents/printed-document.js';
import { renderDocx } from '../../../support/documents/render-docx.js';
import { renderHtml } from '../../../support/documents/render-html.js';
import { renderPdf } from '../../../support/documents/render-pdf.js';
import { factsOf, inShort, narrativeOf } from './narrative-of.js';

const PARAGRAPHS = [
  '第三部分 2020年部门决算情况说明',
  '一、收入支出决算总体情况说明',
  '武汉市江岸区示范管理局2020年度收入总计1,060.50万元，支出总计1,060.50万元。与2019年相比，收、支总计各减少60.50万元，下降5.40%，主要原因是压减一般性支出。',
  '二、一般公共预算财政拨款“三公”经费支出决算情况说明',
  '（一）“三公”经费财政拨款支出决算总体情况说明',
  '武汉市江岸区示范管理局2020年度“三公”经费财政拨款支出决算为15.53万元，比年初预算数减少0.93万元，下降5.65%；其中：公务接待费支出决算为2.08万元，完成年初预算的98.10%。',
  '（二）国有资产占用情况',
  '截至2020年12月31日，本部门共有车辆6辆，其中，机要通信用车1辆、应急保障用车5辆；单价50万元以上通用设备7台（套）。',
];
const EXPECTED = [
  'TOTAL_REVENUE AMOUNT OUTTURN 1060.50万元',
  'TOTAL_EXPENDITURE AMOUNT OUTTURN 1060.50万元',
  'TOTAL_REVENUE CHANGE PREVIOUS_YEAR OUTTURN -60.50万元',
  'TOTAL_EXPENDITURE CHANGE PREVIOUS_YEAR OUTTURN -60.50万元',
  'TOTAL_REVENUE CHANGE_RATE PREVIOUS_YEAR OUTTURN -5.40%',
  'TOTAL_EXPENDITURE CHANGE_RATE PREVIOUS_YEAR OUTTURN -5.40%',
  'THREE_OFFICIAL_EXPENSES AMOUNT OUTTURN 15.53万元',
  'THREE_OFFICIAL_EXPENSES CHANGE ORIGINAL_BUDGET OUTTURN -0.93万元',
  'THREE_OFFICIAL_EXPENSES CHANGE_RATE ORIGINAL_BUDGET OUTTURN -5.65%',
  'HOSPITALITY AMOUNT OUTTURN 2.08万元',
  'HOSPITALITY COMPLETION ORIGINAL_BUDGET OUTTURN 98.10%',
  '车辆 COUNT 6辆',
  '机要通信用车 COUNT 1辆',
  '应急保障用车 COUNT 5辆',
  '单价50万元以上通用设备 COUNT 7台(套)',
];
const DOCUMENT = PARAGRAPHS.map(text);

/** Lines of at most so many characters, with a page number now and then and blank lines between, as text is taken out of a PDF. */
function wrap(width: number, between: string): string {
  const lines = PARAGRAPHS.flatMap((paragraph) => paragraph.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []);
  return lines.map((line, at) => (at % 7 === 6 ? `${line}\n\n- ${at} -\n` : line)).join(between);
}

async function linesOfMedium(medium: string): Promise<readonly PrintedLine[]> {
  const bytes = {
    DOCX: () => renderDocx(DOCUMENT),
    HTML: () => new TextEncoder().encode(renderHtml(DOCUMENT)),
    PDF: () => renderPdf(wrap(31, '\n').split(/\n+/).map(text), { rulings: 'ALL' }),
  }[medium];
  return readLines(await bytes!());
}

describe('the narrative of a document', () => {
  it.each(['DOCX', 'HTML', 'PDF'])('in %s is the same', async (medium) => {
    expect(factsOf(await linesOfMedium(medium))).toEqual(EXPECTED);
  });

  it.each([
    ['a paragraph a line', PARAGRAPHS.join('\n')],
    ['lines of 31 characters', wrap(31, '\n')],
    ['lines of 27 characters, blank lines between', wrap(27, '\n\n')],
    ['lines with blanks beside every number', PARAGRAPHS.join('\n').replace(/(\d[\d,.]*)/g, ' $1 ')],
    ['blanks behind points and commas', PARAGRAPHS.join('\n').replace(/(?<=\d)([,.])(?=\d)/g, '$1 ')],
    ['digits and marks of full width', PARAGRAPHS.join('\n').replace(/[\d.%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))],
    ['marks of half width', PARAGRAPHS.join('\n').replace(/，/g, ',').replace(/（/g, '(').replace(/）/g, ')').replace(/；/g, ';')],
    ['marks of Markdown', PARAGRAPHS.map((line) => (line.length < 45 ? `### ${line}` : `- ${line}`)).join('\n\n')],
  ])('with %s is the same', (_, lines) => {
    expect(factsOf(lines)).toEqual(EXPECTED);
  }); // prettier-ignore

  it('keeps the line in which each number stands', () => {
    const { facts } = narrativeOf('机关运行经费支出\n30.13万元，比年初预算数减少2.27万元，降\n低7.0%。');
    expect(facts.map((fact) => [fact.source.line, inShort(fact, 2020), fact.source.text])).toEqual([
      [2, 'AGENCY_RUNNING_COSTS AMOUNT OUTTURN 30.13万元', '机关运行经费支出30.13万元'],
      [2, 'AGENCY_RUNNING_COSTS CHANGE ORIGINAL_BUDGET OUTTURN -2.27万元', '比年初预算数减少2.27万元'],
      [3, 'AGENCY_RUNNING_COSTS CHANGE_RATE ORIGINAL_BUDGET OUTTURN -7.0%', '降低7.0%'],
    ]);
  });

  it('a number that the end of a line tears is none', () => {
    expect(factsOf('本年支出合计13\n03.92万元。')).toEqual([]);
    expect(factsOf('本年支出合计1303.\n92万元。')).toEqual(['EXPENDITURE AMOUNT OUTTURN 1303.92万元']);
  });
});
