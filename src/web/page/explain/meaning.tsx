import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { NameAccountsDocument } from '../generated/graphql';
import type {
  AccountInput,
  CellFragment,
  CompareInput,
  MetricInput,
  NamedAccountFragment,
  OriginFragment,
} from '../generated/graphql';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { sayDefinition } from './sentences';

interface Meant {
  readonly metric: MetricInput;
  readonly cell: CellFragment;
  readonly question: CompareInput;
  readonly sources: readonly OriginFragment[];
}

/** What the measure is: its definition, or the account's official name and the years in which its code has this meaning. */
export function Meaning({ metric, cell, question, sources }: Meant) {
  const { t } = useTranslation('explain');
  const isTurned = question.normalise && question.normalise !== 'NONE';
  return (
    <section>
      <h4>{t('meaning')}</h4>
      <dl className="meaning">
        <Measured metric={metric} cell={cell} question={question} sources={sources} />
        {metric.over && (
          <>
            <dt className="group">{t('dividedBy')}</dt>
            <Measured metric={metric.over} cell={cell} question={question} sources={[]} />
          </>
        )}
        {isTurned && <Turned metric={metric} question={question} />}
      </dl>
    </section>
  );
}

function Measured({ metric, cell, question, sources }: Meant) {
  const { account } = metric;
  if (account) return <AccountMeaning account={account} years={question.years ?? [cell.year]} sources={sources} />;
  return <MetricMeaning metricKey={metric.key ?? ''} />;
}

function MetricMeaning({ metricKey }: { metricKey: string }) {
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const metric = useHoldings().metrics.find(({ key }) => key === metricKey);
  if (!metric) return null;
  return (
    <>
      <dt>{language === 'en' ? metric.nameEn : metric.name}</dt>
      <dd>
        {sayDefinition(metric, language)}
        {metric.statement && <span className="soft"> {term(`statement.${metric.statement}`)}</span>}
      </dd>
    </>
  );
}

/** What the value was turned into; a share names its total. */
function Turned({ metric, question }: Pick<Meant, 'metric' | 'question'>) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { metrics } = useHoldings();
  const normalise = question.normalise ?? 'NONE';
  const { baseYear } = question;
  const total = metrics.find(({ key }) => key === metrics.find((own) => own.key === metric.key)?.total);
  const names = normalise === 'SHARE_OF_TOTAL' && total;
  return (
    <>
      <dt>{term(`normalisation.${normalise}`)}</dt>
      <dd>
        {names ? `${t('dividedBy')} ${language === 'en' ? total.nameEn : total.name}` : t(`turnedBy.${normalise}`)}
        {baseYear && ` · ${t('baseYear', { year: baseYear })}`}
      </dd>
    </>
  );
}

interface AskedAccount {
  readonly account: AccountInput;
  /** That the question names. */
  readonly years: readonly number[];
  readonly sources: readonly OriginFragment[];
}

function AccountMeaning({ account, years, sources }: AskedAccount) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const { data } = useAnswer(NameAccountsDocument, { codes: [account.code] });
  const editions = (data?.data.accounts.nodes ?? [])
    .filter(({ classification }) => classification === account.classification)
    .sort((a, b) => a.edition - b.edition);
  // A code without a year is read as of the latest asked for in which it means something.
  const asOf = account.edition ? [account.edition] : years.toSorted((a, b) => b - a);
  const [meant] = asOf.flatMap((year) => editions.find((own) => holdsIn(own, year)) ?? []);
  const [row] = sources.flatMap((origin) => (origin.__typename === 'LineItem' ? [origin] : []));
  const span = ({ edition, lastYear }: NamedAccountFragment) =>
    lastYear === null ? t('editionFrom', { from: edition }) : t('editionSpan', { from: edition, to: lastYear });
  return (
    <>
      <dt>{[term(`classification.${account.classification}`), account.code].join(' ')}</dt>
      <dd>
        {data && editions.length === 0 && t('noAccount')}
        <ul>
          {editions.map((own) => (
            <li key={own.id}>
              <b>{own.name}</b> {own.level && term(`level.${own.level}`)} <span className="soft">{span(own)}</span>{' '}
              {editions.length > 1 && own === meant && <span className="chip">{t('meant')}</span>}
            </li>
          ))}
        </ul>
      </dd>
      {row && (
        <>
          <dt>{t('scopeOf')}</dt>
          <dd>{[row.fund && t(`fund.${row.fund}`), row.part && t(`part.${row.part}`)].filter(Boolean).join(' · ')}</dd>
        </>
      )}
    </>
  );
}

function holdsIn({ edition, lastYear }: NamedAccountFragment, year: number): boolean {
  return edition <= year && (lastYear === null || year <= lastYear);
}
