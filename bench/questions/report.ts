import { toFen } from './figures.js';
import { askGraphql, dataOf } from './question.js';
import type { Figures, Question } from './question.js';
import { pick } from './sample.js';

interface Row {
  readonly label: string;
  readonly column: number;
  readonly amount: string;
}
interface ShownRow extends Row {
  readonly account: { readonly code: string | null };
  readonly source: { readonly line: number };
}
interface PlainRow extends Row {
  readonly accountCode: string | null;
  readonly sourceLine: number;
}

const PRODUCT = `query ($id: ID!) {
  report(id: $id) {
    title fiscalYear { year } department { name }
    lineItems(first: 500) {
      nodes { label statement stage fund part column unitName amount account { code } source { line table text } }
    }
  }
}`;
const PLAIN_ROW =
  'label statement stage fund part column unitName amount accountCode sourceLine sourceTable sourceText';
const POSTGRAPHILE = `query ($departmentId: String!, $id: String!) {
  reportByDepartmentIdAndRowId(departmentId: $departmentId, rowId: $id) {
    title year departmentByDepartmentId { name }
    lineItemsByDepartmentIdAndReportId(orderBy: POSITION_ASC, first: 500) { nodes { ${PLAIN_ROW} } }
  }
}`;
const PRISMA = `query ($departmentId: ID!, $id: ID!) {
  report(departmentId: $departmentId, id: $id) { title year department { name } lineItems { ${PLAIN_ROW} } }
}`;

function readShown(answer: unknown): Figures {
  const { report } = dataOf<{ report: { lineItems: { nodes: readonly ShownRow[] } } }>(answer);
  return report.lineItems.nodes.map(({ label, column, amount, account, source }) =>
    [source.line, column, account.code, label, toFen(amount)].join(' '),
  );
}

function spellPlain(rows: readonly PlainRow[]): Figures {
  return rows.map(({ label, column, amount, accountCode, sourceLine }) =>
    [sourceLine, column, accountCode, label, amount].join(' '),
  );
}

/** One published report with all its figures. */
export const REPORT: Question = {
  key: 'Q1',
  title: 'one report with all its rows',
  make: ({ reports }, nth) => {
    const { departmentId, id } = pick(reports, nth);
    return {
      product: { asked: askGraphql(PRODUCT, { id }), read: readShown },
      floor: { asked: { path: `/report?departmentId=${departmentId}&id=${id}` }, read: readShown },
      postgraphile: {
        asked: askGraphql(POSTGRAPHILE, { departmentId, id }),
        read: (answer) =>
          spellPlain(
            dataOf<{
              reportByDepartmentIdAndRowId: { lineItemsByDepartmentIdAndReportId: { nodes: readonly PlainRow[] } };
            }>(answer).reportByDepartmentIdAndRowId.lineItemsByDepartmentIdAndReportId.nodes,
          ),
      },
      prisma: {
        asked: askGraphql(PRISMA, { departmentId, id }),
        read: (answer) => spellPlain(dataOf<{ report: { lineItems: readonly PlainRow[] } }>(answer).report.lineItems),
      },
    };
  },
};
