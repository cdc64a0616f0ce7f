import { describe, expect, it } from '@jest/globals';
import { WAN, amountsOf, budget, byUnit, finalAccounts, general, messages, read, table } from './small-report.js';

const Z = '0.00|0.00|0.00|0.00';
const nonTax = (...rows: string[]): string =>
  ['非税收入征缴情况表', WAN, table('科目名称|合计|纳入预算管理|纳入财政专户管理', '栏次|1|2|3', ...rows)].join('\n\n');
const rowsOf = (text: string): (string | null)[] =>
  read(text)
    .lineItems.filter(({ column }) => column === 1)
    .map(({ label, unitName }) => (unitName === null || unitName === label ? label : `${unitName}: ${label}`));

describe('rows of a statement of several pages', () => {
  it('that return after the repeated head are read once, where they stand first', () => {
    const report = read(
      finalAccounts(
        general('|合计|3.00|3.00|0.00', '201|一般公共服务支出|1.00|1.00|0.00'),
        general('|合计|3.00|3.00|0.00', '206|科学技术支出|2.00|2.00|0.00'),
      ),
    );
    expect(report.lineItems.filter(({ column }) => column === 1).map(({ label }) => label)).toEqual([
      '合计',
      '一般公共服务支出',
      '科学技术支出',
    ]);
    expect(report.issues).toEqual([]);
  });

  it('that return with another amount are refused and reported', () => {
    const report = read(
      finalAccounts(
        general('|合计|3.00|3.00|0.00'),
        general('|合计|4.00|4.00|0.00', '206|科学技术支出|2.00|2.00|0.00'),
      ),
    );
    expect(amountsOf(report, '合计')).toEqual(['0.00']);
    expect(messages(report).filter((text) => text.includes('3.00 | 4.00'))).toHaveLength(2);
  });

  it('that return with one damaged amount are settled by the row’s identity, and marked', () => {
    const report = read(
      finalAccounts(
        general('|合计|5.00|3.00|2.00'),
        general('|合计|5.00|8.00|2.00', '206|科学技术支出|2.00|2.00|0.00'),
      ),
    );
    expect(amountsOf(report, '合计')).toEqual(['5.00', '3.00', '2.00']);
    expect(messages(report)).toHaveLength(1);
  });

  it('that are neighbours of one name and amount are two', () => {
    expect(
      rowsOf(
        finalAccounts(
          nonTax(
            '合计|0.06|0.06|0.00',
            '九、其他收入|0.06|0.06|0.00',
            '其他收入|0.06|0.06|0.00',
            '其他收入|0.06|0.06|0.00',
          ),
        ),
      ),
    ).toEqual(['合计', '九、其他收入', '其他收入', '其他收入']);
  });

  it('whose name goes on after the page are one, marked as torn', () => {
    const report = read(
      budget(byUnit('PROJECT', `合 计|6.00|6.00|6.00|${Z}|`, `某市某局本级|6.00|6.00|6.00|${Z}|`, `电子公务团队|6.00|6.00|6.00|${Z}|按照区委的要求，`),
        byUnit('PROJECT', '经费||||||||推进建设。', `工作经费|0.00|0.00|0.00|${Z}|目标。`)),
    ); // prettier-ignore
    expect(report.lineItems.find(({ label }) => label.startsWith('电子'))).toMatchObject({
      label: '电子公务团队经费',
      labelUncertain: true,
    });
    expect(amountsOf(report, '电子公务团队经费')).toEqual(['6.00', '6.00', '6.00', '0.00', '0.00', '0.00', '0.00']);
    expect(messages(report).join()).toContain('电子公务团队经费');
  });

  it('printed twice beside two lines of their goal are one', () => {
    const report = read(
      budget(byUnit('PROJECT', `合 计|297.00|297.00|297.00|${Z}|`, `某市某局本级|297.00|297.00|297.00|${Z}|`, '供电||||||||保障', `改造|297.00|297.00|297.00|${Z}|大厅供电，`, `工程|297.00|297.00|297.00|${Z}|稳定运行。`)),
    ); // prettier-ignore
    expect(report.lineItems.filter(({ column, leaf }) => column === 1 && leaf).map(({ label }) => label)).toEqual([
      '供电改造工程',
    ]);
  });

  it('with equal figures and goals of their own are two projects', () => {
    const row = (name: string): string => `${name}|5.00|5.00|5.00|${Z}|目标。`;
    expect(
      rowsOf(
        budget(
          byUnit(
            'PROJECT',
            `合 计|10.00|10.00|10.00|${Z}|`,
            `某市某局本级|10.00|10.00|10.00|${Z}|`,
            row('甲经费'),
            row('乙经费'),
          ),
        ),
      ),
    ).toEqual(['合计', '某市某局本级', '某市某局本级: 甲经费', '某市某局本级: 乙经费']);
  });

  it('that open a page under another unit are its own, though name and amount are those of a unit before', () => {
    const row = (name: string): string => `${name}|5.00|5.00|5.00|${Z}`;
    expect(
      rowsOf(
        budget(
          byUnit('BASIC', `合 计|10.00|10.00|10.00|${Z}`, row('某市某局本级'), row('工资福利支出'), row('某市某中心')),
          byUnit('BASIC', row('工资福利支出')),
        ),
      ),
    ).toEqual(['合计', '某市某局本级', '某市某局本级: 工资福利支出', '某市某中心', '某市某中心: 工资福利支出']);
  });

  it('that open a page under another unit are its own projects', () => {
    const row = (name: string, goal: string): string => `${name}|5.00|5.00|5.00|${Z}|${goal}`;
    expect(
      rowsOf(
        budget(
          byUnit(
            'PROJECT',
            `合 计|10.00|10.00|10.00|${Z}|`,
            row('某市某局本级', ''),
            row('租赁经费', '目标。'),
            row('某市某中心', ''),
          ),
          byUnit('PROJECT', row('租赁经费', '目标。')),
        ),
      ),
    ).toEqual(['合计', '某市某局本级', '某市某局本级: 租赁经费', '某市某中心', '某市某中心: 租赁经费']);
  });

  it('that print no amount at the head of a page are no part of the name before', () => {
    const summary = (...rows: string[]): string =>
      [
        '收入支出决算总表',
        WAN,
        table('收入|||支出||', '项目|行次|决算数|项目|行次|决算数', '栏次||1|栏次||2', ...rows),
      ].join('\n\n');
    const report = read(
      finalAccounts(
        summary('本年收入合计|1|9.00|本年支出合计|5|8.00'),
        summary('用事业基金弥补收支差额|2||结余分配|6|', '总计|4|9.00|总计|8|9.00'),
      ),
    );
    expect(report.lineItems.map(({ label }) => label)).toEqual(['本年收入合计', '本年支出合计', '总计', '总计']);
  });

  it('that repeat a code inside a page are reported', () => {
    const report = read(
      finalAccounts(
        general('|合计|1.00|1.00|0.00', '201|一般公共服务支出|1.00|1.00|0.00', '201|一般公共服务支出|1.00|1.00|0.00'),
      ),
    );
    expect(report.issues.length > 0 || amountsOf(report, '201').length === 3).toBe(true);
  });
});
