import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MeasureText } from '../address/measure';
import { useAnswer } from '../ask/use-answer';
import type { NamedAccountFragment } from '../generated/graphql';
import { FindMeasuresDocument } from '../generated/graphql';
import { MultiPicker } from '../parts/multi-picker';
import type { Choice } from '../parts/multi-picker';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { useNames } from './use-names';

/** Metrics and accounts, found by name, code or pinyin. */
export function MeasurePicker(props: {
  chosen: readonly MeasureText[];
  onChoose: (chosen: readonly string[]) => void;
}) {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { metrics } = useHoldings();
  const { nameMetric } = useNames(props.chosen);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useAnswer(FindMeasuresDocument, { search }, { enabled: search !== '' });
  const accounts = search === '' ? undefined : data?.data.accounts;
  const nameAccount = ({ classification, code, name, level, edition, lastYear }: NamedAccountFragment): Choice => ({
    key: `${classification}:${code}${lastYear === null ? '' : `@${edition}`}`,
    label: `${code} ${name}`,
    detail: [level && term(`level.${level}`), lastYear !== null && `${edition}–${lastYear}`]
      .filter(Boolean)
      .join(' · '),
  });
  const found = new Set(data?.data.metrics.map(({ key }) => key));
  const own = metrics
    .filter(({ key }) => search === '' || found.has(key))
    .map(({ key, name, nameEn }) => ({
      key: key as string,
      label: language === 'en' ? nameEn : name,
      detail: language === 'en' ? name : nameEn,
    }));
  const ofKind = (kind: string) =>
    (accounts?.nodes ?? []).filter(({ classification }) => classification === kind).map(nameAccount);
  const more = accounts && accounts.totalCount > accounts.nodes.length;
  return (
    <MultiPicker
      label={t('metrics')}
      placeholder={t('metricsHint')}
      groups={[
        { label: t('metricGroup'), items: own },
        { label: t('functional'), items: ofKind('FUNCTIONAL') },
        { label: t('economic'), items: ofKind('ECONOMIC') },
      ]}
      chosen={props.chosen.map((key) => ({ key, label: nameMetric(key) }))}
      onChoose={props.onChoose}
      onSearch={setTyped}
      status={isFetching ? t('searching') : more ? t('moreFound', { count: accounts.totalCount }) : ''}
    />
  );
}
