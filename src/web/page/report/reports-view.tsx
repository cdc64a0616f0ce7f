import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../parts/use-title';
import { useHoldings } from '../shell/holdings';
import { makeMatrix } from './coverage-matrix';
import { CoverageTable } from './coverage-table';
import { ReportList } from './report-list';
import { SearchField } from './search-field';
import './reports.css';

/** The way in: which reports there are, and all of them. */
export function ReportsView() {
  const { t } = useTranslation('report');
  useTitle(t('reports'));
  const holdings = useHoldings();
  const { q = '', district, year } = useSearch({ from: '/reports' });
  const navigate = useNavigate({ from: '/reports' });
  const matrix = useMemo(() => makeMatrix(holdings, q), [holdings, q]);
  const search = (text: string) =>
    void navigate({
      search: (before) => ({ ...before, q: text || undefined }),
      replace: true,
      resetScroll: false,
    });
  const found = q === '' ? undefined : matrix.groups.flatMap(({ rows }) => rows.map((row) => row.district.code));
  return (
    <div className="reports">
      <header className="reports-head">
        <div>
          <h1>{t('reports')}</h1>
          <p className="soft">{t('intro')}</p>
        </div>
      </header>
      <section className="card">
        <div className="reports-bar">
          <h2>{t('matrix')}</h2>
          <SearchField label={t('search')} hint={t('searchHint')} value={q} onChange={search} />
        </div>
        {matrix.groups.length === 0 ? (
          <p className="nothing">{t('noDistrict', { text: q })}</p>
        ) : (
          <CoverageTable matrix={matrix} />
        )}
      </section>
      <ReportList district={district} year={year} found={found} />
    </div>
  );
}
