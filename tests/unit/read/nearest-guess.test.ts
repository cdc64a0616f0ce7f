import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../../../src/app/load-reference.js';
import { readDocument } from '../../../src/app/read-document.js';

const reference = loadReference();
const read = (text: string): Promise<unknown> => readDocument(Buffer.from(text), reference);

describe('A document that is no departmental report', () => {
  it.each([
    ['关于2021年某市本级财政决算的报告\n一般公共预算收入完成100亿元。', "a whole government's budget or accounts"],
    ['某市水务局2021年度整体支出绩效自评报告\n得分：95分', 'a performance evaluation'],
    ['2021年度某市审计工作报告', 'an audit report'],
    ['某市水务局办公设备采购项目招标公告', 'a procurement notice'],
    ['某市水务局2021年政府信息公开工作年度报告', 'an annual report on open government'],
    ['2021年某市政府工作报告\n各位代表：', 'a work report'],
  ])('is refused with the nearest guess: %j', async (text, guess) => {
    await expect(read(text)).rejects.toMatchObject({
      code: 'NOT_A_REPORT',
      message: expect.stringContaining(`: it looks like ${guess} (`),
    });
  });

  it('is refused with what could be told of it', async () => {
    await expect(read('说明\n2021年部门预算\n其他')).rejects.toMatchObject({
      code: 'NOT_A_REPORT',
      message:
        'expected a departmental budget or final accounts with its year and department, got “说明 / 2021年部门预算 / 其他” (kind BUDGET, year 2021, no department)',
    });
  });

  it('is refused without a guess where nothing says one', async () => {
    await expect(read('会议通知\n请于周一开会')).rejects.toMatchObject({
      message:
        'expected a departmental budget or final accounts with its year and department, got “会议通知 / 请于周一开会”',
    });
  });
});
