import { groupExamples } from './example.js';

const VALUES = `# 每个区、每个部门某一年的本年支出；没有的说明原因。
# Expenditure of one year by district and department; what is missing says why.
# 看 years：部门有哪些年份的报告；没有那一年，value 就是 NOT_COVERED。
# Look at years: where a department has no report of the year, the value is NOT_COVERED.
query DistrictValues($year: Int!) {
  districts {
    code
    name
    value(metric: EXPENDITURE, year: $year) {
      amount
      unit
      stage
      missing
    }
    departments {
      name
      years {
        year
      }
      value(metric: EXPENDITURE, year: $year) {
        amount
        missing
      }
    }
  }
}
`;

const SEVERAL_METRICS = `# 沿着树取几个指标：用别名（total、basic …）区分同名的字段。
# Several metrics along the tree: aliases (total, basic …) tell fields of one name apart.
# 看 amount：越秀区 718.34 + 2076.75 比印出的 2795.08 多 0.01，是四舍五入的尾差，不改动。
# Look at amount: basic and project may add up to 0.01 more than the printed total: rounding, never repaired.
query SeveralMetrics($where: DistrictFilter, $year: Int!) {
  districts(where: $where) {
    name
    departments {
      name
      total: value(metric: EXPENDITURE, year: $year) {
        ...Amount
      }
      basic: value(metric: BASIC_EXPENDITURE, year: $year) {
        ...Amount
      }
      project: value(metric: PROJECT_EXPENDITURE, year: $year) {
        ...Amount
      }
      threeOfficialExpenses: value(metric: THREE_OFFICIAL_EXPENSES, year: $year) {
        ...Amount
      }
    }
  }
}

fragment Amount on Value {
  amount
  unit
  stage
  missing
}
`;

const WALK = `# 一层一层走下去：区、部门、报告、数字，每层只取需要的字段。
# Down level by level: districts, departments, reports, figures; each with the fields that are needed.
# 看 lineItems：每份报告各自的前三大类；一页多少行，SQL 语句数都一样。
# Look at lineItems: the three largest 类 (categories) of each report, its own list with its own filter.
query WalkTheTree($where: DistrictFilter, $figures: LineItemFilter) {
  districts(where: $where) {
    name
    departments {
      name
      reports {
        title
        lineItems(where: $figures, orderBy: AMOUNT_DESC, first: 3) {
          totalCount
          nodes {
            label
            amount
            account {
              code
              name
            }
          }
        }
      }
    }
  }
}
`;

const SEVERAL_QUESTIONS = `# 一次请求，几个问题：最新的年份、各区、两个区的比较。
# Several questions in one request: the years, the newest report, a comparison of two districts.
# 看 extensions.release：几个答案出自同一个版本的数据。
# Look at extensions.release: all answers come from one state of the data.
query SeveralQuestions($districts: [ID!], $year: Int!) {
  fiscalYears {
    year
    reports(first: 0) {
      totalCount
    }
  }
  newest: reports(first: 1) {
    nodes {
      title
      kind
    }
  }
  comparison: compare(
    input: { metrics: [{ key: NON_TAX_REVENUE }], districts: $districts, years: [$year] }
  ) {
    verdict
    cells {
      district {
        name
      }
      value
      rank
    }
  }
}
`;

const FRAGMENTS = `# 片段：sources 里是表里的数字（LineItem）或正文里的数字（ReportedFact）；共同的字段写在 Printed 上。
# Fragments: sources are figures of tables (LineItem) or numbers of the text (ReportedFact); what they share is on Printed.
# 看 __typename：人员经费在预算里由两行相加（DERIVED），在决算里是一行合计（REPORTED）。
# Look at __typename and status: personnel is a sum of two rows in a budget, one printed total in final accounts.
query PrintedFragments($district: DistrictFilter, $year: Int!) {
  districts(where: $district) {
    name
    value(metric: PERSONNEL_EXPENDITURE, year: $year) {
      amount
      status
      stage
      sources {
        __typename
        ...Place
        ... on LineItem {
          label
          amount
        }
        ... on ReportedFact {
          label
          value
        }
      }
    }
  }
}

fragment Place on Printed {
  source {
    table
    line
    text
  }
}
`;

const UNITS = `# 同一个数字，三种单位：元、万元、亿元。
# One printed figure in three units: yuan, 万元 (10,000 yuan) and 亿元 (100 million yuan).
# 看三个金额：表里印的是万元，换算一分不差。
# Look at the three amounts: the table prints 万元, and not a fen is lost.
query AmountInYuan($where: LineItemFilter) {
  lineItems(where: $where, first: 1) {
    nodes {
      label
      columnLabel
      yuan: amount(unit: YUAN)
      wanYuan: amount(unit: WAN_YUAN)
      yiYuan: amount(unit: YI_YUAN)
      source {
        text
      }
    }
  }
}
`;

const DESCRIBE_TYPE = `# 问 API 自己：一个类型有哪些字段，各是什么意思。
# Ask the API about itself: which fields a type has, and what they mean.
# 看 description：单位、空值的含义；把 name 换成 LineItem 或 Stage。
# Look at description: units, and what null means. Put in another name, as LineItem or Stage.
query DescribeType($name: String!) {
  __type(name: $name) {
    name
    description
    fields {
      name
      description
      type {
        name
        kind
        ofType {
          name
        }
      }
    }
    enumValues {
      name
      description
    }
  }
}
`;

/** What one query can do at once. */
export const WAYS_OF_ASKING = groupExamples({ group: 'Ways of asking', groupZh: '提问的写法' }, [
  { title: 'Values along a tree', titleZh: '逐级查看数值', query: VALUES, variables: { year: 2019 } },
  {
    title: 'Several metrics by aliases',
    titleZh: '用别名取几个指标',
    query: SEVERAL_METRICS,
    variables: { where: { code: { in: ['440104', '440117'] } }, year: 2019 },
  },
  {
    title: 'From districts down to figures',
    titleZh: '从区一直到数字',
    query: WALK,
    variables: {
      where: { code: { in: ['440104', '440117'] } },
      figures: { statement: ['EXPENDITURE'], part: ['TOTAL'], level: ['CATEGORY'] },
    },
  },
  {
    title: 'Several questions at once',
    titleZh: '一次问几个问题',
    query: SEVERAL_QUESTIONS,
    variables: { districts: ['440117', '440104'], year: 2019 },
  },
  {
    title: 'Fragments on what is printed',
    titleZh: '片段：共同的字段只写一次',
    query: FRAGMENTS,
    variables: { district: { code: { eq: '440113' } }, year: 2023 },
  },
  {
    title: 'Money in yuan, 万元 and 亿元',
    titleZh: '元、万元、亿元',
    query: UNITS,
    variables: {
      where: { district: { eq: '440117' }, year: { eq: 2019 }, statement: ['EXPENDITURE'], part: ['BASIC'] },
    },
  },
  {
    title: 'What a type means',
    titleZh: '一个类型的含义',
    query: DESCRIBE_TYPE,
    variables: { name: 'ComparisonCell' },
  },
]);
