import { groupExamples } from './example.js';

const DISTRICTS = `# 先查区划代码：广州市本级和各区。
# Division codes first: the city itself and its districts.
# 看 code 和 parent：其他问题里的 district 填的就是这个代码。
# Look at code and parent: this is the code that other questions take as district.
query FindDistricts($where: DistrictFilter) {
  districts(where: $where) {
    code
    name
    nameEn
    parent {
      code
      name
    }
  }
}
`;

const DEPARTMENTS = `# 查部门：id、名称、机构（各地同类部门相同）、曾用名、有报告的年份。
# Departments: id, name, body (the same for peers), former names, and years with a report.
# 看 formerNames：机构改革前后是同一个部门，同一个 id。
# Look at formerNames: before and after a reorganisation it is one department with one id.
query FindDepartments($where: DepartmentFilter) {
  departments(where: $where) {
    totalCount
    nodes {
      id
      name
      body
      formerNames
      district {
        code
        name
      }
      years {
        year
      }
    }
  }
}
`;

const ACCOUNTS = `# 查科目：代码的开头、名称的一部分、拼音或拼音首字母（gwjd = 公务接待）。
# Accounts by the beginning of a code, part of a name, pinyin, or its initials (gwjd = 公务接待, hospitality).
# 看 classification 和 edition：哪张科目表，从哪一年起；variants 是见过的其他写法。
# Look at classification and edition: which list, since which year; variants are other spellings met.
query FindAccounts($search: String!, $where: AccountFilter) {
  accounts(search: $search, where: $where, first: 10) {
    totalCount
    nodes {
      code
      name
      classification
      level
      edition
      lastYear
      variants
    }
  }
}
`;

const TREE = `# 科目树：从一个款往上到类，往下到项。
# The tree of accounts: from a 款 (group, 5 digits) up to its 类 (category), down to its 项 (items).
# 看 level：同一笔钱在类、款、项各印一次，所以加总只取一级。
# Look at level: the same money is printed on each level, so a sum takes one level only.
query AccountTree($code: String!, $year: Int!) {
  accounts(where: { classification: [FUNCTIONAL], code: { eq: $code }, year: { eq: $year } }) {
    nodes {
      code
      name
      level
      parent {
        code
        name
        level
      }
      children {
        code
        name
        level
      }
    }
  }
}
`;

const EDITIONS = `# 一个代码在不同年份的含义：30311 用过两次。
# What a code meant in which years: 30311 was used twice.
# 看 edition 和 lastYear：2018、2019 年这个代码没有含义。
# Look at edition and lastYear: in 2018 and 2019 this code meant nothing.
query CodeThroughEditions($classification: [Classification!], $code: String!) {
  accounts(where: { classification: $classification, code: { eq: $code } }) {
    nodes {
      code
      name
      edition
      lastYear
      parent {
        code
        name
      }
    }
  }
}
`;

const CROSSWALK = `# 一个科目到另一年变成了什么：2018 年经济分类改革，30104 拆成三个，比例不明。
# What became of an account in another year: in the reform of 2018, 30104 was split into three of unknown shares.
# 看 kind 和 confidence：REUSED 不表示对应，只说明代码另有含义。
# Look at kind and confidence: REUSED joins nothing, the code means something else there.
query WhatBecameOfIt($code: String!, $fromYear: Int!, $toYear: Int!) {
  crosswalk(classification: ECONOMIC, code: $code, fromYear: $fromYear, toYear: $toYear) {
    from {
      code
      name
    }
    to {
      code
      name
    }
    kind
    confidence
    note
  }
}
`;

/** The codes, ids and names that other questions are asked with. */
export const CODES_FIRST = groupExamples({ group: 'Codes first', groupZh: '先查代码' }, [
  {
    title: 'Codes of districts',
    titleZh: '查区划代码',
    query: DISTRICTS,
    variables: { where: { code: { startsWith: '4401' } } },
  },
  {
    title: 'Departments and their former names',
    titleZh: '查部门和曾用名',
    query: DEPARTMENTS,
    variables: { where: { body: { eq: '政务服务数据管理局' } } },
  },
  {
    title: 'Search for an account',
    titleZh: '查科目，可用拼音',
    query: ACCOUNTS,
    variables: { search: 'gwjd', where: { classification: ['ECONOMIC'] } },
  },
  {
    title: 'The tree of accounts',
    titleZh: '科目树：类、款、项',
    query: TREE,
    variables: { code: '20103', year: 2019 },
  },
  {
    title: 'What a code meant, and when',
    titleZh: '代码的历年含义',
    query: EDITIONS,
    variables: { classification: ['ECONOMIC'], code: '30311' },
  },
  {
    title: 'What became of an account',
    titleZh: '科目的历年对照',
    query: CROSSWALK,
    variables: { code: '30104', fromYear: 2017, toYear: 2019 },
  },
]);
