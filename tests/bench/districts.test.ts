import { chooseDistricts, nameBody } from '../../bench/data/districts.js';
import { REFERENCE } from '../support/reference.js';

describe('The districts of generated data', () => {
  it('begin with those of Guangzhou', () => {
    expect(chooseDistricts(REFERENCE, 11).map(({ name }) => name)).toEqual([
      ...['荔湾区', '越秀区', '海珠区', '天河区', '白云区', '黄埔区', '番禺区', '花都区', '南沙区', '从化区', '增城区'],
    ]);
  });

  it('are the beginning of those that more would be', () => {
    expect(chooseDistricts(REFERENCE, 1000).slice(0, 300)).toEqual(chooseDistricts(REFERENCE, 300));
  });

  it('are counties of today, each once', () => {
    const all = chooseDistricts(REFERENCE, 2850);
    expect(new Set(all.map(({ code }) => code)).size).toBe(2850);
    expect(all.filter(({ level, until }) => level !== 'COUNTY' || until !== null)).toEqual([]);
  });

  it('are no more than there are', () => {
    expect(() => chooseDistricts(REFERENCE, 2851)).toThrow('expected at most 2850 districts, got 2851');
  });

  it('give their name and their city to their bodies', () => {
    const [district] = chooseDistricts(REFERENCE, 1);
    expect(nameBody(REFERENCE, district!, '教育局')).toBe('广州市荔湾区教育局');
  });
});
