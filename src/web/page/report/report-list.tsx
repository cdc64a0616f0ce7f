import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../ask/ask';
import { pinnedRelease } from '../ask/release';
import { formatCount } from '../format/figure';
import { ListReportsDocument } from '../generated/graphql';
import type { ListedReportFragment, ReportFilter } from '../generated/graphql';
import { Failure, Loading } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { SIGNS } from './marks';

const PAGE = 50;

interface List {
  readonly district: string | undefined;
  readonly year: number | undefined;
  /** Districts that a search has found; undefined: nothing is searched. */
  readonly found: readonly string[] | undefined;
}

/** Reports, the newest year first, fifty at a time. */
export function ReportList({ district, year, found }: List) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const { districts } = useHoldings();
  const asked = useReports({
    ...((district ?? found) && { district: district ? { eq: district } : { in: [...(found ?? [])] } }),
    ...(year && { year: { eq: year } }),
  });
  const named = districts.find(({ code }) => code === district);
  const place = (language === 'en' ? named?.nameEn : named?.name) ?? district;
  const what = [place, year && t('listYear', { year })].filter(Boolean).join(' ');
  const pages = asked.data?.pages ?? [];
  const reports = pages.flatMap(({ data }) => data.reports.nodes);
  const count = pages[0]?.data.reports.totalCount ?? 0;
  return (
    <section className="card" id="list">
      <div className="reports-bar">
        <h2>{what === '' ? t('list') : t('listOf', { what })}</h2>
        {what !== '' && (
          <Link
            to="/reports"
            search={(search) => ({ ...search, district: undefined, year: undefined })}
            resetScroll={false}
            className="button is-quiet is-small no-print"
          >
            {t('showAll')}
          </Link>
        )}
        <p className="soft" role="status">
          {asked.data &&
            t('listShown', { shown: formatCount(reports.length, language), all: formatCount(count, language) })}
        </p>
      </div>
      {asked.error && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Loading height={260} />}
      {asked.data && <ListTable reports={reports} />}
      {asked.hasNextPage && (
        <button
          type="button"
          className="button is-quiet more no-print"
          disabled={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {t('more', { count: Math.min(PAGE, count - reports.length) })}
        </button>
      )}
    </section>
  );
}

function useReports(where: ReportFilter) {
  const release = pinnedRelease();
  return useInfiniteQuery({
    queryKey: [release ?? 'newest', 'reports', where],
    queryFn: ({ signal, pageParam }) => ask(ListReportsDocument, { where, after: pageParam }, { signal, release }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ data }) => (data.reports.pageInfo.hasNextPage ? data.reports.pageInfo.endCursor : undefined),
    staleTime: Infinity,
  });
}

function ListTable({ reports }: { reports: readonly ListedReportFragment[] }) {
  const { t } = useTranslation('report');
  if (reports.length === 0) return <p className="nothing">{t('noReports')}</p>;
  return (
    <div className="table-scroll" role="region" aria-label={t('list')} tabIndex={0}>
      <table className="figures">
        <caption className="visually-hidden">{t('list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.title')}</th>
            <th scope="col" className="number">
              {t('column.year')}
            </th>
            <th scope="col">{t('column.kind')}</th>
            {(['broken', 'rounding', 'issues', 'figures'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('column.department')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <ListRow key={report.id} report={report} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ListRow({ report }: { report: ListedReportFragment }) {
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { id, title, kind, department, fiscalYear, lineItems, findingCounts, issues } = report;
  return (
    <tr>
      <th scope="row" className="title">
        <Link to="/reports/$id" params={{ id }}>
          {title}
        </Link>
      </th>
      <td className="number">{fiscalYear.year}</td>
      <td className="kind">{term(`kind.${kind}`)}</td>
      <FindingCount report={id} outcome="BROKEN" count={findingCounts?.broken} />
      <FindingCount report={id} outcome="ROUNDING" count={findingCounts?.rounding} />
      <td className="number">
        {issues.length === 0 ? (
          0
        ) : (
          <Link to="/reports/$id" params={{ id }} search={{ part: 'issues' }}>
            {formatCount(issues.length, language)}
          </Link>
        )}
      </td>
      <td className="number">{formatCount(lineItems.totalCount, language)}</td>
      <td className="department">{department.name}</td>
    </tr>
  );
}

/** undefined: the report was never checked. */
function FindingCount(props: { report: string; outcome: 'BROKEN' | 'ROUNDING'; count: number | undefined }) {
  const { report, outcome, count } = props;
  const language = useLanguage();
  if (count === undefined) return <td className="number">—</td>;
  if (count === 0) return <td className="number">0</td>;
  return (
    <td className="number">
      <Link
        to="/reports/$id"
        params={{ id: report }}
        search={{ part: 'checks', outcome }}
        className={outcome === 'BROKEN' ? 'is-broken' : undefined}
      >
        <span aria-hidden="true">{SIGNS[outcome]} </span>
        {formatCount(count, language)}
      </Link>
    </td>
  );
}
