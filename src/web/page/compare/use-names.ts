import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readMeasure } from '../address/measure';
import { useAnswer } from '../ask/use-answer';
import type { MetricInput, NamedAccountFragment } from '../generated/graphql';
import { NameAccountsDocument } from '../generated/graphql';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import type { Names } from './figures';

/** Names of these measures, and of what else stands beside figures. */
export function useNames(measures: readonly string[]): Names {
  const { t } = useTranslation('terms');
  const language = useLanguage();
  const { metrics } = useHoldings();
  const inputs = measures.map((text) => readMeasure(text));
  const codes = [...new Set(inputs.flatMap((input) => codesOf(input)))];
  const { data } = useAnswer(NameAccountsDocument, { codes }, { enabled: codes.length > 0 });
  const accounts = data?.data.accounts.nodes;
  return useMemo(() => {
    const own = new Map(metrics.map(({ key, name, nameEn }) => [key as string, language === 'en' ? nameEn : name]));
    const nameOne = (input: MetricInput | null, text: string): string => {
      if (!input) return text;
      const { key, account, over } = input;
      const upper = key ? (own.get(key) ?? key) : account ? nameAccount(account, accounts ?? []) : text;
      return over ? `${upper} ÷ ${nameOne(over, text)}` : upper;
    };
    return {
      language,
      nameMetric: (text) => nameOne(readMeasure(text), text),
      nameStage: (stage) => t(`stage.${stage}`),
      nameMissing: (reason) => t(`missing.${reason}`),
    };
  }, [metrics, language, accounts, t]);
}

function codesOf(input: MetricInput | null): string[] {
  if (!input) return [];
  return [...(input.account ? [input.account.code] : []), ...codesOf(input.over ?? null)];
}

/** 2010301 行政运行: of several editions the one asked for, else the newest. */
function nameAccount(
  { classification, code, edition }: NonNullable<MetricInput['account']>,
  accounts: readonly NamedAccountFragment[],
): string {
  const own = accounts
    .filter((account) => account.code === code && account.classification === classification)
    .sort((a, b) => b.edition - a.edition);
  const meant = own.find((account) => !edition || account.edition <= edition) ?? own[0];
  return meant ? `${code} ${meant.name}` : code;
}
