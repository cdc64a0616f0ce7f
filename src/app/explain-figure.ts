import { explainCell } from '../compare/explain.js';
import type { Explained } from '../compare/explain.js';
import { cite } from '../domain/citation.js';
import type { CitedPlace } from '../domain/citation.js';
import type { CitationFormat } from '../domain/closed-lists.js';
import type { CellPart, ComparedCell, ValueTrace } from '../domain/compared-cell.js';
import type { Department, StoredFinding, StoredReport, StoredSource } from '../domain/records.js';
import type { Reference } from '../domain/reference.js';
import { statesTheSame } from './list-rules.js';

export type { ExplainedStep } from '../compare/explained-step.js';

/** How a value came about; departments by id. */
export function explainFigure(cell: ComparedCell, names: ReadonlyMap<string, string>, reference: Reference): Explained {
  return explainCell(cell, {
    department: (id) => names.get(id) ?? id,
    district: (code) => reference.division(code)?.name ?? code,
  });
}

/** The departments that an explanation names. */
export function departmentsOf(cell: ComparedCell): string[] {
  return [...new Set(partsOf(cell).map(({ departmentId }) => departmentId))];
}

/** All that a value and its baseline are made of: ids of line items, and of numbers of the text. */
export function figuresOf(cell: ComparedCell): { readonly lineItemIds: string[]; readonly factIds: string[] } {
  const readings = partsOf(cell).flatMap(({ reading, over }) => [reading, ...(over ? [over] : [])]);
  return {
    lineItemIds: [...new Set(readings.flatMap(({ figures }) => figures.map(({ lineItemId }) => lineItemId)))],
    factIds: [...new Set(readings.flatMap(({ facts = [] }) => facts.map(({ factId }) => factId)))],
  };
}

function partsOf({ trace, baselineTrace }: ComparedCell): CellPart[] {
  const within = ({ parts, base, average }: ValueTrace): CellPart[] => [
    ...parts,
    ...(base ? within(base) : []),
    ...(average?.members ?? []).flatMap(within),
  ];
  return [trace, ...(baselineTrace ? [baselineTrace] : [])].flatMap(within);
}

/** Other places that state one of these figures, by findings that hold two such against each other, agreeing or not. */
export function alsoPrinted(
  figureIds: readonly string[],
  findings: readonly StoredFinding[],
): { readonly lineItemIds: string[]; readonly factIds: string[] } {
  const own = new Set(figureIds);
  const pairs = findings.filter(
    (finding) => statesTheSame(finding) && finding.lineItemIds.length + finding.factIds.length === 2,
  );
  const others = (ids: readonly string[]): string[] => ids.filter((id) => !own.has(id));
  return {
    lineItemIds: [...new Set(pairs.flatMap(({ lineItemIds }) => others(lineItemIds)))],
    factIds: [...new Set(pairs.flatMap(({ factIds }) => others(factIds)))],
  };
}

/** What a department was called in a year. */
function nameIn(year: number, department: Department | undefined, reference: Reference): string {
  if (!department) return '';
  const later = reference.renamesTo(department.districtCode, department.name).filter((rename) => year < rename.year);
  return later.at(-1)?.formerName ?? department.name;
}

/** The documents behind these sources as a citation, under the names that the departments bore in their year. */
export function citeSources(
  sources: readonly StoredSource[],
  reports: ReadonlyMap<string, StoredReport>,
  departments: ReadonlyMap<string, Department>,
  reference: Reference,
  releaseId: string,
  format: CitationFormat,
): string {
  const documents = [...reports.values()].map((report): CitedPlace => {
    const own = sources.filter(({ reportId }) => reportId === report.id);
    const places = own.map(({ table, section, line, page }) => ({ name: table ?? section ?? '', line, page }));
    const distinct = new Map(places.map((place) => [JSON.stringify(place), place]));
    const { title, kind, year, sha256, departmentId } = report;
    const department = nameIn(year, departments.get(departmentId), reference);
    return { department, title, kind, year, sha256, places: [...distinct.values()] };
  });
  return cite({ documents, releaseId }, format);
}
