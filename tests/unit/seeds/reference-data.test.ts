import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { loadReference } from '../../../src/app/load-reference.js';
import { parentCode } from '../../../src/domain/account.js';
import {
  absoluteOf,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  subtractDecimals,
} from '../../../src/domain/exact-decimal.js';
import { placeBody } from '../../../src/domain/place.js';
import { REFERENCE_FILES } from '../../../src/domain/reference-tables.js';
import { chooseStatistic } from '../../../src/domain/statistics.js';

const folder = new URL('../../../seeds/reference/', import.meta.url);
const reference = loadReference();
const current = reference.divisions.filter(({ until }) => until === null);
const count = (level: string): number => current.filter((division) => division.level === level).length;

describe('the files', () => {
  test.each(Object.values(REFERENCE_FILES))(
    '%s has plain fields: no quotes, no outer blanks, no empty lines',
    (file) => {
      const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
      expect(lines.pop()).toBe('');
      const width = lines[0]?.split('\t').length;
      for (const line of lines) {
        expect(line).not.toMatch(/["\r]| \t|\t |^\s*$/);
        expect([line, line.split('\t').length]).toEqual([line, width]);
      }
    },
  );
});

describe('divisions', () => {
  test('China has 34 provinces, 333 prefectures and some 2,850 counties', () => {
    expect(count('PROVINCE')).toBe(34);
    expect(count('PREFECTURE')).toBe(333);
    expect(count('COUNTY')).toBeGreaterThan(2840);
    expect(count('COUNTY')).toBeLessThan(2860);
  });

  test('Guangdong has 21 cities, Guangzhou 11 districts today, 东莞 and 中山 none', () => {
    const children = (code: string): number => current.filter(({ parentCode: parent }) => parent === code).length;
    expect(children('440000')).toBe(21);
    expect(children('440100')).toBe(11);
    expect(children('441900')).toBe(0);
    expect(children('442000')).toBe(0);
  });

  test.each([
    ['000000', '未识别', 'Unidentified'],
    ['440100', '广州市', 'Guangzhou'],
    ['440104', '越秀区', 'Yuexiu District'],
    ['440105', '海珠区', 'Haizhu District'],
    ['440113', '番禺区', 'Panyu District'],
    ['440117', '从化区', 'Conghua District'],
    ['500000', '重庆市', 'Chongqing'],
    ['350200', '厦门市', 'Xiamen'],
    ['341500', '六安市', "Lu'an"],
    ['340300', '蚌埠市', 'Bengbu'],
    ['511100', '乐山市', 'Leshan'],
    ['371522', '莘县', 'Shen County'],
    ['371524', '东阿县', "Dong'e County"],
    ['320116', '六合区', 'Luhe District'],
    ['330382', '乐清市', 'Yueqing City'],
    ['130225', '乐亭县', 'Laoting County'],
    ['141024', '洪洞县', 'Hongtong County'],
    ['410621', '浚县', 'Xun County'],
    ['130726', '蔚县', 'Yu County'],
    ['341621', '涡阳县', 'Guoyang County'],
    ['361124', '铅山县', 'Yanshan County'],
    ['441422', '大埔县', 'Dabu County'],
    ['610829', '吴堡县', 'Wubu County'],
    ['610000', '陕西省', 'Shaanxi'],
    ['140000', '山西省', 'Shanxi'],
    ['150000', '内蒙古自治区', 'Inner Mongolia'],
    ['540000', '西藏自治区', 'Tibet'],
    ['150100', '呼和浩特市', 'Hohhot'],
    ['422800', '恩施土家族苗族自治州', 'Enshi Tujia and Miao Autonomous Prefecture'],
    ['429021', '神农架林区', 'Shennongjia Forestry District'],
    ['659001', '石河子市', 'Shihezi City'],
  ])('%s %s is %s', (code, name, nameEn) => {
    expect(reference.division(code)).toMatchObject({ name, nameEn });
  });

  test('parents are one of the levels above, names in English are plain', () => {
    for (const { code, parentCode: parent, level, nameEn } of reference.divisions) {
      const above = parent === null ? undefined : reference.division(parent)?.level;
      const allowed = {
        PROVINCE: [undefined],
        RESERVED: [undefined],
        PREFECTURE: ['PROVINCE'],
        COUNTY: ['PREFECTURE', 'PROVINCE'],
      };
      expect([code, allowed[level]]).toEqual([code, expect.arrayContaining([above])]);
      expect(nameEn).toMatch(/^[A-Z][A-Za-zü',\- ]+$/);
    }
  });
});

describe('accounts', () => {
  test('the parent of every account is in the list, in its own years', () => {
    for (const { classification, code, edition } of reference.accounts) {
      const parent = parentCode(code);
      if (parent !== null)
        expect([code, reference.account(classification, parent, edition)?.code]).toEqual([code, parent]);
    }
  });

  test('every 类 that the five reports print is there', () => {
    const functional = [
      '201',
      '202',
      '203',
      '204',
      '205',
      '206',
      '207',
      '208',
      '210',
      '211',
      '212',
      '213',
      '214',
      '215',
      '216',
    ];
    for (const code of [...functional, '217', '219', '220', '221', '222', '223', '224', '229', '231', '232', '234']) {
      expect([code, reference.account('FUNCTIONAL', code, 2020)?.code]).toEqual([code, code]);
    }
  });

  test('every row says where it comes from', () => {
    for (const { source } of [...reference.accounts])
      expect(source).toMatch(/printed in|general knowledge|list|domain notes/);
  });

  test('a change starts a new edition where the code or its meaning is new, and none where only the name is', () => {
    const kinds = ['MOVED', 'SPLIT', 'MERGED', 'REUSED', 'ADDED'];
    const changes = [
      ...new Set(reference.accounts.flatMap(({ classification, code }) => reference.changes(classification, code))),
    ];
    for (const { kind, year, from, to, note } of changes) {
      if (kind === 'RENAMED') expect(to).toEqual(from);
      // What an older code took in without a new meaning of its own (39906) keeps its edition.
      else if (kinds.includes(kind) && to && to.code !== '39906') expect([note, to.edition]).toEqual([note, year]);
    }
  });

  test('every meaning that ended or began has a change that says what became of it, in that very year', () => {
    for (const { classification, code, edition, lastYear } of reference.accounts) {
      const own = reference.changes(classification, code);
      const isOwn = (end: { code: string; edition: number } | null) => end?.code === code && end.edition === edition;
      const ended = own.filter(({ kind, from }) => isOwn(from) && kind !== 'RENAMED' && kind !== 'REUSED');
      const begun = own.filter(({ kind, to }) => isOwn(to) && kind !== 'RENAMED');
      const end = lastYear === null ? [] : [lastYear + 1];
      expect([code, edition, ...new Set(ended.map(({ year }) => year))]).toEqual([code, edition, ...end]);
      if (edition > 2007) expect([code, edition, begun.length > 0]).toEqual([code, edition, true]);
    }
  });

  test('every year in which an official name changes has a RENAMED', () => {
    for (const { classification, code, edition, lastYear } of reference.accounts) {
      const years = Array.from({ length: (lastYear ?? 2026) - edition }, (_, place) => edition + place + 1);
      const nameIn = (year: number) => reference.officialName(classification, code, year);
      const renamed = reference.changes(classification, code).filter(({ kind, to }) => {
        return kind === 'RENAMED' && to?.code === code && to.edition === edition;
      });
      expect([code, ...years.filter((year) => nameIn(year) !== nameIn(year - 1))]).toEqual([
        code,
        ...renamed.map(({ year }) => year),
      ]);
    }
  });

  test('every rename has a former name that ends the year before', () => {
    const changes = [
      ...new Set(reference.accounts.flatMap(({ classification, code }) => reference.changes(classification, code))),
    ];
    for (const { classification, kind, year, to } of changes) {
      if (kind !== 'RENAMED' || !to) continue;
      const before = reference.officialName(classification, to.code, year - 1);
      expect([to.code, before]).not.toEqual([to.code, reference.officialName(classification, to.code, year)]);
    }
  });
});

describe('statistics', () => {
  const { statistics } = reference;
  const find = (districtCode: string | null, year: number, vintage: string): string | undefined =>
    statistics.find((own) => own.districtCode === districtCode && own.year === year && own.vintage === vintage)?.value;

  test('the districts of a city that are all there under its vintage add up to it, and those of which some are missing to less', () => {
    const cities = statistics.filter(({ districtCode }) => districtCode?.endsWith('00'));
    const complete = cities.filter(({ districtCode, year, vintage, value }) => {
      const districts = current.filter(({ parentCode: parent }) => parent === districtCode).map(({ code }) => code);
      const parts = districts.flatMap((code) => find(code, year, vintage) ?? []);
      const sum = addDecimals(parts);
      if (parts.length < districts.length) {
        expect([vintage, year, compareDecimals(sum, value)]).toEqual([vintage, year, -1]);
        return false;
      }
      const gap = absoluteOf(subtractDecimals(sum, value));
      const rounding = addDecimals([...parts, value].map(halfOfLastDigit));
      expect([vintage, year, compareDecimals(gap, rounding) <= 0]).toEqual([vintage, year, true]);
      return true;
    });
    expect(complete.map(({ districtCode, year }) => [districtCode, year])).toEqual([['440100', 2023]]);
  });

  // As the domain notes have them.
  test.each([
    ['440117', 2019, '2020-03 first published', '64.95'],
    ['440113', 2019, '2020-03 first published', '182.78'],
    ['440100', 2019, '2020-03 first published', '1530.59'],
    ['440105', 2017, '2018 first published', '166.31'],
    ['440117', 2020, '2021-05 census of 2020-11-01', '71.77'],
    ['440113', 2020, '2021-05 census of 2020-11-01', '265.84'],
    ['440104', 2020, '2021-05 census of 2020-11-01', '103.86'],
    ['440105', 2020, '2021-05 census of 2020-11-01', '181.90'],
    ['440100', 2020, '2021-05 census of 2020-11-01', '1867.66'],
    ['440100', 2020, '2022 yearbook', '1874.03'],
    ['440100', 2021, '2022-03 first published', '1881.06'],
    ['440117', 2023, '2024-04 first published', '73.26'],
    ['440113', 2023, '2024-04 first published', '282.29'],
    ['440104', 2023, '2024-04 first published', '96.00'],
    ['440105', 2023, '2024-04 first published', '176.83'],
    ['440100', 2023, '2024-04 first published', '1882.70'],
    [null, 2016, '2021 World Bank', '101.41'],
    [null, 2017, '2021 World Bank', '105.70'],
    [null, 2018, '2021 World Bank', '109.40'],
    [null, 2019, '2021 World Bank', '110.81'],
    [null, 2020, '2021 World Bank', '111.50'],
  ])('of %s in %i, %s: %s', (district, year, vintage, value) => {
    expect(find(district, year, vintage)).toBe(value);
  });

  test('从化 and 越秀 2019 are of one vintage', () => {
    const vintages = ['440117', '440104'].map(
      (districtCode) =>
        chooseStatistic(statistics, { kind: 'POPULATION', districtCode, year: 2019, vintage: null })?.vintage,
    );
    expect(vintages).toEqual(['2020-03 first published', '2020-03 first published']);
  });

  test('what the census counted says so, in vintage and source, and is nobody else’s', () => {
    for (const { vintage, source, year } of statistics.filter(({ kind }) => kind === 'POPULATION')) {
      const isCensus = vintage.includes('census of 2020-11-01');
      expect([source, isCensus]).toEqual([source, source.includes('as of 2020-11-01')]);
      if (isCensus) expect(year).toBe(2020);
    }
  });
});

describe('places', () => {
  test('every division of today is found by its full name, and alone it is found or not placed, never mistaken', () => {
    for (const { code, name } of current.filter(({ level }) => level !== 'RESERVED')) {
      const whole = reference.lineage(code).map((division) => division.name);
      expect(placeBody(`${whole.reverse().join('')}财政局`, reference)).toMatchObject({
        districtCode: code,
        body: '财政局',
      });
      expect([code, '000000']).toContain(placeBody(`${name}财政局`, reference).districtCode);
    }
  });
});
