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

/** What one query can do at once. */
export const WAYS_OF_ASKING = groupExamples({ group: 'Ways of asking', groupZh: '提问的写法' }, [
  { title: 'Values along a tree', titleZh: '逐级查看数值', query: VALUES, variables: { year: 2019 } },
]);
