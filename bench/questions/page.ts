import { EXPENDITURE } from './base-rows.js';
import { toFen } from './figures.js';
import { askGraphql, dataOf } from './question.js';
import type { Figures, Question } from './question.js';
import { choose, draw } from './sample.js';

/** `yYYYY` is what was spent in that year. */
type Department = { readonly id: string; readonly years: readonly { readonly year: number }[] } & Readonly<
  Record<`y${number}`, { readonly amount: string | null }>
>;
interface PlainReport {
  readonly year: number;
  readonly lineItemsByDepartmentIdAndReportId: { readonly nodes: readonly { readonly amount: string }[] };
}
interface PlainDepartment {
  readonly rowId: string;
  readonly reportsByDepartmentId: { readonly nodes: readonly PlainReport[] };
}

const POSTGRAPHILE = `query ($districts: [String!]!) {
  allDepartments(first: 50, filter: { districtCode: { in: $districts } }, orderBy: [DISTRICT_CODE_ASC, ROW_ID_ASC]) {
    nodes {
      rowId name districtByDistrictCode { name }
      reportsByDepartmentId(filter: { status: { equalTo: "CURRENT" } }) {
        nodes {
          year
          lineItemsByDepartmentIdAndReportId(filter: {
            statement: { equalTo: "${EXPENDITURE.statement}" }, accountKey: { equalTo: "${EXPENDITURE.accountKey}" }
            stage: { equalTo: "OUTTURN" }
          }) { nodes { amount } }
        }
      }
    }
  }
}`;

function askPage(connection: (fields: string) => string, years: readonly number[], argumentsOf: string): string {
  const values = years.map((year) => `y${year}: value(${argumentsOf}year: ${year}) { amount }`).join(' ');
  return connection(`id name district { name } years { year } ${values}`);
}

const askProduct = (fields: string): string =>
  `query ($districts: [String!]) { departments(first: 50, where: { district: { in: $districts } }) { nodes { ${fields} } } }`;
const askPrisma = (fields: string): string =>
  `query ($districts: [ID!]!) { departments(first: 50, districts: $districts) { ${fields} } }`;

/** A page of 50 departments with what they spent in each year. */
export const PAGE: Question = {
  key: 'Q6',
  title: 'a page of 50 departments, their years and what they spent in each',
  make: ({ districts: all, years, stated }, nth) => {
    const districts = choose(all, 8, draw(nth));
    const spell = (id: string, reported: readonly number[], amountOf: (year: number) => string | bigint | null) => {
      const amounts = years.filter((year) => !stated.has(`${id} ${year}`)).map((year) => amountOf(year) ?? '-');
      return [id, ...[...new Set(reported)].sort(), ...amounts].join(' ');
    };
    const read = (departments: readonly Department[]): Figures =>
      departments.map((department) =>
        spell(
          department.id,
          department.years.map(({ year }) => year),
          (year) => {
            const amount = department[`y${year}`]?.amount ?? null;
            return amount === null ? null : toFen(amount);
          },
        ),
      );
    const readPage = (answer: unknown): Figures =>
      read(dataOf<{ departments: { nodes: readonly Department[] } }>(answer).departments.nodes);
    const readPlain = (answer: unknown): Figures =>
      dataOf<{ allDepartments: { nodes: readonly PlainDepartment[] } }>(answer).allDepartments.nodes.map(
        ({ rowId, reportsByDepartmentId: { nodes } }) =>
          spell(
            rowId,
            nodes.map(({ year }) => year),
            (year) =>
              nodes
                .filter((report) => report.year === year)
                .flatMap((report) => report.lineItemsByDepartmentIdAndReportId.nodes)[0]?.amount ?? null,
          ),
      );
    return {
      product: {
        asked: askGraphql(askPage(askProduct, years, 'metric: EXPENDITURE, stage: OUTTURN, '), { districts }),
        read: readPage,
      },
      floor: { asked: { path: `/page?years=${years.join()}&districts=${districts.join()}` }, read: readPage },
      postgraphile: { asked: askGraphql(POSTGRAPHILE, { districts }), read: readPlain },
      prisma: {
        asked: askGraphql(askPage(askPrisma, years, ''), { districts }),
        read: (answer) => read(dataOf<{ departments: readonly Department[] }>(answer).departments),
      },
    };
  },
};
