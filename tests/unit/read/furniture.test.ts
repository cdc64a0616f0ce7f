import { describe, expect, it } from '@jest/globals';
import { squeeze } from '../../../src/domain/label.js';
import { bodyStated, isFurniture, isNote, tableNumber, unitStated } from '../../../src/read/furniture.js';

describe('the unit that a line states', () => {
  it.each([
    ['单位：元', 'YUAN'],
    ['单位: 千元', 'QIAN_YUAN'],
    ['金额单位：万元', 'WAN_YUAN'],
    ['（单位：亿元）', 'YI_YUAN'],
    ['单位：人民币万元', 'WAN_YUAN'],
    ['部门：某市某局 单位：万元', 'WAN_YUAN'],
    ['单位名称：某市某局 单位：元', 'YUAN'],
  ])('%s: %s', (line, unit) => expect(unitStated(squeeze(line))).toBe(unit));

  it('单位：百万元 states one that is not ours', () => {
    expect(unitStated(squeeze('单位：百万元'))).toBe('UNKNOWN');
  });

  it.each(['单位名称：某市某局', '单位：某市某局', '万元', '部门：某局'])('%s states none', (line) =>
    expect(unitStated(squeeze(line))).toBeNull(),
  );
});

describe('the body that a line names', () => {
  it.each([
    ['部门： 广州市从化区政务服务数据管理局', '广州市从化区政务服务数据管理局'],
    ['单位名称: 广州市番禺区政务服务数据管理局 单位:万元', '广州市番禺区政务服务数据管理局'],
    ['编制单位：深圳市南山区教育局(本级)', '深圳市南山区教育局(本级)'],
  ])('%s', (line, body) => expect(bodyStated(squeeze(line))).toBe(body));

  it('is none in a line that states only the unit of money', () => {
    expect(bodyStated(squeeze('单位：万元'))).toBeNull();
  });
});

describe('what stands around tables', () => {
  it.each(['表 1', '附表3', '公开 01 表', '公开01表', '财决01表'])('%s is the number of a table', (line) =>
    expect(tableNumber(line)).not.toBeNull(),
  );

  it.each(['表 1', '单位：万元', '部门：某市某局', '12', '- 12 -', '— 12 —', '第 3 页 共 40 页', 'Page 3 of 40'])(
    '%s is furniture',
    (line) => expect(isFurniture(squeeze(line))).toBe(true),
  );

  it.each(['合计 100.00', '本部门2019年收入1316.18万元。', '201'.repeat(2)])('%s is not', (line) =>
    expect(isFurniture(squeeze(line))).toBe(false),
  );

  it('a note begins with 注, 备注 or 说明', () => {
    expect(['注：本表', '注: 无', '备注：无', '说明：无'].map((line) => isNote(squeeze(line)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(isNote('注意事项')).toBe(false);
  });
});
