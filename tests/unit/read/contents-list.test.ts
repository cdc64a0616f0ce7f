import { describe, expect, it } from '@jest/globals';
import { readContents } from '../../../src/read/contents-list.js';
import { splitText } from '../../../src/read/media/text-lines.js';

const listed = (text: string): string[] =>
  [...readContents(splitText(text))].map(
    ([{ kind, statement }, { number, title }]) => `${kind} ${statement} ${number}${title}`,
  );

describe('the list of contents', () => {
  it('numbers and names the tables', () => {
    expect(listed('- 一、收入支出决算总表\n二、收入决算表......12\n三、部门职责')).toEqual([
      'FINAL_ACCOUNTS REVENUE_EXPENDITURE_SUMMARY 一、收入支出决算总表',
      'FINAL_ACCOUNTS REVENUE 二、收入决算表',
    ]);
  });

  it('keeps the first mention', () => {
    expect(listed('二、收入决算表\n九、收入决算表')).toEqual(['FINAL_ACCOUNTS REVENUE 二、收入决算表']);
  });
});
