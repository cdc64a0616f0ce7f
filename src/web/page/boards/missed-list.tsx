import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { formatPercent } from '../format/figure';
import { MissedIndicatorsDocument } from '../generated/graphql';
import type { MissedIndicatorsQuery } from '../generated/graphql';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import { Answered } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { addressOfExport, whereOf } from '../take-away/export-address';
import { useLanguage } from '../words/use-language';
import type { BoardExtent } from './choose-board';
import { ListBlock, MoreRows, whereOfExtent } from './list-block';

type Indicator = MissedIndicatorsQuery['performanceIndicators']['nodes'][number];

const PAGE = 50;

/** Indicators whose target was not met, with target and outcome as printed. */
export function MissedList({ extent }: { extent: BoardExtent }) {
  const { t } = useTranslation('boards');
  const { release } = useHoldings();
  const [first, setFirst] = useState(PAGE);
  const asked = useAnswer(MissedIndicatorsDocument, { where: { ...whereOfExtent(extent), met: false }, first });
  const columns = useColumns();
  const where = whereOf('indicators', { districts: extent.districts, years: [extent.year] });
  return (
    <ListBlock title={t('missed')} note={t('missedNote')}>
      <Answered asked={asked} height={140}>
        {({ data: { performanceIndicators: found } }) => (
          <>
            {found.totalCount === 0 ? (
              <p className="nothing">{t('nothingMissed')}</p>
            ) : (
              <DataTable caption={t('missed')} columns={columns} rows={found.nodes} keyOf={({ id }) => id} />
            )}
            <MoreRows shown={found.nodes.length} count={found.totalCount} onMore={setFirst} />
          </>
        )}
      </Answered>
      <p className="no-print">
        <a href={addressOfExport('indicators', 'csv', { where, release: release?.id })} download>
          {t('allIndicators')}
        </a>
      </p>
    </ListBlock>
  );
}

function useColumns(): readonly Column<Indicator>[] {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const nameOf = ({ name, inferredName }: Indicator) => name ?? inferredName;
  return [
    {
      id: 'department',
      head: t('department'),
      show: ({ report }) => (
        <Link to="/reports/$id" params={{ id: report.id }} search={{ part: 'indicators' }}>
          {report.department.name}
        </Link>
      ),
      plain: ({ report }) => report.department.name,
    },
    {
      id: 'evaluation',
      head: t('evaluation'),
      show: ({ evaluation }) => evaluation.name ?? term(`scope.${evaluation.scope}`),
      plain: ({ evaluation }) => evaluation.name ?? term(`scope.${evaluation.scope}`),
    },
    {
      id: 'indicator',
      head: t('indicator'),
      show: (own) => (
        <>
          {nameOf(own) ?? t('nameLost')}
          {own.level2 && <small className="soft">{[own.level1, own.level2].filter(Boolean).join(' · ')}</small>}
        </>
      ),
      plain: nameOf,
    },
    { id: 'target', head: t('target'), show: ({ target }) => target ?? '—', plain: ({ target }) => target },
    {
      id: 'actual',
      head: t('actual'),
      show: ({ actual }) => <span className="long-text">{actual ?? '—'}</span>,
      plain: ({ actual }) => actual,
    },
    {
      id: 'completion',
      head: t('reached'),
      isNumber: true,
      show: ({ completion }) => (completion === null ? '—' : formatPercent(completion, language)),
      plain: ({ completion }) => completion,
    },
    {
      id: 'score',
      head: t('scoreOfWeight'),
      isNumber: true,
      show: ({ score, weight }) => (score === null ? '—' : `${score} / ${weight ?? '—'}`),
      plain: ({ score }) => score,
    },
  ];
}
