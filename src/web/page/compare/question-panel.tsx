import { useTranslation } from 'react-i18next';
import { BASELINES, NORMALISATIONS, STAGES, UNITS } from '../address/compare-address';
import type { CompareAddress } from '../address/compare-address';
import { MultiPicker } from '../parts/multi-picker';
import type { Choice } from '../parts/multi-picker';
import { Select } from '../parts/select';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { MeasurePicker } from './measure-picker';
import { PlacePicker } from './place-picker';

interface Panel {
  readonly address: CompareAddress;
  readonly onChange: (changed: Partial<CompareAddress>) => void;
}

/** Everything that a comparison can be asked. */
export function QuestionPanel({ address, onChange }: Panel) {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const { fiscalYears } = useHoldings();
  const years = fiscalYears.map(({ year }) => year).toReversed();
  const needsBaseYear = address.normalise === 'INDEX' || address.normalise === 'REAL_TERMS';
  const asChoice = (key: string): Choice => ({ key, label: key });
  return (
    <>
      <MeasurePicker chosen={address.metrics} onChoose={(metrics) => onChange({ metrics })} />
      <PlacePicker address={address} onChange={onChange} />
      <MultiPicker
        label={t('years')}
        placeholder={t('yearsHint')}
        groups={[{ label: t('years'), items: years.map((year) => asChoice(String(year))) }]}
        chosen={address.years.map((year) => asChoice(String(year)))}
        onChoose={(keys) => onChange({ years: keys.map(Number).sort() })}
      />
      <MultiPicker
        label={t('stages')}
        placeholder={t('stagesHint')}
        groups={[{ label: t('stages'), items: STAGES.map((key) => ({ key, label: term(`stage.${key}`) })) }]}
        chosen={address.stages.map((key) => ({ key, label: term(`stage.${key}`) }))}
        onChoose={(keys) => onChange({ stages: STAGES.filter((stage) => keys.includes(stage)) })}
      />
      <Select
        label={t('normalise')}
        value={address.normalise}
        choices={NORMALISATIONS.map((key) => [key, term(`normalisation.${key}`)])}
        onChoose={(normalise) => onChange({ normalise, ...baseYearFor(normalise, address, years) })}
      />
      {needsBaseYear && (
        <Select
          label={t('baseYear')}
          value={String(address.baseYear ?? '')}
          choices={[...new Set(['', ...years, address.baseYear ?? ''].map(String))].map((year) => [year, year])}
          onChoose={(year) => onChange({ baseYear: Number(year) })}
        />
      )}
      <BaselineSelect address={address} onChange={onChange} />
      <Select
        label={t('amountUnit')}
        value={address.unit}
        choices={UNITS.map((key) => [key, term(`unit.${key}`)])}
        onChoose={(unit) => onChange({ unit })}
      />
    </>
  );
}

/** The two that need a base year begin with the first year compared. */
function baseYearFor(normalise: string, { baseYear, years: chosen }: CompareAddress, years: readonly number[]) {
  if (normalise !== 'INDEX' && normalise !== 'REAL_TERMS') return { baseYear: undefined };
  return { baseYear: baseYear ?? chosen[0] ?? years.at(-1) };
}

function BaselineSelect({ address, onChange }: Panel) {
  const { t } = useTranslation('compare');
  const language = useLanguage();
  const { districts } = useHoldings();
  const plain = BASELINES.filter((kind) => kind !== 'YEAR' && kind !== 'DISTRICT' && kind !== 'DEPARTMENT');
  const nameOf = (code: string) => {
    const district = districts.find((own) => own.code === code);
    return (language === 'en' ? district?.nameEn : district?.name) ?? code;
  };
  const own: [string, string][] = [
    ...address.years.map((year): [string, string] => [`YEAR:${year}`, t('baselines.YEAR', { name: year })]),
    ...address.districts.map((code): [string, string] => [`DISTRICT:${code}`, nameOf(code)]),
  ];
  const isListed = plain.some((kind) => kind === address.baseline) || own.some(([key]) => key === address.baseline);
  const further: [string, string][] = isListed ? [] : [[address.baseline, address.baseline.replace(/^[A-Z]+:/, '')]];
  return (
    <Select
      label={t('baseline')}
      value={address.baseline}
      choices={[...plain.map((kind): [string, string] => [kind, t(`baselines.${kind}`)]), ...own, ...further]}
      onChoose={(baseline) => onChange({ baseline })}
    />
  );
}
