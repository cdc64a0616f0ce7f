import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { CoveredReportsDocument } from '../generated/graphql';
import { useHoldings } from '../shell/holdings';
import type { CoverageGroup, CoverageMatrix, CoverageRow } from './coverage-matrix';
import { DistrictRow, GroupRow, keyOf } from './coverage-rows';
import type { OnlyReports } from './coverage-rows';

/** Up to so many reports, all are asked for beforehand and a cell leads to its report at once. */
const FEW_REPORTS = 300;
/** From here on the table scrolls in itself, and only the rows in sight are drawn. */
const MANY_ROWS = 40;
const ROW = 45;

type Line = { readonly group: CoverageGroup; readonly row: CoverageRow | null };

/** Which kinds of reports each district has of each year; no report is no zero, and said. */
export function CoverageTable({ matrix }: { matrix: CoverageMatrix }) {
  const { t } = useTranslation('report');
  const scroll = useRef<HTMLDivElement>(null);
  const only = useOnlyReports();
  const lines = useMemo(
    () =>
      matrix.groups.flatMap((group): Line[] => [{ group, row: null }, ...group.rows.map((row) => ({ group, row }))]),
    [matrix],
  );
  const isLong = lines.length > MANY_ROWS;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
    enabled: isLong,
  });
  const items = virtual.getVirtualItems();
  const shown = isLong ? items.flatMap(({ index }) => lines[index] ?? []) : lines;
  const before = isLong ? (items[0]?.start ?? 0) : 0;
  const after = isLong ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;
  const width = matrix.years.length + 1;
  return (
    <div
      ref={scroll}
      className={isLong ? 'matrix-scroll is-long' : 'matrix-scroll'}
      role="region"
      aria-label={t('matrixCaption')}
      tabIndex={0}
    >
      <table className="matrix" aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{t('matrixCaption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="place">
              {t('district')}
            </th>
            {matrix.years.map((year) => (
              <th key={year} scope="col">
                <Link to="/reports" search={(search) => ({ ...search, year })} resetScroll={false} hash="list">
                  {year}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} width={width} />}
          {shown.map(({ group: { division }, row }, at) => {
            const place = isLong ? { ref: virtual.measureElement, 'data-index': items[at]?.index } : {};
            return row ? (
              <DistrictRow key={row.district.code} {...{ row, only, place }} years={matrix.years} />
            ) : (
              <GroupRow key={`group ${division.code}`} {...{ division, width, place }} />
            );
          })}
          {after > 0 && <Spacer height={after} width={width} />}
        </tbody>
      </table>
    </div>
  );
}

function Spacer({ height, width }: { height: number; width: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={width} style={{ height }} />
    </tr>
  );
}

function useOnlyReports(): OnlyReports {
  const { release } = useHoldings();
  const { data } = useAnswer(CoveredReportsDocument, {}, { enabled: (release?.reports ?? 0) <= FEW_REPORTS });
  return useMemo(() => {
    const ids = new Map<string, string>();
    const several = new Set<string>();
    for (const { district, year, reports } of data?.data.coverage.cells ?? []) {
      for (const { id, kind } of reports) {
        const key = keyOf(district.code, year, kind);
        if (ids.has(key)) several.add(key);
        ids.set(key, id);
      }
    }
    return new Map([...ids].filter(([key]) => !several.has(key)));
  }, [data]);
}
