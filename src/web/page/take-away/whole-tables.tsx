import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TakeAwayAddress } from '../address/take-away-address';
import { useAnswer } from '../ask/use-answer';
import { DistrictPicker } from '../compare/place-picker';
import { formatCount } from '../format/figure';
import { CountRowsDocument } from '../generated/graphql';
import type { CountRowsQuery } from '../generated/graphql';
import { MultiPicker } from '../parts/multi-picker';
import { Answered } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { CodeSample } from './code-sample';
import { addressOfExport, TABLES, whereOf } from './export-address';
import type { Table } from './export-address';

/** The tables of the API, filtered by district and year, as links. */
export function WholeTables() {
  const { t } = useTranslation('takeAway');
  const { t: compare } = useTranslation('compare');
  const { fiscalYears } = useHoldings();
  const address = useSearch({ from: '/take-away' });
  const navigate = useNavigate({ from: '/take-away' });
  const change = (changed: Partial<TakeAwayAddress>) =>
    void navigate({ search: { ...address, ...changed }, resetScroll: false });
  const asChoice = (year: number) => ({ key: String(year), label: String(year) });
  const years = fiscalYears.map(({ year }) => year).toReversed();
  const where = whereOf('line-items', address);
  return (
    <section className="card">
      <h2>{t('tables')}</h2>
      <p className="soft">{t('tablesNote')}</p>
      <div className="take-away-filters">
        <DistrictPicker chosen={address.districts} onChoose={(districts) => change({ districts })} />
        <MultiPicker
          label={compare('years')}
          placeholder={t('yearsAll')}
          groups={[{ label: compare('years'), items: years.map(asChoice) }]}
          chosen={address.years.map(asChoice)}
          onChoose={(keys) => change({ years: keys.map(Number).sort() })}
        />
      </div>
      <TableLinks address={address} />
      <p className="soft">{t('comparisons')}</p>
      <CodeSample
        label={t('tableAddress')}
        shown={[
          where ? `where = ${JSON.stringify(where)}` : t('noWhere'),
          `GET ${location.origin}${addressOfExport('line-items', 'csv', { where })}`,
        ].join('\n')}
        copied={`${location.origin}${addressOfExport('line-items', 'csv', { where })}`}
      />
    </section>
  );
}

function TableLinks({ address }: { address: TakeAwayAddress }) {
  const { t } = useTranslation('takeAway');
  const { release } = useHoldings();
  const where = whereOf('line-items', address);
  const filter = where ?? null;
  const asked = useAnswer(CountRowsDocument, {
    lineItems: filter,
    indicators: filter,
    facts: filter,
    findings: filter,
  });
  return (
    <Answered asked={asked} height={260}>
      {({ data }) => (
        <div className="table-scroll" role="region" aria-label={t('tables')} tabIndex={0}>
          <table className="figures">
            <caption className="visually-hidden">{t('tables')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('tableHeads.table')}</th>
                <th scope="col" className="number">
                  {t('tableHeads.rows')}
                </th>
                <th scope="col">{t('tableHeads.files')}</th>
              </tr>
            </thead>
            <tbody>
              {TABLES.map((table) => (
                <TableRow
                  key={table}
                  table={table}
                  count={countOf(data, table)}
                  address={address}
                  release={release?.id}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Answered>
  );
}

interface Row {
  readonly table: Table;
  readonly count: number;
  readonly address: TakeAwayAddress;
  readonly release: string | undefined;
}

function TableRow({ table, count, address, release }: Row) {
  const { t } = useTranslation('takeAway');
  const language = useLanguage();
  const where = whereOf(table, address);
  return (
    <tr>
      <th scope="row">
        {t(`tableNames.${table}`)} <code className="soft">{table}</code>{' '}
        <small className="soft">{t(`tableNotes.${table}`)}</small>
      </th>
      <td className="number">{formatCount(count, language)}</td>
      <td className="file-links">
        {(['csv', 'ndjson'] as const).map((format) => (
          <a
            key={format}
            href={addressOfExport(table, format, { where, release })}
            download
            aria-label={t('download', { name: table, format })}
          >
            {format.toUpperCase()}
          </a>
        ))}
      </td>
    </tr>
  );
}

function countOf(counts: CountRowsQuery, table: Table): number {
  switch (table) {
    case 'line-items':
      return counts.lineItems.totalCount;
    case 'indicators':
      return counts.performanceIndicators.totalCount;
    case 'facts':
      return counts.reportedFacts.totalCount;
    case 'findings':
      return counts.findings.totalCount;
    case 'statistics':
      return counts.statistics.length;
  }
}
