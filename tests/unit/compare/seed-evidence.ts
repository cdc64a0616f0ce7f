import { loadReference } from '../../../src/app/load-reference.js';
import { loadSeeds } from '../../../src/app/seed-files.js';
import type { Entity, Evidence, Presence } from '../../../src/compare/evidence.js';
import type { Figure } from '../../../src/domain/figure.js';
import { placeBody } from '../../../src/domain/place.js';
import type { Department } from '../../../src/domain/records.js';
import type { Report } from '../../../src/domain/report.js';

const reference = loadReference();

/** Evidence from reports as they are read, without a store. A department's id is its district's code with a d before it. */
export function evidenceOf(reports: readonly Report[]): Evidence {
  return {
    figures: reports.flatMap(figuresOf),
    reports: reports.map(presenceOf),
    departments: new Map(reports.map((report) => [departmentIdOf(report), departmentOf(report)])),
    reference,
  };
}

/** The five published reports. */
export async function seedEvidence(): Promise<Evidence> {
  return evidenceOf(await loadSeeds());
}

export function districtOf(code: string, departmentIds: readonly string[] = [`d${code}`]): Entity {
  const name = reference.division(code)?.name ?? code;
  return { kind: 'DISTRICT', districtCode: code, departmentId: null, name, departmentIds };
}

function departmentIdOf({ district }: Report): string {
  return `d${district}`;
}

function departmentOf(report: Report): Department {
  const name = reference.bodyOf(report.district, report.department);
  const { body } = placeBody(name, reference);
  return { id: departmentIdOf(report), districtCode: report.district, name, body, formerNames: [] };
}

function presenceOf(report: Report): Presence {
  return {
    departmentId: departmentIdOf(report),
    districtCode: report.district,
    year: report.year,
    kind: report.kind,
    statements: report.statements.map(({ statement }) => statement),
    statementsWithIssues: report.statements
      .filter(({ rowsRead, rowsSeen }) => rowsRead < rowsSeen)
      .map(({ statement }) => statement),
  };
}

function figuresOf(report: Report): Figure[] {
  return report.lineItems
    .filter(({ unitName }) => unitName === null)
    .map((item, place) => ({
      lineItemId: `${report.district}-${report.year}-${String(place).padStart(5, '0')}`,
      departmentId: departmentIdOf(report),
      districtCode: report.district,
      reportId: `r${report.district}`,
      year: report.year,
      kind: report.kind,
      statement: item.statement,
      flow: item.flow,
      side: item.side,
      stage: item.stage,
      fund: item.fund,
      part: item.part,
      accountId: item.account.key,
      accountKey: item.account.key,
      accountCode: item.account.code,
      classification: item.account.classification,
      edition: item.account.edition,
      label: item.label,
      fen: item.amount.fen,
    }));
}
