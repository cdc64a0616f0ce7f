import { groupExamples } from './example.js';

/** What is paged through: the items of one expenditure table. */
const WHERE = {
  district: { eq: '440117' },
  year: { eq: 2019 },
  statement: ['EXPENDITURE'],
  level: ['ITEM'],
  part: ['TOTAL'],
};

const FIRST_PAGE = `# 分页：第一页，每页三行。
# Paging: the first page, three rows a page.
# 看 pageInfo：hasNextPage 为 true 时，把 endCursor 填进下一页的 after。
# Look at pageInfo: where hasNextPage is true, endCursor is the after of the next page.
query FirstPage($where: LineItemFilter, $first: Int) {
  lineItems(where: $where, first: $first) {
    totalCount
    nodes {
      account {
        code
      }
      label
      amount
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

const NEXT_PAGE = `# 分页：下一页，从上一页的 endCursor 之后开始。
# Paging: the next page begins after the endCursor of the page before.
# 看 totalCount：整个列表的行数，每一页都一样；edges 给出每一行的 cursor。
# Look at totalCount: the length of the whole list, the same on each page; edges give a cursor for every row.
query NextPage($where: LineItemFilter, $first: Int, $after: String) {
  lineItems(where: $where, first: $first, after: $after) {
    totalCount
    edges {
      cursor
      node {
        account {
          code
        }
        label
        amount
      }
    }
    pageInfo {
      hasPreviousPage
      hasNextPage
      endCursor
    }
  }
}
`;

const COUNTS = `# 只数不取：first 为 0 时不读任何一行，只给总数。
# Counting alone: with first: 0 no row is read, only counted.
# 看三个 totalCount：全部数字、一张表的各项，以及印成 0.00 的（空着的格子不算）。
# Look at the three totals: all figures, one table's items, and printed zeros (an empty cell is no figure).
query CountsAlone($where: LineItemFilter) {
  all: lineItems(first: 0) {
    totalCount
  }
  some: lineItems(where: $where, first: 0) {
    totalCount
  }
  zeros: lineItems(where: { amount: { eq: "0.00" } }, first: 0) {
    totalCount
  }
}
`;

/** Long lists, a page at a time. */
export const PAGE_BY_PAGE = groupExamples({ group: 'Page by page', groupZh: '分页' }, [
  { title: 'The first page', titleZh: '第一页', query: FIRST_PAGE, variables: { where: WHERE, first: 3 } },
  {
    title: 'The next page',
    titleZh: '下一页',
    query: NEXT_PAGE,
    variables: {
      where: WHERE,
      first: 3,
      after: 'WyJsaW5lIGl0ZW1zIiwiNnRmeDNibTF3ajZuMWNxNCIsIjZ0ZngzYm0xd2o2bjFjcTQuZnMzeWhucjY5Ymg2YyIsIjIwNyJd',
    },
  },
  {
    title: 'Counts alone',
    titleZh: '只数不取',
    query: COUNTS,
    variables: { where: WHERE },
  },
]);
