import { useTranslation } from 'react-i18next';
import type { Figure } from '../compare/figures';
import { formatDifference, formatFigure, formatPercent, formatTimes } from '../format/figure';
import type { CellFragment, CompareInput, OriginFragment } from '../generated/graphql';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import { saysAll } from './digits';
import { useAmount } from './use-amount';

interface Head {
  readonly figure: Figure;
  readonly question: CompareInput;
  readonly sources: readonly OriginFragment[];
}

/** Which figure it is, and what it is held against. */
export function FigureHead({ figure, question, sources }: Head) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const { cell, metric, place, stage, text, reason } = figure;
  const normalise = question.normalise ?? 'NONE';
  const isTurned = normalise !== 'NONE';
  const isExact = cell.value === null || saysAll(text ?? '', cell.value);
  return (
    <section className="figure-head">
      <h3>{metric}</h3>
      <p>{[place, cell.year, stage, isTurned && term(`normalisation.${normalise}`)].filter(Boolean).join(' · ')}</p>
      <p className={text === null ? 'value is-missing' : 'value'}>
        <strong>{text ?? `┄ ${reason}`}</strong>{' '}
        {text !== null && <UnitOf cell={cell} sources={sources} baseYear={question.baseYear ?? null} />}
      </p>
      <p className="soft">
        <span className={`status is-${cell.status.toLowerCase()}`}>{term(`status.${cell.status}`)}</span>
        {!isExact && <span className="exact">{t('exact', { value: cell.value })}</span>}
      </p>
      <HeldAgainst cell={cell} name={useBaselineName(question)} />
    </section>
  );
}

/** Of a number of things the unit that the text prints behind it. */
function UnitOf({
  cell,
  sources,
  baseYear,
}: {
  cell: CellFragment;
  sources: Head['sources'];
  baseYear: number | null;
}) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const { nameUnit } = useAmount();
  if (cell.unit === 'INDEX' && baseYear) return <span>{t('indexOf', { year: baseYear })}</span>;
  if (cell.unit !== 'COUNT') return <span>{nameUnit(cell.unit)}</span>;
  const printed = new Set(sources.map((origin) => (origin.__typename === 'ReportedFact' ? origin.valueUnit : '')));
  const [only] = printed;
  return <span>{printed.size === 1 && only ? only : term('unit.COUNT')}</span>;
}

/** What a baseline is, where the question names it in a way that has a word. */
function useBaselineName({ baseline }: CompareInput): string {
  const { t } = useTranslation('compare');
  const language = useLanguage();
  const { districts } = useHoldings();
  if (baseline?.district) {
    const district = districts.find(({ code }) => code === baseline.district);
    return (language === 'en' ? district?.nameEn : district?.name) ?? baseline.district;
  }
  if (baseline?.previousYear) return t('baselines.PREVIOUS');
  if (baseline?.average) return t(`baselines.${baseline.average}`);
  return baseline?.year ? t('baselines.YEAR', { name: baseline.year }) : '';
}

function HeldAgainst({ cell, name }: { cell: CellFragment; name: string }) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { baseline, baselineMissing, baselineStage, difference, percentagePoints, ratio, changeRate, unit } = cell;
  if (baseline === null && !baselineMissing) return null;
  const what = [name, baselineStage && term(`stage.${baselineStage}`)].filter(Boolean).join(' ');
  const rows: (readonly [string, string | null])[] = [
    [
      what ? t('againstWhat', { what }) : t('against'),
      baseline === null
        ? `┄ ${term(`missing.${baselineMissing ?? 'NOT_APPLICABLE'}`)}`
        : formatFigure(baseline, unit, language),
    ],
    [
      t('difference'),
      percentagePoints === null
        ? difference && formatDifference(difference, unit, language)
        : t('points', { points: formatDifference(percentagePoints, 'INDEX', language) }),
    ],
    [t('ratio'), ratio && t('times', { ratio: formatTimes(ratio, language) })],
    [t('changeRate'), changeRate && formatPercent(changeRate, language, 'exceptZero')],
  ];
  return (
    <dl className="held">
      {rows.map(
        ([name, text]) =>
          text && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
