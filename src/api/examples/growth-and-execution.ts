import { groupExamples } from './example.js';

const RANK_FIELDS = `{
    totalCount
    verdict
    nodes {
      rank
      district {
        name
      }
      year
      value
      baseline
      ratio
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
  }`;

const GREW_MOST = `# 谁的支出比上年增长最多？按倍数排名，先看前两名。
# Whose expenditure grew most over the year before? Ranked by ratio, the first two.
# 看 baseline：上一年由正文的增减倒推；广州市增长 47%，年份和级别不同，所以是 WITH_WARNINGS。
# Look at baseline: the year before follows from the text. 广州市 grew by 47 %; years and levels differ, hence WITH_WARNINGS.
query WhoGrewMost($metric: MetricInput!, $first: Int) {
  rank(input: { metrics: [$metric], stages: [OUTTURN] }, by: RATIO, first: $first) ${RANK_FIELDS}
}
`;

const NEXT_IN_RANK = `# 排名的下一页：从上一页的 endCursor 之后开始，名次接着排。
# The next page of the ranking: after the endCursor of the page before, ranks go on.
# 看 rank 和 verdict：第三、第四名；能不能比看全部，不只看这一页，所以 verdict 和上一页一样。
# Look at rank and verdict: third and fourth. The verdict is that of all that is ranked, so it is the same on each page.
query WhoGrewMostNext($metric: MetricInput!, $first: Int, $after: String) {
  rank(
    input: { metrics: [$metric], stages: [OUTTURN] }
    by: RATIO
    first: $first
    after: $after
  ) ${RANK_FIELDS}
}
`;

const TREND = `# 一个部门的历年支出：哪些年有数字，增长多少，哪里断开？
# The expenditure of one district through the years: which years have a figure, how it grew, where the series breaks.
# 看 points：2018 年由正文倒推，2017 和 2020 年没有报告，空着并说明原因；compoundGrowth 从第一个数算到最后一个数。
# Look at points: 2018 follows from the text; 2017 and 2020 stay as gaps with a reason. compoundGrowth is from first to last figure.
query ThroughTheYears($district: ID!, $metric: MetricInput!, $from: Int, $to: Int) {
  trend(input: { district: $district, metric: $metric, from: $from, to: $to }) {
    verdict
    compoundGrowth
    growthMissing
    points {
      cell {
        year
        value
        status
        missing
        baseline
        difference
        changeRate
      }
      breaks {
        code
        message
      }
    }
  }
}
`;

const EXECUTION = `# 从化区 2019 年预算执行得怎样？年初预算、调整预算、决算，按科目。
# How was the budget of 2019 carried out? Original and revised budget beside the outturn, by account.
# 看 total：正文写比年初预算增加 333.02，年初预算就是 970.90，执行率 1.34；各科目正文只写了比率，单凭比率不编造预算数。
# Look at total: 333.02 more than budgeted, says the text, so 970.90 was. Of accounts it has rates alone, and no amount is made of a rate.
query BudgetExecution($district: ID, $years: [Int!], $level: AccountLevel) {
  execution(input: { district: $district, years: $years, level: $level }) {
    verdict
    years {
      year
      varianceMissing
      total {
        ...Row
      }
      items {
        account {
          code
          name
        }
        ...Row
      }
    }
  }
}

fragment Row on ExecutionRow {
  original {
    amount
    status
    missing
  }
  revised {
    amount
    missing
  }
  outturn {
    value
    difference
    ratio
    missing
  }
}
`;

const NO_OUTTURN = `# 番禺区 2023 年只有预算：有预算没有决算时，执行表是什么样子？
# Of 番禺 2023 there is a budget alone: what execution looks like without an outturn.
# 看 missing：预算数照给，决算是 NOT_COVERED，不当作零，所以没有执行率；20103 的警告是预算表自己合不上。
# Look at missing: no outturn is no zero, so there is no rate. The warning of 20103 is about the budget's own table.
query BudgetWithoutOutturn($district: ID, $level: AccountLevel) {
  execution(input: { district: $district, level: $level }) {
    verdict
    warnings {
      code
      message
    }
    years {
      year
      total {
        original {
          amount
        }
        outturn {
          value
          missing
          ratio
        }
      }
      items {
        account {
          code
          name
        }
        original {
          amount
        }
        outturn {
          missing
          ratio
        }
      }
    }
  }
}
`;

const BASES = `# “三公”经费用了预算的多少？从低到高。
# How much of the budget of the three official expenses was spent? The lowest rate first.
# 看 baselineStage：三份报告印的是年初预算，广州市印的是调整后的全年预算，比率的基数不同：BUDGET_BASIS_DIFFERS。
# Look at baselineStage: three reports print the original budget, 广州市 the revised one, so the rates have different bases.
query RatesOfExecution($metric: MetricInput!, $bases: [Stage!]) {
  rank(
    input: { metrics: [$metric], stages: [OUTTURN], baseline: { stages: $bases } }
    by: RATIO
    descending: false
  ) {
    verdict
    warnings {
      code
      message
    }
    nodes {
      rank
      district {
        name
      }
      year
      value
      baseline
      baselineStage
      ratio
    }
  }
}
`;

const EXPENDITURE = { key: 'EXPENDITURE' };

/** Who grew, what became of a budget, and one body through the years. */
export const GROWTH_AND_EXECUTION = groupExamples({ group: 'Growth, execution', groupZh: '增长与执行' }, [
  { title: 'Who grew most', titleZh: '谁增长最多', query: GREW_MOST, variables: { metric: EXPENDITURE, first: 2 } },
  {
    title: 'The next page of a ranking',
    titleZh: '排名的下一页',
    query: NEXT_IN_RANK,
    variables: {
      metric: EXPENDITURE,
      first: 2,
      after:
        'WyJyYW5raW5nIGpTUzFuSmhDN0hGX2RaV0cgUkFUSU8gZmFsbGluZyAiLCIxLjA2MTkwNCIsIjQ0MDEwNCIsIiIsIjIwMTkiLCJPVVRUVVJOIl0',
    },
  },
  {
    title: 'One district through the years',
    titleZh: '一个区的历年支出',
    query: TREND,
    variables: { district: '440117', metric: EXPENDITURE, from: 2017, to: 2020 },
  },
  {
    title: 'Budget execution by account',
    titleZh: '按科目看预算执行',
    query: EXECUTION,
    variables: { district: '440117', years: [2019], level: 'CATEGORY' },
  },
  {
    title: 'A budget without an outturn',
    titleZh: '只有预算，没有决算',
    query: NO_OUTTURN,
    variables: { district: '440113', level: 'GROUP' },
  },
  {
    title: 'Rates of execution of the 三公 expenses',
    titleZh: '“三公”经费的预算完成率',
    query: BASES,
    variables: { metric: { key: 'THREE_OFFICIAL_EXPENSES' }, bases: ['ORIGINAL_BUDGET', 'REVISED_BUDGET'] },
  },
]);
