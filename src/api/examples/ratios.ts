import { groupExamples } from './example.js';

const OFFICIAL_EXPENSES = `# “三公”经费占本年支出多少？从化区比越秀区高多少个百分点？
# Which part of the expenditure are the three official expenses (三公), and how many percentage points apart are two districts?
# 看 percentagePoints 和 ratio：都不到千分之二，只差 0.12 个百分点，但从化区是越秀区的五倍多。
# Look at percentagePoints and ratio: below 0.2 % in both and 0.12 points apart, and yet five times as much in 从化.
query OfficialExpensesOverAll($districts: [ID!], $baseline: ID, $years: [Int!]) {
  compare(
    input: {
      metrics: [{ key: THREE_OFFICIAL_EXPENSES, over: { key: EXPENDITURE } }]
      districts: $districts
      years: $years
      baseline: { district: $baseline }
    }
  ) {
    verdict
    cells {
      value
      baseline
      difference
      percentagePoints
      ratio
      unit
    }
  }
}
`;

const A_CAR = `# 养一辆公务用车一年要多少元？运行费除以保有量，从高到低。
# What does it cost to run one official car for a year? Running costs over cars, the dearest first, in yuan.
# 看 sources：运行费印在表里，保有量写在正文里；没有数字的不进排名，年份和级别不同，所以是 WITH_WARNINGS。
# Look at sources: costs are of a table, cars of the text. Years and levels differ, hence WITH_WARNINGS; what has no value is not ranked.
query CostOfACar($unit: AmountUnit) {
  rank(
    input: {
      metrics: [{ name: "每辆车的运行费", key: VEHICLE_RUNNING, over: { key: VEHICLE_COUNT } }]
      stages: [OUTTURN]
      unit: $unit
    }
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
      unit
      sources {
        ... on LineItem {
          amount
        }
        ... on ReportedFact {
          value
          valueUnit
        }
        source {
          line
        }
      }
    }
  }
}
`;

const A_GUEST = `# 接待一位来客花多少元？公务接待费除以国内接待人次。
# What is spent on one guest? Hospitality over the guests that the text counts, in yuan.
# 看 missing：从化区没有来客，除以零没有意义，是 ZERO_BASE，不是 0 元；越秀区 14 人花了 0.16 万元。
# Look at missing: 从化 had no guests, and a ratio to nothing is none: ZERO_BASE, not 0 yuan. 越秀 spent 0.16 万元 on 14.
query CostOfAGuest($districts: [ID!], $years: [Int!], $unit: AmountUnit) {
  compare(
    input: {
      metrics: [{ key: HOSPITALITY, over: { key: GUEST_COUNT } }]
      districts: $districts
      years: $years
      unit: $unit
    }
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
      unit
      missing
    }
  }
}
`;

const PROCUREMENT = `# 政府采购相当于项目支出的多少？只看一半以上的。
# How much is procured for each yuan of project expenditure? Those with a half and more.
# 看广州市的 1.27：采购按合同金额统计，合同可以跨年，所以能超过当年项目支出；这是比率，不是占比。
# Look at 1.27 of 广州市: procurement counts contracts, also those paid later, and may exceed the year's projects. A ratio, no share.
query ProcurementOverProjects($atLeast: Decimal) {
  rank(
    input: {
      metrics: [{ key: PROCUREMENT, over: { key: PROJECT_EXPENDITURE } }]
      stages: [OUTTURN]
    }
    atLeast: $atLeast
  ) {
    totalCount
    verdict
    nodes {
      rank
      district {
        name
      }
      year
      value
      unit
    }
  }
}
`;

const OF_PARENT = `# 行政运行占它上一级科目（20103 政府办公厅及相关机构事务）的多少？
# Which part of the account above it, 20103, is 2010301 行政运行 (running the administration)?
# 看 sources：分子和分母各是印出的一行；两区相近，都不到一半。换成 SHARE_OF_TOTAL，从化区 0.42，越秀区 0.17。
# Look at sources: the item and its 款. Both are near a half; as SHARE_OF_TOTAL they are 0.42 and 0.17, as 越秀 spends more elsewhere.
query ShareOfParent($code: String!, $districts: [ID!], $years: [Int!], $normalise: Normalisation) {
  compare(
    input: {
      metrics: [{ account: { classification: FUNCTIONAL, code: $code } }]
      districts: $districts
      years: $years
      normalise: $normalise
    }
  ) {
    verdict
    cells {
      district {
        name
      }
      value
      unit
      sources {
        ... on LineItem {
          label
          amount
        }
        source {
          line
        }
      }
    }
  }
}
`;

const TWO_DISTRICTS = { districts: ['440117', '440104'], years: [2019] };

/** Ratios of two figures, and what they are not. */
export const RATIOS = groupExamples({ group: 'Ratios', groupZh: '比率' }, [
  {
    title: 'The 三公 expenses in percentage points',
    titleZh: '“三公”经费占支出的百分点',
    query: OFFICIAL_EXPENSES,
    variables: { districts: ['440117'], baseline: '440104', years: [2019] },
  },
  { title: 'What a car costs to run', titleZh: '养一辆公务用车', query: A_CAR, variables: { unit: 'YUAN' } },
  {
    title: 'What is spent on a guest',
    titleZh: '接待一位来客',
    query: A_GUEST,
    variables: { ...TWO_DISTRICTS, unit: 'YUAN' },
  },
  {
    title: 'Procurement over project expenditure',
    titleZh: '采购与项目支出之比',
    query: PROCUREMENT,
    variables: { atLeast: '0.5' },
  },
  {
    title: 'A share of the account above',
    titleZh: '占上一级科目的多少',
    query: OF_PARENT,
    variables: { code: '2010301', ...TWO_DISTRICTS, normalise: 'SHARE_OF_PARENT' },
  },
]);
