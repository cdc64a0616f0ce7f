import { groupExamples } from './example.js';

const A_HEAD = `# 按常住人口，从化区和越秀区的政务服务部门 2019 年人均支出多少元？
# What did government services cost a head of the resident population in 2019, in yuan?
# 看 statistics：两个人口都是当年首次公布的，同一版本，所以是 COMPARABLE；支出差一倍多，人均只差 3 元。
# Look at statistics: both populations are as first published, hence COMPARABLE. Twice the expenditure, but 3 yuan more a head.
query ExpenditureAHead($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }]
      districts: $districts
      years: $years
      normalise: PER_CAPITA
    }
  ) {
    verdict
    cells {
      district {
        name
      }
      value
      unit
      rank
      statistics {
        value
        vintage
        source
      }
    }
  }
}
`;

const OWN_POPULATION = `# 人口用自己的数：2020 年人口普查的常住人口，单位万人，替代库里的 2019 年数。
# Expenditure a head by populations of one's own: those that the census of 2020 found, in 万人 (10,000 persons).
# 看 statistics：vintage 注明是提问时给的；普查的越秀区人口少了 17 万，人均就从 23 元变成 27 元。
# Look at statistics: the vintage says that they were given. 越秀 is smaller by the census, so 23 yuan a head become 27.
query OwnPopulation($districts: [ID!], $years: [Int!], $statistics: [StatisticInput!]) {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }]
      districts: $districts
      years: $years
      normalise: PER_CAPITA
      statistics: $statistics
    }
  ) {
    verdict
    cells {
      district {
        name
      }
      value
      unit
      statistics {
        value
        vintage
      }
    }
  }
}
`;

const REAL = `# 扣除物价因素，市局 2020 年的支出实际增长多少？按 2019 年价格算。
# How much more did the city's bureau spend in 2020 in real terms, in prices of 2019?
# 看 changeRate：名义增长 47.2%，GDP 平减指数从 110.81 升到 111.50，实际增长 46.3%；2019 年的数由正文倒推。
# Look at changeRate: 47.2 % in money and 46.3 % in real terms, as the deflator rose from 110.81 to 111.50. 2019 follows from the text.
query RealGrowth($districts: [ID!], $years: [Int!], $baseYear: Int) {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }]
      districts: $districts
      years: $years
      normalise: REAL_TERMS
      baseYear: $baseYear
      baseline: { previousYear: true }
    }
  ) {
    verdict
    cells {
      value
      baseline
      changeRate
      unit
      statistics {
        kind
        year
        value
      }
    }
  }
}
`;

const INDEX = `# 以 2018 年为 100，两个区 2019 年的支出是多少？大小不同的部门，这样看走势。
# With 2018 as 100, where does the expenditure of two districts stand in 2019? Bodies of any size side by side.
# 看 status：2018 年没有报告，由正文的增减倒推（DERIVED）；从化区降到 92，因为上一年有装修工程，越秀区升到 106。
# Look at status: no report of 2018 is here, it follows from the text. 从化 fell to 92 after a year of building works, 越秀 rose to 106.
query IndexOfYears($districts: [ID!], $years: [Int!], $baseYear: Int) {
  compare(
    input: {
      metrics: [{ key: EXPENDITURE }]
      districts: $districts
      years: $years
      normalise: INDEX
      baseYear: $baseYear
    }
  ) {
    verdict
    cells {
      district {
        name
      }
      year
      value
      unit
      status
    }
  }
}
`;

const MEDIAN = `# 各地和中位数比：高多少，低多少？
# Each against the median of all that have a figure of the year: how far above, how far below?
# 看 baseline：2019 年有三个数，中间的是越秀区；不足五个时不给 distanceFromMedian 和 zScore。
# Look at baseline: of three figures it is the one in the middle. distanceFromMedian and zScore need five, and are null here.
query AgainstTheMedian($years: [Int!], $average: Average) {
  compare(
    input: { metrics: [{ key: EXPENDITURE }], years: $years, baseline: { average: $average } }
  ) {
    verdict
    warnings {
      code
      message
    }
    cells {
      district {
        name
      }
      value
      baseline
      difference
      ratio
      missing
      distanceFromMedian
      zScore
    }
  }
}
`;

const TWO_DISTRICTS = { districts: ['440117', '440104'], years: [2019] };

/** Figures of bodies of different sizes and years, put on one scale. */
export const ON_ONE_SCALE = groupExamples({ group: 'On one scale', groupZh: '折算以后再比' }, [
  { title: 'Expenditure a head', titleZh: '人均支出', query: A_HEAD, variables: TWO_DISTRICTS },
  {
    title: 'With populations of your own',
    titleZh: '人口用自己的数',
    query: OWN_POPULATION,
    variables: {
      ...TWO_DISTRICTS,
      statistics: [
        { kind: 'POPULATION', district: '440117', year: 2019, value: '71.77' },
        { kind: 'POPULATION', district: '440104', year: 2019, value: '103.86' },
      ],
    },
  },
  {
    title: 'Growth in real terms',
    titleZh: '扣除物价的实际增长',
    query: REAL,
    variables: { districts: ['440100'], years: [2020], baseYear: 2019 },
  },
  {
    title: 'An index: 2018 = 100',
    titleZh: '指数：2018 年为 100',
    query: INDEX,
    variables: { districts: ['440117', '440104'], years: [2018, 2019], baseYear: 2018 },
  },
  {
    title: 'Against the median',
    titleZh: '和中位数比',
    query: MEDIAN,
    variables: { years: [2019], average: 'MEDIAN' },
  },
]);
