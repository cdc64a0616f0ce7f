import { groupExamples } from './example.js';

const REPORTS = `# 所有报告：部门、年份、读到的表，以及缺少的表和原因。
# All reports: department, year, the statements read, and those missing with the reason.
# 看 kind：决算有决算数，预算只有年初预算数；missingStatements：2017 年还没有非税收入表。
# Look at kind: final accounts or a budget; and at missingStatements: not every year had every table.
query ReportsAndTables {
  reports {
    totalCount
    nodes {
      id
      title
      kind
      fiscalYear {
        year
      }
      department {
        name
        formerNames
        district {
          name
        }
      }
      statements
      missingStatements {
        statement
        reason
      }
    }
  }
}
`;

const ONE_REPORT = `# 打开一份报告：标题、文件的指纹、读到的表、支出决算表的第一行。
# One report: title, fingerprint of the document, statements, and the first row of its expenditure table.
# 看 sha256：同一份文件在任何地方得到同样的 id；把 id 换成“有哪些报告”里的另一个。
# Look at sha256: the same document has the same ids everywhere. Put in another id of "What is there".
query OneReport($id: ID!, $where: LineItemFilter) {
  report(id: $id) {
    title
    kind
    revision
    sha256
    fiscalYear {
      year
    }
    department {
      name
      district {
        name
        parent {
          name
        }
      }
    }
    statements
    lineItems(where: $where, first: 3) {
      totalCount
      nodes {
        label
        columnLabel
        amount
        source {
          table
          line
        }
      }
    }
  }
}
`;

const METRICS = `# 所有指标：中英文名称、出自哪张表、占比以什么为分母。
# All metrics: names, where they stand in the documents, and what shares are taken of.
# 看 definition：每个指标在决算和预算里各取哪一格；total 为空就没有占比。
# Look at definition: the very cell of final accounts and of budgets; without total there is no share.
query Metrics {
  metrics {
    key
    name
    nameEn
    unit
    definition
    statement
    parent
    total
  }
}
`;

const RELEASE = `# 答案是根据哪个版本的数据算出来的？引用时请附上它的 id。
# Which state of the data was this computed from? Quote its id with every figure you publish.
# 看 id：它和 extensions.release 相同；数据一变，id 就变。
# Look at id: it is the same as extensions.release, and changes exactly when the data change.
query Release {
  release {
    id
    createdAt
    reports
    lineItems
  }
  releases(first: 3) {
    totalCount
    nodes {
      id
      reports
    }
  }
}
`;

const WHAT_CHANGED = `# 最近一次导入改变了哪些数字？before 为空是新增，after 为空是撤回，都有则是改动。
# Which figures did the latest import change? before null: a new figure; after null: a withdrawn one; both: one that changed.
# 看 kept：保留的版本可以再问：请求带上 release: <id> 的标头，得到的答案一字不差。
# Look at kept: a release that is kept can be asked again, with the header release: <id>; the answer is the same to the letter.
query WhatChanged {
  releases(first: 1) {
    nodes {
      id
      kept
      createdAt
      changes(first: 3) {
        totalCount
        nodes {
          before {
            amount
          }
          after {
            label
            columnLabel
            amount
            report {
              title
            }
          }
        }
      }
    }
  }
}
`;

const BY_ITS_ID = `# 怎样让别人看到同一个比较？用它的 id：网页、接口和导出都认得。
# How does somebody else see the very same comparison? By its id: the page, the API and an export know it.
# 看 id：同样的问题总是同一个 id。以后用 comparison(id: "…")，或 /export/comparison.csv?id=… 再问。
# Look at id: the same question always has the same. Ask again by comparison(id: "…"), or by /export/comparison.csv?id=….
query ByItsId($input: CompareInput!) {
  compare(input: $input) {
    id
    question
    verdict
    release {
      id
      kept
    }
  }
}
`;

const REVISIONS = `# 重新公布过的报告：新的取代旧的，旧的仍然保留。
# Reports that were published again: the new one counts, the old one is kept.
# 看 revision：随附的五份报告都是第一版（1），所以 replaced 是空的。
# Look at revision: the five reports that come with it are first publications (1), so none was replaced.
query Revisions {
  replaced: reports(where: { superseded: true }) {
    totalCount
    nodes {
      title
      supersededBy {
        id
        importedAt
      }
    }
  }
  all: reports(where: { superseded: null }) {
    totalCount
    nodes {
      title
      revision
      sha256
      supersedes {
        id
      }
    }
  }
}
`;

const COVERAGE = `# 有哪些区、哪些年份的报告；广州市现有 11 个区，这里有几个。
# Which districts and years there are reports of, and of how many of the city's eleven districts.
# 看 districtsPresent：市本级的局也在 cells 里，但不算一个区。
# Look at districtsPresent: the city's own bureau is among the cells and counts as no district.
query Coverage($within: ID) {
  coverage(within: $within) {
    districtsPresent
    districtsTotal
    cells {
      district {
        code
        name
      }
      year
      kinds
      reports {
        title
      }
    }
  }
}
`;

const STATISTICS = `# 用来折算的人口：每个数字属于哪一版、出处在哪里；普查以后修订过。
# Populations that figures are divided by: which vintage each is of, and where it is from.
# 看 vintage：2019 年首次公布的数和普查以后的数不是一回事，不会悄悄混用；全国的 GDP 平减指数不带 district。
# Look at vintage: what was first published for 2019 and what the census found are not alike, and never mixed in silence.
query Statistics($district: ID, $years: [Int!]) {
  statistics(district: $district, years: $years) {
    kind
    district {
      name
    }
    year
    value
    vintage
    source
  }
}
`;

/** What was read, what is measured, and which state of the data it is. */
export const WHAT_IS_THERE = groupExamples({ group: 'What is there', groupZh: '有哪些资料' }, [
  { title: 'What is there', titleZh: '有哪些报告', query: REPORTS },
  {
    title: 'Districts and years there are',
    titleZh: '覆盖哪些区和年份',
    query: COVERAGE,
    variables: { within: '440100' },
  },
  {
    title: 'One report and its statements',
    titleZh: '一份报告和它的表',
    query: ONE_REPORT,
    variables: { id: '6tfx3bm1wj6n1cq4.fs3yhnr69bh6c', where: { statement: ['EXPENDITURE'] } },
  },
  { title: 'Which metrics there are', titleZh: '有哪些指标', query: METRICS },
  {
    title: 'Population, by vintage',
    titleZh: '人口和它的版本',
    query: STATISTICS,
    variables: { district: '440117', years: [2019, 2020] },
  },
  { title: 'The release that answers', titleZh: '数据的版本', query: RELEASE },
  { title: 'What an import changed', titleZh: '一次导入改变了什么', query: WHAT_CHANGED },
  {
    title: 'A comparison to share',
    titleZh: '可以分享的比较',
    query: BY_ITS_ID,
    variables: { input: { metrics: [{ key: 'EXPENDITURE' }], districts: ['440117', '440104'], years: [2019] } },
  },
  { title: 'Publications that were replaced', titleZh: '被取代的报告', query: REVISIONS },
]);
