import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { formatCount } from '../format/figure';
import { ReportFactsDocument } from '../generated/graphql';
import type { ReportFactFragment } from '../generated/graphql';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import { Answered } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { SearchField } from './search-field';

type Fact = ReportFactFragment;

/** The numbers of the text, as printed. */
export function FactsPart({ report }: { report: string }) {
  const { t } = useTranslation('report');
  const asked = useAnswer(ReportFactsDocument, { id: report });
  return (
    <section className="card facts">
      <h2>{t('part.facts')}</h2>
      <Answered asked={asked} height={640}>
        {({ data }) => <Facts facts={data.report?.reportedFacts ?? []} />}
      </Answered>
    </section>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation('report');
  const language = useLanguage();
  const { q = '' } = useSearch({ from: '/reports/$id' });
  const navigate = useNavigate({ from: '/reports/$id' });
  const columns = useColumns();
  const shown = useMemo(() => facts.filter((fact) => isAbout(fact, q)), [facts, q]);
  if (facts.length === 0) return <p className="nothing">{t('facts.empty')}</p>;
  return (
    <>
      <p className="soft">{t('facts.intro')}</p>
      <div className="facts-bar">
        <SearchField
          label={t('facts.filter')}
          hint={t('facts.filterHint')}
          value={q}
          onChange={(text) =>
            void navigate({ search: { part: 'facts', q: text || undefined }, replace: true, resetScroll: false })
          }
        />
        <p className="soft" role="status">
          {t('facts.shown', {
            shown: formatCount(shown.length, language),
            all: formatCount(facts.length, language),
          })}
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="nothing">{t('facts.none')}</p>
      ) : (
        <DataTable caption={t('facts.caption')} columns={columns} rows={shown} keyOf={({ id }) => id} />
      )}
    </>
  );
}

function isAbout({ label, source, account }: Fact, text: string): boolean {
  const own = [label, source.section, source.text, account?.name, account?.code].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => own.includes(word));
}

function useColumns(): readonly Column<Fact>[] {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { metrics } = useHoldings();
  return useMemo(() => {
    const named = new Map(metrics.map(({ key, name, nameEn }) => [key, language === 'en' ? nameEn : name]));
    const about = ({ metric, account }: Fact) =>
      [metric && named.get(metric), account && [account.code, account.name].filter(Boolean).join(' ')]
        .filter(Boolean)
        .join('；') || null;
    const text = (id: string, head: string, of: (fact: Fact) => string | null): Column<Fact> => ({
      id,
      head,
      show: (fact) => <span className={`fact-${id}`}>{of(fact) ?? '—'}</span>,
      plain: of,
    });
    return [
      text('label', t('facts.label'), ({ label }) => label),
      text('kind', t('facts.kind'), ({ kind }) => term(`factKind.${kind}`)),
      {
        id: 'value',
        head: t('facts.value'),
        isNumber: true,
        show: ({ value, valueUnit }) => (
          <>
            {value} <small className="soft">{valueUnit}</small>
          </>
        ),
        plain: ({ value }) => value,
      },
      {
        id: 'year',
        head: t('facts.year'),
        isNumber: true,
        show: ({ year }) => year,
        plain: ({ year }) => String(year),
      },
      text('stage', t('facts.stage'), ({ stage }) => stage && term(`stage.${stage}`)),
      text('base', t('facts.base'), ({ base }) => base && term(`factBase.${base}`)),
      text('text', t('facts.text'), ({ source }) => source.text.trim()),
      text('metric', t('facts.metric'), about),
      {
        id: 'where',
        head: t('facts.where'),
        show: ({ source }) => (
          <span className="fact-where">
            {source.section} <small className="soft">{t('panel.line', { line: source.line })}</small>
          </span>
        ),
        plain: ({ source }) => [source.line, source.section].filter(Boolean).join(' '),
      },
    ];
  }, [metrics, language, t, term]);
}
