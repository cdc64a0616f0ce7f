import type { Entity, Evidence, Presence } from '../../../src/compare/evidence.js';
import { ACCOUNT_KEYS } from '../../../src/domain/account-keys.js';
import type { ReportKind, Stage } from '../../../src/domain/closed-lists.js';
import type { Figure } from '../../../src/domain/figure.js';
import { REFERENCE } from '../../support/reference.js';

/** One printed amount, in 万元: the year's expenditure, a part of it, or what was spent under a functional code. */
export interface Stated {
  readonly district?: string;
  readonly department?: string;
  readonly year?: number;
  readonly stage?: Exclude<Stage, 'REVISED_BUDGET'>;
  readonly of?: 'EXPENDITURE' | 'BASIC' | 'PROJECT' | `${number}`;
  readonly amount: number;
}

const STATEMENTS = ['REVENUE_EXPENDITURE_SUMMARY', 'EXPENDITURE'] as const;

/** Evidence of these figures alone; a department has a report of each year and kind that states something. */
export function evidenceOfFew(stated: readonly Stated[]): Evidence {
  const figures = stated.map(figureOf);
  const reports = figures.map(({ departmentId, districtCode, year, kind }): Presence => {
    return {
      departmentId,
      districtCode,
      year,
      kind,
      statements: STATEMENTS,
      statementsInPart: [],
      statementsWithIssues: [],
    };
  });
  const departments = figures.map(({ departmentId: id, districtCode }) => {
    return [id, { id, districtCode, name: `${id}局`, body: '局', formerNames: [] }] as const;
  });
  return { figures, reports, departments: new Map(departments), reference: REFERENCE, unlisted: new Set() };
}

/** A district with all departments that state something. */
export function districtIn(evidence: Evidence, code: string): Entity {
  const ids = evidence.reports
    .filter(({ districtCode }) => districtCode === code)
    .map(({ departmentId }) => departmentId);
  const name = REFERENCE.division(code)?.name ?? code;
  return { kind: 'DISTRICT', districtCode: code, departmentId: null, name, departmentIds: [...new Set(ids)].sort() };
}

function figureOf({
  district = '440104',
  department = 'a',
  year = 2019,
  stage = 'OUTTURN',
  of = 'EXPENDITURE',
  amount,
}: Stated): Figure {
  const kind: ReportKind = stage === 'OUTTURN' ? 'FINAL_ACCOUNTS' : 'BUDGET';
  const departmentId = `${district}-${department}`;
  const isTotal = of === 'EXPENDITURE';
  const code = /^\d+$/.test(of) ? of : null;
  const accountKey = code ?? (isTotal ? ACCOUNT_KEYS.expenditure : ACCOUNT_KEYS.expenditureTotal);
  return {
    ...{
      lineItemId: `${departmentId}.${year}.${kind}.${of}`,
      departmentId,
      districtCode: district,
      reportId: `${departmentId}${year}${kind}`,
    },
    ...{
      year,
      kind,
      stage,
      statement: isTotal ? STATEMENTS[0] : STATEMENTS[1],
      flow: 'EXPENDITURE',
      side: isTotal ? 'EXPENDITURE' : null,
    },
    ...{
      fund: 'ALL',
      part: code || isTotal ? 'TOTAL' : (of as 'BASIC' | 'PROJECT'),
      accountId: accountKey,
      accountKey,
      accountCode: code,
    },
    ...{ classification: code ? 'FUNCTIONAL' : 'BALANCE', edition: 2007, label: code ?? '合计', broken: [] },
    fen: BigInt(Math.round(amount * 100)) * 10_000n,
  };
}
