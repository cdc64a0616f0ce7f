import { useTranslation } from 'react-i18next';
import type { ReportFindingFragment } from '../generated/graphql';
import { markOf, SIGNS } from './marks';
import type { GridRow } from './statement-grid';

interface Shown {
  readonly row: GridRow;
  readonly findings: readonly ReportFindingFragment[];
  readonly onOpen: (anchor: HTMLElement, findings: readonly ReportFindingFragment[]) => void;
}

/** How a row reconciles: the worst of what its figures take part in. Nothing where nothing was checked. */
export function RowMark({ row, findings, onOpen }: Shown) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const mark = markOf(findings);
  if (mark === null) return null;
  const outcome = term(`outcome.${mark}`);
  return (
    <button
      type="button"
      className="row-mark"
      data-outcome={mark}
      aria-label={t('rowChecks', { row: row.label || row.line, outcome, count: findings.length })}
      onClick={({ currentTarget }) => onOpen(currentTarget, findings)}
    >
      <span aria-hidden="true">{SIGNS[mark]}</span> {outcome}
    </button>
  );
}
