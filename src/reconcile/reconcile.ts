import type { Finding } from '../domain/finding.js';
import type { Report } from '../domain/report.js';
import { gatherFigures } from './report-figures.js';
import { RULES } from './rules.js';

/**
 * Applies every rule for reports of its kind (勾稽). Nothing printed is changed; each rule gives at least one finding, which says
 * why where it could not be evaluated.
 */
export function reconcile(report: Report): readonly Finding[] {
  const figures = gatherFigures(report);
  return RULES.filter(({ reports }) => reports.includes(report.kind)).flatMap((rule) => rule.evaluate(figures));
}
