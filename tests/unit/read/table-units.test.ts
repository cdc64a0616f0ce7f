import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../../../src/app/load-reference.js';
import { readDocument } from '../../../src/app/read-document.js';
import type { Report } from '../../../src/domain/report.js';

const reference = loadReference();

/** Revenue 1,300.00 of the year, 1,344.33 in all, in a stated unit, with a text about it. */
function read(unit: string, text: string): Promise<Report> {
  return readDocument(
    Buffer.from(`2019年度某某市水务局部门决算

收入支出决算总表
部门：某某市水务局
单位：${unit}
收入\t\t支出\t
项目\t决算数\t项目\t决算数
栏次\t1\t栏次\t2
一、一般公共预算财政拨款收入\t1300.00\t十二、农林水支出\t1310.00
本年收入合计\t1300.00\t本年支出合计\t1310.00
年初结转和结余\t44.33\t年末结转和结余\t34.33
总计\t1344.33\t总计\t1344.33

第三部分 部门决算情况说明
${text}
`),
    reference,
  );
}

describe('A unit that every table states', () => {
  it('is refused where the text repeats their totals in another one', async () => {
    await expect(read('元', '本年总收入1344.33万元，支出合计1310.00万元。')).rejects.toMatchObject({
      code: 'UNREADABLE_DOCUMENT',
      message:
        'expected tables in the unit in which the text repeats their totals, WAN_YUAN, got YUAN stated above them',
    });
  });

  it('is refused where one repeated total says so and its own are none that a department has', async () => {
    await expect(read('元', '本年总收入1344.33万元。')).rejects.toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
  });

  it.each([
    ['the text repeats them in it', '本年总收入1344.33万元，支出合计1310.00万元。'],
    ['the text has them in 元 with other digits', '本年总收入13443300.00元。'],
    ['one sentence slips', '本年总收入1344.33元。'],
    ['the text says both', '本年总收入1344.33元，支出合计1310.00元，即1344.33万元。'],
  ])('is believed where %s', async (_, text) => {
    const { statements, lineItems } = await read('万元', text);
    expect(statements).toMatchObject([{ unit: 'WAN_YUAN', unitBasis: 'STATED' }]);
    expect(lineItems.find(({ label }) => label === '总计')?.amount.fen).toBe(1_344_330_000n);
  });

  it('is doubted where it makes a total that no department has', async () => {
    const { issues } = await read('元', '无。');
    expect(issues.map(({ message }) => message)).toEqual([
      'expected a total between 1万元 and 1万亿元, got another in the stated unit, which may be wrong: read as stated',
    ]);
    expect((await read('千元', '无。')).issues).toEqual([]);
  });
});
