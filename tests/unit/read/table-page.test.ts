import { describe, expect, it } from '@jest/globals';
import { splitText } from '../../../src/read/media/text-lines.js';
import { cutPages, isHeadRow } from '../../../src/read/table-page.js';
import { general, table } from './small-report.js';

const pages = (text: string): (string | number | null)[][] =>
  cutPages(splitText(text)).map(({ title, unit, medium, lines }) => [title, unit, medium, lines.length]);

describe('a row of heads', () => {
  it('has a word of a head and no amount', () => {
    expect(isHeadRow(['项 目', '行次', '决算数'])).toBe(true);
    expect(isHeadRow(['收入', '', '支出'])).toBe(true);
    expect(isHeadRow(['合计', '1316.18'])).toBe(false);
    expect(isHeadRow(['收入', '1316.18'])).toBe(false);
  });
});

describe('the pages of a document', () => {
  it('begin with a title and its unit', () => {
    expect(pages(`公开 05 表\n\n${general('|合计|1.00|1.00|0.00')}`)).toEqual([
      ['一般公共预算财政拨款支出决算表', 'WAN_YUAN', 'GRID', 4],
    ]);
  });

  it('begin again with repeated heads where the title is lost', () => {
    const heads = '编码|科目名称|本年支出合计|基本支出|项目支出';
    expect(pages(table(heads, '|合计|1.00|1.00|0.00', heads, '201|一般|1.00|1.00|0.00')).length).toBe(2);
  });

  it('take the unit stated above or below the title', () => {
    const rows = table('科目名称|合计', '甲|1.00');
    expect(pages(`单位：元\n\n收入决算表\n\n${rows}`)[0]?.[1]).toBe('YUAN');
    expect(pages(`收入决算表\n\n单位：千元\n\n${rows}`)[0]?.[1]).toBe('QIAN_YUAN');
  });

  it('do not take the unit of the table before', () => {
    const rows = table('科目名称|合计', '甲|1.00');
    expect(
      pages(`收入决算表\n\n单位：元\n\n${rows}\n\n注：无。\n\n支出决算表\n\n${rows}`).map(([, unit]) => unit),
    ).toEqual(['YUAN', null]);
  });

  it('keep the note below, over several lines', () => {
    const [page] = cutPages(splitText(`${general('|合计|1.00|1.00|0.00')}\n\n注：本表反映支出，\n\n单位为万元。`));
    expect(page?.note).toBe('注:本表反映支出,单位为万元。');
  });

  it('of running text begin only below a title, and end with the next part', () => {
    expect(pages('收入 支出\n甲 1 1.00')).toEqual([]);
    expect(pages('收入决算表\n项 目 合计\n甲 1.00\n第三部分 情况说明\n本年收入合计 1.00')).toEqual([
      ['收入决算表', null, 'FLAT', 2],
    ]);
  });

  it('do not begin with the list of contents', () => {
    expect(pages('目录\n- 一、收入支出决算总表\n- 二、收入决算表\n\n第一部分 概况\n\n一、主要职责')).toEqual([]);
  });
});
