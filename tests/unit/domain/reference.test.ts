import { describe, expect, test } from '@jest/globals';

import { loadReference } from '../../../src/app/load-reference.js';
import type { ReferenceTexts } from '../../../src/domain/reference-tables.js';
import { buildReference } from '../../../src/domain/reference.js';

const reference = loadReference();

const SMALL: ReferenceTexts = {
  divisions: table('code name nameEn parent level until formerNames', '440000|广东省|Guangdong||PROVINCE||'),
  accounts: table(
    'classification code edition lastYear name source',
    'ECONOMIC|30311|2007|2017|住房公积金|print',
    'ECONOMIC|30311|2020||代缴社会保险费|print',
  ),
  accountNames: table('classification code edition name fromYear toYear kind source'),
  accountChanges: table(
    'classification year kind fromCode fromEdition toCode toEdition confidence note source',
    'ECONOMIC|2020|REUSED|30311|2007|30311|2020|HIGH|another meaning|print',
  ),
  departmentNames: table('district formerName name year source'),
  annotations: table('district department year metric classification code note source'),
  statistics: table('kind district year value vintage source'),
};

/** A table of tab-separated fields; columns written with blanks, rows with bars. */
function table(columns: string, ...rows: string[]): string {
  return [columns.replaceAll(' ', '\t'), ...rows.map((row) => row.replaceAll('|', '\t')), ''].join('\n');
}

describe('editions', () => {
  test('30311 is 住房公积金 until 2017 and 代缴社会保险费 from 2020; in between the earlier meaning stands', () => {
    expect(reference.editionOf('ECONOMIC', '30311', 2017)).toBe(2007);
    expect(reference.editionOf('ECONOMIC', '30311', 2019)).toBe(2007);
    expect(reference.editionOf('ECONOMIC', '30311', 2020)).toBe(2020);
    expect(reference.account('ECONOMIC', '30311', 2017)).toMatchObject({ name: '住房公积金', lastYear: 2017 });
    expect(reference.account('ECONOMIC', '30311', 2023)).toMatchObject({ name: '代缴社会保险费', lastYear: null });
  });

  test('a code of which no change is known has the edition 2007, in the list or not', () => {
    expect(reference.editionOf('FUNCTIONAL', '2010301', 2019)).toBe(2007);
    expect(reference.editionOf('FUNCTIONAL', '2010308', 2019)).toBe(2007);
    expect(reference.account('FUNCTIONAL', '2010308', 2019)).toBeUndefined();
  });

  test('the codes of the 2018 reform begin in 2018, those of later years then', () => {
    for (const code of ['30113', '30110', '30114', '30102', '301', '303', '30702', '31021', '312']) {
      expect([code, reference.editionOf('ECONOMIC', code, 2019)]).toEqual([code, 2018]);
    }
    expect(reference.editionOf('ECONOMIC', '301', 2017)).toBe(2007);
    expect(reference.editionOf('ECONOMIC', '30101', 2019)).toBe(2007);
    expect(reference.editionOf('FUNCTIONAL', '224', 2019)).toBe(2019);
    expect(reference.editionOf('FUNCTIONAL', '234', 2020)).toBe(2020);
  });

  test('a rename is no new edition', () => {
    expect(reference.editionOf('FUNCTIONAL', '207', 2017)).toBe(2007);
    expect(reference.editionOf('FUNCTIONAL', '207', 2019)).toBe(2007);
  });

  test('an account knows its level and the code above it', () => {
    expect(reference.account('FUNCTIONAL', '2080501', 2019)).toEqual({
      code: '2080501',
      edition: 2007,
      lastYear: null,
      name: '归口管理的行政单位离退休',
      level: 'ITEM',
      parentCode: '20805',
    });
    expect(reference.account('FUNCTIONAL', '208', 2019)).toMatchObject({ level: 'CATEGORY', parentCode: null });
    expect(reference.account('ECONOMIC', '30113', 2019)).toMatchObject({ level: 'GROUP', parentCode: '301' });
  });
});

describe('names', () => {
  test.each([
    ['207', 2017, '文化体育与传媒支出'],
    ['207', 2019, '文化旅游体育与传媒支出'],
    ['210', 2013, '医疗卫生支出'],
    ['210', 2017, '医疗卫生与计划生育支出'],
    ['210', 2019, '卫生健康支出'],
    ['215', 2019, '资源勘探信息等支出'],
    ['215', 2020, '资源勘探工业信息等支出'],
    ['220', 2017, '国土海洋气象等支出'],
    ['220', 2019, '自然资源海洋气象等支出'],
    ['20701', 2017, '文化'],
    ['20805', 2019, '行政事业单位离退休'],
    ['20805', 2020, '行政事业单位养老支出'],
    ['2080501', 2020, '行政单位离退休'],
    ['21211', 2017, '农业土地开发资金及对应专项债务收入安排的支出'],
    ['21211', 2019, '农业土地开发资金安排的支出'],
  ])('%s is called in %i %s', (code, year, name) => {
    expect(reference.officialName('FUNCTIONAL', code, year)).toBe(name);
  });

  test.each([
    ['30310', 2017, '生产补贴'],
    ['30310', 2019, '个人农业生产补贴'],
    ['30399', 2017, '其他对个人和家庭的补助支出'],
    ['307', 2017, '债务利息支出'],
    ['307', 2019, '债务利息及费用支出'],
    ['310', 2017, '其他资本性支出'],
    ['310', 2019, '资本性支出'],
    ['30307', 2017, '医疗费'],
    ['30307', 2019, '医疗费补助'],
  ])('economic %s is called in %i %s', (code, year, name) => {
    expect(reference.officialName('ECONOMIC', code, year)).toBe(name);
  });

  test('an account lists the present name, former ones and variants', () => {
    expect(reference.namesOf('FUNCTIONAL', '20604', 2007)).toEqual(['技术研究与开发', '技术与开发']);
    expect(reference.namesOf('FUNCTIONAL', '210', 2007)).toEqual([
      '卫生健康支出',
      '医疗卫生支出',
      '医疗卫生与计划生育支出',
    ]);
    expect(reference.namesOf('FUNCTIONAL', '210', 1999)).toEqual([]);
  });

  test('the 类 of a summary row is found by its name, whatever its numbering, blanks, width and year', () => {
    expect(reference.categoryByName('一、一般公共服务支出', 2019)).toBe('201');
    expect(reference.categoryByName('一般公共服务', 2019)).toBe('201');
    expect(reference.categoryByName('七、文化体育与传媒支出', 2017)).toBe('207');
    expect(reference.categoryByName('七、文化旅游体育与传媒 支出', 2017)).toBe('207');
    expect(reference.categoryByName('二十一、灾害防治及应急管理支 出', 2019)).toBe('224');
    expect(reference.categoryByName('二十二、其他支出', 2019)).toBe('229');
    expect(reference.categoryByName('十四、资源勘探工业信息等支出', 2020)).toBe('215');
    expect(reference.categoryByName('二十六、抗疫特别国债安排的支出', 2020)).toBe('234');
  });

  test('what is no 类 stays unresolved', () => {
    for (const name of ['行政运行', '其他', '合计', '本年支出合计', '结余分配', '', '年末结转和结余', '住房公积金']) {
      expect([name, reference.categoryByName(name, 2019)]).toEqual([name, undefined]);
    }
  });

  test('economic 类 of the by-unit tables are found by name', () => {
    expect(reference.economicCategoryByName('工资福利支出合 计', 2023)).toBe('301');
    expect(reference.economicCategoryByName('商品和服务支出', 2023)).toBe('302');
    expect(reference.economicCategoryByName('对个人和家庭的 补助合计', 2023)).toBe('303');
    expect(reference.economicCategoryByName('资本性支出合计', 2023)).toBe('310');
    expect(reference.economicCategoryByName('资本性支出(基本建设)', 2023)).toBe('309');
    expect(reference.economicCategoryByName('一般公共服务支出', 2023)).toBeUndefined();
  });
});

describe('changes', () => {
  const brief = (code: string, from: number, to: number): string[] =>
    reference
      .changesBetween('ECONOMIC', code, from, to)
      .map((change) => `${change.year} ${change.kind} ${change.from?.code ?? '-'} ${change.to?.code ?? '-'}`);

  test('住房公积金 moved from 30311 to 30113 in 2018, and 30311 was used anew in 2020', () => {
    expect(brief('30311', 2017, 2019)).toEqual(['2018 MOVED 30311 30113']);
    expect(brief('30311', 2020, 2017)).toEqual(['2018 MOVED 30311 30113', '2020 REUSED 30311 30311']);
    expect(brief('30113', 2017, 2018)).toEqual(['2018 MOVED 30311 30113']);
    expect(brief('30113', 2018, 2023)).toEqual([]);
  });

  test('a split names all its parts, a merger all that went into it', () => {
    expect(brief('30104', 2017, 2018)).toEqual([
      '2018 SPLIT 30104 30110',
      '2018 SPLIT 30104 30111',
      '2018 SPLIT 30104 30112',
    ]);
    expect(brief('30102', 2017, 2018)).toEqual([
      '2018 MERGED 30102 30102',
      '2018 MERGED 30312 30102',
      '2018 MERGED 30313 30102',
      '2018 MERGED 30314 30102',
      '2018 MERGED 30315 30102',
    ]);
    expect(brief('30307', 2017, 2019)).toEqual(['2018 SPLIT 30307 30114', '2018 SPLIT 30307 30307']);
  });

  test('an added account has no from, a removed one no to', () => {
    expect(reference.changes('FUNCTIONAL', '224')).toMatchObject([{ kind: 'ADDED', from: null, year: 2019 }]);
    expect(reference.changes('ECONOMIC', '31020')).toMatchObject([{ kind: 'REMOVED', to: null, confidence: 'HIGH' }]);
  });

  test('what the notes of the domain doubt is not of high confidence', () => {
    for (const code of ['20701', '2089901', '2129999']) {
      for (const change of reference.changes('FUNCTIONAL', code)) expect(change.confidence).not.toBe('HIGH');
    }
    expect(reference.changes('ECONOMIC', '304').map(({ confidence }) => confidence)).toEqual(['LOW', 'LOW']);
  });

  test('a code without a known change has none', () => {
    expect(reference.changes('FUNCTIONAL', '2010301')).toEqual([]);
  });
});

describe('bodies', () => {
  test('the office of 海珠 goes on as the bureau, from 2019', () => {
    const office = '广州市海珠区人民政府政务管理办公室';
    const bureau = '广州市海珠区政务服务数据管理局';
    expect(reference.bodyOf('440105', office)).toBe(bureau);
    expect(reference.bodyOf('440105', bureau)).toBe(bureau);
    expect(reference.renamesTo('440105', bureau)).toMatchObject([{ formerName: office, year: 2019 }]);
    expect(reference.bodyOf('440104', office)).toBe(office);
  });
});

describe('divisions', () => {
  test('a division knows what lies above it', () => {
    expect(reference.lineage('440117').map(({ name }) => name)).toEqual(['从化区', '广州市', '广东省']);
    expect(reference.division('440117')).toMatchObject({ nameEn: 'Conghua District', parentCode: '440100' });
    expect(reference.division('999999')).toBeUndefined();
    expect(reference.lineage('999999')).toEqual([]);
  });

  test('a name may belong to several divisions, the reserved one is never found', () => {
    const codes = reference.findDivisions('朝阳区').map(({ code }) => code);
    expect(codes).toEqual(['110105', '220104']);
    expect(reference.findDivisions('襄樊市').map(({ code }) => code)).toEqual(['420600']);
    expect(reference.findDivisions('未识别')).toEqual([]);
  });
});

describe('a bad row is refused with its file and line', () => {
  const build = (change: Partial<ReferenceTexts>) => () => buildReference({ ...SMALL, ...change });
  const ACCOUNT_HEAD = 'classification code edition lastYear name source';
  const STATISTIC_HEAD = 'kind district year value vintage source';
  const DIVISION_HEAD = 'code name nameEn parent level until formerNames';

  test('the small tables themselves are right', () => {
    expect(build({})().editionOf('ECONOMIC', '30311', 2021)).toBe(2020);
  });

  test.each<[string, Partial<ReferenceTexts>]>([
    ['divisions.tsv, line 1: expected the columns code, name', { divisions: 'code\tname\n' }],
    ['divisions.tsv, line 2: expected 7 tab-separated fields', { divisions: table(DIVISION_HEAD, '440000|广东省') }],
    [
      'divisions.tsv, line 2: expected level to be one of PROVINCE, PREFECTURE, COUNTY, RESERVED, got "TOWN"',
      { divisions: table(DIVISION_HEAD, '440000|广东省|Guangdong||TOWN||') },
    ],
    [
      'divisions.tsv, line 3: expected each code once, got "440000"',
      { divisions: table(DIVISION_HEAD, '440000|广东省|Guangdong||PROVINCE||', '440000|广东|Guangdong||PROVINCE||') },
    ],
    [
      'divisions.tsv, line 2: expected a parent of the list, got "440000"',
      { divisions: table(DIVISION_HEAD, '440100|广州市|Guangzhou|440000|PREFECTURE||') },
    ],
    [
      'accounts.tsv, line 2: expected a code as code, got "3031"',
      { accounts: table(ACCOUNT_HEAD, 'ECONOMIC|3031|2007||住房公积金|print') },
    ],
    [
      'accounts.tsv, line 2: expected a year as edition, got ""',
      { accounts: table(ACCOUNT_HEAD, 'ECONOMIC|30311|||住房公积金|print') },
    ],
    [
      'accounts.tsv, line 3: expected editions of 30311 that don\'t overlap (2007 to now is taken), got "2020"',
      {
        accounts: table(
          ACCOUNT_HEAD,
          'ECONOMIC|30311|2007||住房公积金|print',
          'ECONOMIC|30311|2020||代缴社会保险费|print',
        ),
      },
    ],
    [
      'account-changes.tsv, line 2: expected a code and edition of accounts.tsv, got "ECONOMIC 30113 (2018)"',
      {
        accountChanges: table(
          'classification year kind fromCode fromEdition toCode toEdition confidence note source',
          'ECONOMIC|2018|MOVED|30311|2007|30113|2018|HIGH|moved|print',
        ),
      },
    ],
    [
      'annotations.tsv, line 2: expected a metric or an account, got "EXPENDITURE"',
      {
        annotations: table(
          'district department year metric classification code note source',
          '440000|某局|2019|EXPENDITURE|ECONOMIC|30311|a pool|print',
        ),
      },
    ],
    [
      'statistics.tsv, line 2: expected value to be a decimal above 0 such as 64.95, with 12 digits at most before the point and 8 after it, got "about 65"',
      { statistics: table(STATISTIC_HEAD, 'POPULATION|440000|2019|about 65|2020-03 x|print') },
    ],
    [
      'statistics.tsv, line 2: expected a division of the list, got "440117"',
      { statistics: table(STATISTIC_HEAD, 'POPULATION|440117|2019|64.95|2020-03 x|print') },
    ],
    [
      'statistics.tsv, line 3: expected each kind, district, year and vintage once, got "DEFLATOR  2016 2020-03 x"',
      {
        statistics: table(
          STATISTIC_HEAD,
          'DEFLATOR||2016|101.41|2020-03 x|print',
          'DEFLATOR||2016|101.42|2020-03 x|print',
        ),
      },
    ],
    [
      'department-names.tsv, line 3: expected names that lead to a present one',
      {
        departmentNames: table(
          'district formerName name year source',
          '440000|甲局|乙局|2018|print',
          '440000|乙局|甲局|2019|print',
        ),
      },
    ],
  ])('%s', (message, change) => {
    expect(build(change)).toThrow(message);
  });
});
