import { groupExamples } from './example.js';

const EVALUATIONS = `# 有哪些绩效自评：部门整体、项目、任务。
# Which self-assessments there are: of a department, a project, or a task.
# 看 score：只有两份印了总分；没有印的是 null，不是零分。
# Look at score: only two print a total. What is not printed is null, not zero points.
query Evaluations($where: EvaluationFilter) {
  evaluations(where: $where) {
    totalCount
    nodes {
      scope
      evaluator
      name
      score
      evaluable
      met
      execution
      report {
        title
      }
      source {
        table
        line
      }
    }
  }
}
`;

const SCORES = `# 一个项目的自评表：每项指标的年度目标、实际完成、分值和得分。
# One project's self-assessment: target, actual, weight and score (in points) of each indicator.
# 看扣分的那一行：目标 100%，实际 99.99%，7 分得 6.99 分。
# Look at the row that lost points: target 100%, actual 99.99%, 6.99 of 7 points.
query ProjectScores($where: EvaluationFilter) {
  evaluations(where: $where) {
    nodes {
      name
      score
      indicators {
        level1
        level2
        name
        target
        actual
        met
        completion
        weight
        score
        source {
          line
        }
      }
    }
  }
}
`;

const INDICATORS = `# 按名称找绩效指标，并看它属于哪份自评、哪份报告。
# Indicators by name, with the self-assessment and the report that they belong to.
# 看 scope：同一个“工单转派及时率”，在部门整体自评和项目自评里各有一行。
# Look at scope: one rate stands twice, in the department's self-assessment and in a project's.
query IndicatorsByName($where: PerformanceIndicatorFilter) {
  performanceIndicators(where: $where) {
    totalCount
    nodes {
      name
      target
      actual
      weight
      score
      evaluation {
        scope
        name
      }
      report {
        title
      }
    }
  }
}
`;

const COMPLETION = `# 目标完成得怎样：可判断的指标、完成的个数、完成率、得分率和预算执行率。
# How goals were met: indicators that can be judged, those met, and the rates of completion, points and spending.
# 看 completion：项目的八项里完成七项，得分率却是 0.9984；没有数字可判断的是 null。
# Look at completion: seven of the project's eight were met, and yet 0.9984 of the points were given. Null where nothing can be judged.
query CompletionOfGoals($where: EvaluationFilter) {
  evaluations(where: $where) {
    nodes {
      scope
      name
      evaluable
      met
      completion
      scoreRate
      execution
    }
  }
}
`;

const MET = `# 能判断的绩效指标里，完成了多少？得了多少分？
# Of the indicators of which the texts tell: how many were met, and which part of the points was given?
# 看 explanation：14 项完成 12 项，没完成的是同一个工单转派及时率，部门和项目各印一次；得分却是 79.99 / 80。
# Look at explanation: 12 of 14. What was missed is one rate, printed twice, at 99.99 % instead of 100; and yet 79.99 of 80 points.
query GoalsMet($districts: [ID!], $years: [Int!]) {
  compare(
    input: {
      metrics: [
        { name: "完成的指标", key: INDICATORS_MET, over: { key: INDICATOR_COUNT } }
        { name: "得分", key: INDICATOR_SCORE, over: { key: INDICATOR_WEIGHT } }
      ]
      districts: $districts
      years: $years
    }
  ) {
    cells {
      metric
      value
      unit
      explanation {
        formula
        steps {
          label
          expression
        }
      }
    }
  }
}
`;

/** What the reports say of goals, and how they were met. */
export const PERFORMANCE = groupExamples({ group: 'Performance', groupZh: '绩效' }, [
  {
    title: 'Self-assessments there are',
    titleZh: '有哪些绩效自评',
    query: EVALUATIONS,
    variables: { where: { year: { in: [2019, 2020] } } },
  },
  {
    title: "A project's indicators and scores",
    titleZh: '一个项目的指标和得分',
    query: SCORES,
    variables: { where: { scope: ['PROJECT'], year: { eq: 2020 } } },
  },
  {
    title: 'How goals were met',
    titleZh: '目标完成得怎样',
    query: COMPLETION,
    variables: { where: { district: { eq: '440100' } } },
  },
  {
    title: 'Indicators met, and points given',
    titleZh: '指标完成率和得分率',
    query: MET,
    variables: { districts: ['440100'], years: [2020] },
  },
  {
    title: 'One indicator in several tables',
    titleZh: '按名称找绩效指标',
    query: INDICATORS,
    variables: { where: { name: { endsWith: '工单转派及时率' } } },
  },
]);
