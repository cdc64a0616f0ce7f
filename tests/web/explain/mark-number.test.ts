import { markNumber } from '../../../src/web/page/explain/mark-number';

describe('a number is marked in the sentence that prints it', () => {
  it('finds 1,718.79 where the text separates thousands', () => {
    expect(markNumber('比上年决算增加1,718.79万元', '1718.79', '万元')).toEqual(['比上年决算增加', '1,718.79', '万元']);
  });

  it('takes the vehicle, not the year that begins with the same digit', () => {
    expect(markNumber('2019年局机关公务用车保有量为1辆', '1', '辆')).toEqual([
      '2019年局机关公务用车保有量为',
      '1',
      '辆',
    ]);
  });

  it('of two equal numbers takes the one with the unit behind it', () => {
    expect(markNumber('接待1个批次、1人', '1', '人')).toEqual(['接待1个批次、', '1', '人']);
  });

  it('knows a decrease by the amount that is printed', () => {
    expect(markNumber('比上年减少20.5 %', '-20.50', '%')).toEqual(['比上年减少', '20.5', ' %']);
  });

  it('reads blanks in and full width of what was scanned', () => {
    expect(markNumber('合计36, 144. 80万元', '36144.80', '万元')).toEqual(['合计', '36, 144. 80', '万元']);
    expect(markNumber('合计１．９万元', '1.90', '万元')).toEqual(['合计', '１．９', '万元']);
  });

  it('marks nothing where the number is not printed in digits', () => {
    expect(markNumber('与上年持平', '0', '万元')).toBeNull();
  });

  it('keeps the zeros of a whole number', () => {
    expect(markNumber('比年初预算多10万元', '100', '万元')).toBeNull();
  });
});
