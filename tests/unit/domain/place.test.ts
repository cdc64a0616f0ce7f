import { describe, expect, test } from '@jest/globals';

import { loadReference } from '../../../src/app/load-reference.js';
import { placeBody } from '../../../src/domain/place.js';

const reference = loadReference();

function place(name: string): [string, string] {
  const { districtCode, body } = placeBody(name, reference);
  return [districtCode, body];
}

describe('the place in the name of a body', () => {
  test.each([
    ['广州市从化区政务服务数据管理局', '440117', '政务服务数据管理局'],
    ['广州市越秀区政务服务数据管理局', '440104', '政务服务数据管理局'],
    ['广州市番禺区政务服务数据管理局', '440113', '政务服务数据管理局'],
    ['广州市海珠区人民政府政务管理办公室', '440105', '政务管理办公室'],
    ['广州市政务服务数据管理局', '440100', '政务服务数据管理局'],
    ['广东省广州市海珠区财政局', '440105', '财政局'],
    ['广东省财政厅', '440000', '财政厅'],
    ['北京市朝阳区教育委员会', '110105', '教育委员会'],
    ['长春市朝阳区教育局', '220104', '教育局'],
    ['内蒙古自治区呼和浩特市新城区审计局', '150102', '审计局'],
    ['上海市浦东新区人民政府办公室', '310115', '办公室'],
    ['重庆市石柱土家族自治县财政局', '500240', '财政局'],
    ['湖北省神农架林区财政局', '429021', '财政局'],
    ['锡林郭勒盟财政局', '152500', '财政局'],
    ['阿克苏地区财政局', '652900', '财政局'],
    ['东莞市财政局', '441900', '财政局'],
    ['嘉峪关市财政局', '620200', '财政局'],
    ['石河子市财政局', '659001', '财政局'],
    ['仙桃市财政局', '429004', '财政局'],
    ['湖南省津市市财政局', '430781', '财政局'],
  ])('%s lies in %s and is a %s', (name, code, body) => {
    expect(place(name)).toEqual([code, body]);
  });

  test('the short forms of provinces and cities count before a district that lies in them, not alone', () => {
    expect(place('北京朝阳区财政局')).toEqual(['110105', '财政局']);
    expect(place('广西南宁市财政局')).toEqual(['450100', '财政局']);
    expect(place('新疆伊犁州财政局')).toEqual(['654000', '财政局']);
    expect(place('广东从化区财政局')).toEqual(['440117', '财政局']);
    expect(place('广州海关')).toEqual(['000000', '广州海关']);
    expect(place('北京大学')).toEqual(['000000', '北京大学']);
  });

  test('an autonomous division is found without the names of its peoples', () => {
    expect(place('恩施州财政局')).toEqual(['422800', '财政局']);
    expect(place('恩施土家族苗族自治州财政局')).toEqual(['422800', '财政局']);
    expect(place('石柱县财政局')).toEqual(['500240', '财政局']);
    expect(place('海南州共和县财政局')).toEqual(['632521', '财政局']);
    expect(place('海南省财政厅')).toEqual(['460000', '财政厅']);
  });

  test('a district named without its city is placed where China has only one of that name', () => {
    expect(place('从化区政务服务数据管理局')).toEqual(['440117', '政务服务数据管理局']);
    expect(place('番禺区财政局')).toEqual(['440113', '财政局']);
  });

  test.each([
    '朝阳区财政局',
    '鼓楼区财政局',
    '市中区财政局',
    '白云区财政局',
    '南沙区财政局',
    '城区财政局',
    '东区管理委员会',
  ])('%s is not placed, as the city is not named', (name) => {
    expect(placeBody(name, reference).district).toBeUndefined();
    expect(place(name)).toEqual(['000000', name]);
  });

  test('the same names are placed once the city is named', () => {
    expect(place('广州市白云区财政局')[0]).toBe('440111');
    expect(place('贵阳市白云区财政局')[0]).toBe('520113');
    expect(place('南京市鼓楼区财政局')[0]).toBe('320106');
    expect(place('青岛市市南区财政局')[0]).toBe('370202');
    expect(place('晋城市城区财政局')[0]).toBe('140502');
    expect(place('广州市南沙区财政局')[0]).toBe('440115');
  });

  test('a district of another city is not taken for one of this', () => {
    expect(place('广州市朝阳区财政局')).toEqual(['440100', '朝阳区财政局']);
    expect(place('广东省城区管理办公室')).toEqual(['440000', '城区管理办公室']);
  });

  test('a division that was abolished or renamed is found by its old name', () => {
    expect(placeBody('增城市财政局', reference).district).toMatchObject({ code: '440183', until: 2013 });
    expect(place('广州市从化市财政局')).toEqual(['440184', '财政局']);
    expect(place('襄樊市财政局')).toEqual(['420600', '财政局']);
  });

  test('of a present and an abolished division of one name the present one is meant', () => {
    expect(place('巢湖市财政局')[0]).toBe('340181');
    expect(place('铜仁市财政局')[0]).toBe('520600');
    expect(place('曾都区财政局')[0]).toBe('421303');
  });

  test('party committees are one body, however they are printed', () => {
    expect(place('中共广州市越秀区委组织部')).toEqual(['440104', '党委组织部']);
    expect(place('广州市越秀区委组织部')).toEqual(['440104', '党委组织部']);
    expect(place('中国共产党广州市委员会组织部')).toEqual(['440100', '党委组织部']);
    expect(place('广州市委托代建中心')).toEqual(['440100', '委托代建中心']);
  });

  test('a body of the whole country keeps its name before the place', () => {
    expect(place('国家税务总局广州市税务局')).toEqual(['440100', '国家税务总局税务局']);
    expect(place('中国人民政治协商会议广州市越秀区委员会')).toEqual(['440104', '中国人民政治协商会议委员会']);
    expect(place('国家税务总局从化区税务局')).toEqual(['440117', '国家税务总局税务局']);
  });

  test('（本级） belongs to the name and not to the body', () => {
    expect(placeBody('广州市越秀区财政局(本级)', reference)).toMatchObject({
      districtCode: '440104',
      name: '广州市越秀区财政局（本级）',
      body: '财政局',
    });
    expect(place('广州市越秀区人民政府（本级）')).toEqual(['440104', '人民政府']);
  });

  test('blanks and line breaks in the name do not matter', () => {
    expect(placeBody('广州市 从化区\n政务服务　数据管理局', reference)).toMatchObject({
      districtCode: '440117',
      name: '广州市从化区政务服务数据管理局',
      body: '政务服务数据管理局',
    });
  });

  test('a name without a place is unidentified and stays whole', () => {
    expect(place('财政部')).toEqual(['000000', '财政部']);
    expect(place('未识别')).toEqual(['000000', '未识别']);
    expect(place('')).toEqual(['000000', '']);
  });
});
