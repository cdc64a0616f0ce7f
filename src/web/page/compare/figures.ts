import { formatFigure } from '../format/figure';
import type { CellFragment } from '../generated/graphql';
import type { Language } from '../words/language';

/** A cell of a comparison as it is shown. */
export interface Figure {
  readonly key: string;
  readonly cell: CellFragment;
  readonly metric: string;
  readonly place: string;
  readonly stage: string;
  /** The value in words and figures, without its unit; null: `reason` says why. */
  readonly text: string | null;
  readonly reason: string | null;
  /** What it is held against, in words and figures. */
  readonly baseline: string | null;
  /** Stands beside figures that it may not be compared with. */
  readonly isUnlike: boolean;
}

/** What names things, in the language of the page. */
export interface Names {
  readonly language: Language;
  readonly nameMetric: (metric: string) => string;
  readonly nameStage: (stage: NonNullable<CellFragment['stage']>) => string;
  readonly nameMissing: (reason: NonNullable<CellFragment['missing']>) => string;
}

export function makeFigures(cells: readonly CellFragment[], names: Names): Figure[] {
  return cells.map((cell) => ({
    key: printCellKey(cell),
    cell,
    metric: names.nameMetric(cell.metric),
    place: namePlace(cell, names.language),
    stage: cell.stage ? names.nameStage(cell.stage) : '',
    text: cell.value === null ? null : formatFigure(cell.value, cell.unit, names.language),
    baseline: cell.baseline === null ? null : formatFigure(cell.baseline, cell.unit, names.language),
    reason: cell.missing && names.nameMissing(cell.missing),
    isUnlike: cell.warnings.some(({ verdict }) => verdict === 'NOT_COMPARABLE'),
  }));
}

/** Says which cell of a comparison it is, in an address. */
export function printCellKey({ metric, district, department, year, stage }: CellFragment): string {
  return [metric, department?.id ?? district.code, year, stage ?? ''].join('~');
}

export function placeKeyOf({ district, department }: CellFragment): string {
  return department?.id ?? district.code;
}

export function namePlace({ district, department }: CellFragment, language: Language): string {
  if (department) return department.name;
  return language === 'en' ? district.nameEn : district.name;
}
