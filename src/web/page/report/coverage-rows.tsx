import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { CoverageWithinDocument } from '../generated/graphql';
import type { ReportKind } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import type { CoverageRow, NamedDivision } from './coverage-matrix';

function useDivisionName(): (division: NamedDivision) => string {
  const language = useLanguage();
  return ({ name, nameEn }) => (language === 'en' ? nameEn : name);
}

/** What a table of which only a part is drawn has to know of a row. */
interface Place {
  readonly ref?: (row: HTMLTableRowElement | null) => void;
  readonly 'data-index'?: number | undefined;
}

/** A city or province, and of how many of its districts there are reports. */
export function GroupRow({ division, width, place }: { division: NamedDivision; width: number; place: Place }) {
  const { t } = useTranslation('report');
  const nameOf = useDivisionName();
  const { data } = useAnswer(CoverageWithinDocument, { division: division.code });
  const coverage = data?.data.coverage;
  return (
    <tr className="group" {...place}>
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
export type OnlyReports = ReadonlyMap<string, string>;

interface Row {
  readonly row: CoverageRow;
  readonly years: readonly number[];
  readonly only: OnlyReports;
  readonly place: Place;
}

/** A district and the kinds of its reports, year by year. */
export function DistrictRow({ row, years, only, place }: Row) {
  const { t } = useTranslation('report');
  const nameOf = useDivisionName();
  const { district, isOfDivision, kinds } = row;
  const name = isOfDivision ? t('ownBureaus', { name: nameOf(district) }) : nameOf(district);
  return (
    <tr {...place}>
      <th scope="row" className="place">
        <Link
          to="/reports"
          search={(search) => ({ ...search, district: district.code, year: undefined })}
          resetScroll={false}
          hash="list"
        >
          {name}
        </Link>
        <small>{district.code}</small>
      </th>
      {years.map((year) => (
        <td key={year}>
          {kinds.has(year) ? (
            <span className="badges">
              {kinds.get(year)?.map((kind) => (
                <Badge key={kind} kind={kind} year={year} place={name} district={district.code} only={only} />
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

/** Names a district, year and kind. */
export function keyOf(district: string, year: number, kind: ReportKind): string {
  return `${district} ${year} ${kind}`;
}
