import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { CoveredReportsDocument, CoverageWithinDocument } from '../generated/graphql';
import type { ReportKind } from '../generated/graphql';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import type { CoverageGroup, CoverageMatrix, CoverageRow, NamedDivision } from './coverage-matrix';

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
          {shown.map(({ group, row }) =>
            row ? (
              <DistrictRow key={row.district.code + group.division.code} row={row} years={matrix.years} only={only} />
            ) : (
              <GroupRow key={`group ${group.division.code}`} division={group.division} width={width} />
            ),
          )}
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

function useDivisionName(): (division: NamedDivision) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? nameEn : name);
}

function GroupRow({ division, width }: { division: NamedDivision; width: number }) {
  const { t } = useTranslation('report');
  const nameOf = useDivisionName();
  const { data } = useAnswer(CoverageWithinDocument, { division: division.code });
  const coverage = data?.data.coverage;
  return (
    <tr className="group">
      <th scope="rowgroup" colSpan={width}>
        <span>
          {nameOf(division)}
          <small>
            {coverage &&
              coverage.districtsTotal > 0 &&
              t('present', { present: coverage.districtsPresent, total: coverage.districtsTotal })}
          </small>
        </span>
      </th>
    </tr>
  );
}

/** The one report of a district, year and kind, where it is known to be the only one. */
type OnlyReports = ReadonlyMap<string, string>;

interface Row {
  readonly row: CoverageRow;
  readonly years: readonly number[];
  readonly only: OnlyReports;
}

function DistrictRow({ row, years, only }: Row) {
  const { t } = useTranslation('report');
  const nameOf = useDivisionName();
  const { district, isOfDivision, kinds } = row;
  const place = isOfDivision ? t('ownBureaus', { name: nameOf(district) }) : nameOf(district);
  return (
    <tr>
      <th scope="row" className="place">
        <Link
          to="/reports"
          search={(search) => ({ ...search, district: district.code, year: undefined })}
          resetScroll={false}
          hash="list"
        >
          {place}
        </Link>
        <small>{district.code}</small>
      </th>
      {years.map((year) => (
        <td key={year}>
          {kinds.has(year) ? (
            <span className="badges">
              {kinds.get(year)?.map((kind) => (
                <Badge key={kind} kind={kind} year={year} place={place} district={district.code} only={only} />
              ))}
            </span>
          ) : (
            <span className="none">{t('noReport')}</span>
          )}
        </td>
      ))}
    </tr>
  );
}

interface Shown {
  readonly kind: ReportKind;
  readonly year: number;
  readonly place: string;
  readonly district: string;
  readonly only: OnlyReports;
}

function Badge({ kind, year, place, district, only }: Shown) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const id = only.get(keyOf(district, year, kind));
  const className = kind === 'BUDGET' ? 'badge is-budget' : 'badge';
  const named = { place, year, kind: term(`kind.${kind}`) };
  if (id !== undefined) {
    return (
      <Link to="/reports/$id" params={{ id }} className={className} aria-label={t('openReport', named)}>
        {t(`kindShort.${kind}`)}
      </Link>
    );
  }
  return (
    <Link
      to="/reports"
      search={(search) => ({ ...search, district, year })}
      hash="list"
      resetScroll={false}
      className={className}
      aria-label={t('openList', named)}
    >
      {t(`kindShort.${kind}`)}
    </Link>
  );
}

function keyOf(district: string, year: number, kind: ReportKind): string {
  return `${district} ${year} ${kind}`;
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
