import { describe, expect, it } from '@jest/globals';
import { splitText } from '../../../src/read/media/text-lines.js';
import { readHeading } from '../../../src/read/report-heading.js';

const heading = (...lines: string[]): ReturnType<typeof readHeading> => readHeading(splitText(lines.join('\n\n')));

describe('what a report says it is', () => {
  it.each([
    ['2019年广州市从化区政务服务数据管理局部门决算', 'FINAL_ACCOUNTS', 2019, '广州市从化区政务服务数据管理局'],
    ['广州市越秀区财政局2022年度部门决算', 'FINAL_ACCOUNTS', 2022, '广州市越秀区财政局'],
    ['湖北省武汉市江夏区教育局2021年度部门决算公开', 'FINAL_ACCOUNTS', 2021, '湖北省武汉市江夏区教育局'],
    ['杭州市西湖区财政局部门预算（2024年度）', 'BUDGET', 2024, '杭州市西湖区财政局'],
    ['关于杭州市西湖区财政局2022年度部门决算公开的说明', 'FINAL_ACCOUNTS', 2022, '杭州市西湖区财政局'],
  ])('%s', (title, kind, year, department) => {
    expect(heading(title)).toEqual({ kind, title, department, year, unitScope: 'DEPARTMENT' });
  });

  it('of the body of its title, whatever the lines above the tables name', () => {
    const table = '部门：广州市越秀区政务服务数据管理局 单位：万元';
    const title = '2019年广州市从化区政务服务数据管理局部门决算';
    expect(heading(title, table, table, table)).toMatchObject({ department: '广州市从化区政务服务数据管理局' });
  });

  it('in a title over two lines', () => {
    expect(heading('2023年', '广州市番禺区政务服务数据管理局部门预算')).toMatchObject({
      kind: 'BUDGET', year: 2023, department: '广州市番禺区政务服务数据管理局', title: '2023年广州市番禺区政务服务数据管理局部门预算',
    }); // prettier-ignore
  });

  it('in a title with stray blanks', () => {
    expect(heading('2019 年广州市从化区政务服务数据管理局 部 门决算').title).toBe(
      '2019年广州市从化区政务服务数据管理局部门决算',
    );
  });

  it('without a title, in the headings of its parts and above its tables', () => {
    expect(heading('第一部分 概况', '（一）主要职责', '第二部分 广州市越秀区政务服务数据管理局 2019 年部门决算表', '部门： 广州市越秀区政务服务数据管理局 单位：万元')).toMatchObject({
      kind: 'FINAL_ACCOUNTS', year: 2019, department: '广州市越秀区政务服务数据管理局',
    }); // prettier-ignore
  });

  it('with the year in Chinese digits', () => {
    expect(heading('部门：深圳市南山区教育局', '深圳市南山区教育局二〇二一年部门决算')).toMatchObject({
      year: 2021,
      department: '深圳市南山区教育局',
    });
    expect(heading('部门：深圳市南山区教育局', '二○一九年深圳市南山区教育局部门决算').year).toBe(2019);
  });

  it('with the year in Chinese digits behind the body', () => {
    expect(heading('深圳市南山区教育局二〇二一年部门决算').department).toBe('深圳市南山区教育局');
  });

  it('of a unit, or of the department proper', () => {
    expect(heading('广州市第二中学2022年单位决算').unitScope).toBe('UNIT:广州市第二中学');
    expect(heading('杭州市西湖区财政局（本级）2022年单位决算').unitScope).toBe('PROPER');
    expect(heading('杭州市西湖区财政局2022年部门决算').unitScope).toBe('DEPARTMENT');
  });

  it('of a unit that has 机关 in its name', () => {
    expect(heading('杭州市西湖区机关幼儿园2022年单位决算').unitScope).toBe('UNIT:杭州市西湖区机关幼儿园');
  });

  it.each([
    [['2023年8月', '深圳市南山区教育局2022年度部门决算']],
    [['2023年8月25日 来源：本网', '深圳市南山区教育局2022年度部门决算']],
    [['中共广州市委2035年规划办公室2022年部门决算']],
  ])('of the year that stands beside 部门决算, not of the day it was published: %j', (lines) => {
    expect(heading(...lines).year).toBe(2022);
  });

  it('of the department of its title, not of one that the prose names', () => {
    expect(
      heading(
        '深圳市南山区教育局2022年部门决算',
        '第三部分 情况说明',
        '主管部门：深圳市财政局',
        '责任单位：深圳市财政局',
      ).department,
    ).toBe('深圳市南山区教育局');
  });

  it('of a body that has 预算 in its name', () => {
    expect(heading('深圳市预算编审中心2022年部门决算')).toMatchObject({
      kind: 'FINAL_ACCOUNTS',
      department: '深圳市预算编审中心',
    });
  });

  it('of the title alone where the name of a sheet stands above it', () => {
    expect(heading('封面', '浙江省杭州市西湖区教育局2019年部门决算', '第一部分 概况').department).toBe(
      '浙江省杭州市西湖区教育局',
    );
  });

  it('with the place that stands above it', () => {
    expect(heading('杭州市西湖区', '教育局2019年部门决算', '第一部分 概况').department).toBe('杭州市西湖区教育局');
  });

  const MENU =
    '首页,政务公开,网上办事,互动交流,走进西湖,机构职能,领导信息,预算/决算,人事信息,统计数据,数据开放,专题专栏,登录'.split(
      ',',
    );
  it('of the title below the menus of a web site', () => {
    const title = '浙江省杭州市西湖区教育局2019年部门决算';
    const menus = [...MENU, '2018年部门预算', '2020年部门决算'];
    expect(heading(...menus, title, '第一部分 概况', '第二部分 2019年部门决算表')).toMatchObject({
      kind: 'FINAL_ACCOUNTS', year: 2019, department: '浙江省杭州市西湖区教育局',
    }); // prettier-ignore
  });

  it('of the one of several titles that the headings of its parts bear out', () => {
    const reports = ['西湖区教育局2020年部门决算', '西湖区教育局2019年部门决算', '西湖区教育局2020年部门预算'];
    expect(heading(...MENU, ...reports, '第一部分 概况', '第二部分 2019年部门决算表').title).toBe(
      '西湖区教育局2019年部门决算',
    );
  });

  it('refuses a document whose headings name no more than the year', () => {
    expect(() => heading(...MENU, '第一部分 概况', '第二部分 2019年部门决算表')).toThrow(
      'got “首页 / 政务公开 / 网上办事”',
    );
  });

  it.each(['', '今天天气很好。', '广州市财政局2022年工作总结', '2022年部门决算'])('refuses %j', (text) => {
    expect(() => heading(text)).toThrow(
      'expected a departmental budget or final accounts with its year and department',
    );
  });
});
