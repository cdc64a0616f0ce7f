import type { Entity, Evidence, Presence } from '../../../src/compare/evidence.js';
import type { Figure } from '../../../src/domain/figure.js';
import { placeBody } from '../../../src/domain/place.js';
import type { Department } from '../../../src/domain/records.js';
import type { Report } from '../../../src/domain/report.js';
import { REFERENCE } from '../../support/reference.js';

/** Evidence from reports as they are read, without a store. */
export function evidenceOf(reports: readonly Report[]): Evidence {
  const departments = reports.map(departmentOf);
  return {
    figures: reports.flatMap(figuresOf),
    reports: reports.map(presenceOf),
    departments: new Map(departments.map((department) => [department.id, department])),
    reference: REFERENCE,
    unlisted: new Set(),
  };
}

/** A district with all its departments in the evidence. */
export function districtOf(code: string, { reports }: Evidence): Entity {
  const own = reports.filter(({ districtCode }) => districtCode === code).map(({ departmentId }) => departmentId);
  const name = REFERENCE.division(code)?.name ?? code;
  return { kind: 'DISTRICT', districtCode: code, departmentId: null, name, departmentIds: [...new Set(own)].sort() };
}

function departmentIdOf(report: Report): string {
  return departmentOf(report).id;
}

function departmentOf({ district, department }: Report): Department {
  const name = REFERENCE.bodyOf(district, department);
  const { body } = placeBody(name, REFERENCE);
  return { id: `${district} ${body}`, districtCode: district, name, body, formerNames: [] };
}

function presenceOf(report: Report): Presence {
  return {
    departmentId: departmentIdOf(report),
    districtCode: report.district,
    year: report.year,
    kind: report.kind,
    statements: report.statements.map(({ statement }) => statement),
    statementsInPart: report.statements
      .filter(({ rowsSeen, rowsRead }) => rowsRead < rowsSeen)
      .map(({ statement }) => statement),
    statementsWithIssues: report.issues.flatMap(({ statement }) => statement ?? []),
  };
}

function figuresOf(report: Report): Figure[] {
  return report.lineItems
    .filter(({ unitName }) => unitName === null)
    .map((item, place) => ({
      lineItemId: `${departmentIdOf(report)}-${report.year}-${report.kind}-${String(place).padStart(5, '0')}`,
      departmentId: departmentIdOf(report),
      districtCode: report.district,
      reportId: report.sha256,
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
      broken: [],
    }));
}
