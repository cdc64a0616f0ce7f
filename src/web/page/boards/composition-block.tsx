import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFigure } from '../compare/chart-figure';
import { formatFigure, formatPercent } from '../format/figure';
import { CompositionDocument } from '../generated/graphql';
import { joinNames } from '../format/join-names';
import { Answered } from '../parts/states';
import { WarningNotes } from '../parts/warning-notes';
import { useHoldings } from '../shell/holdings';
import { tellWarnings } from '../take-away/question-words';
import { TakeAway } from '../take-away/take-away';
import { takeTable } from '../take-away/taken';
import { useLanguage } from '../words/use-language';
import { askShares } from './board-questions';
import type { BoardShown } from './board-shown';
import { compose, drawComposition, makeSumRows, TABLE_OF } from './composition';
import type { CompositionWords } from './composition';
import { CompositionTable, useSumColumns } from './composition-table';
import { useOpenCell } from './open-cell';
import { useComposition } from './use-composition';
import type { Sums } from './use-composition';

/** The accounts of each district as parts of its whole, drawn and as a table. */
export function CompositionBlock({ address, extent }: BoardShown) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const { classification, unit } = address;
  const variables = {
    where: {
      district: { in: extent.districts },
      year: { eq: extent.year },
      stage: [extent.stage],
      statement: [TABLE_OF[classification]],
    },
    unit,
  };
  const asked = useComposition(variables);
  const title = t('composition', { classification: term(`classification.${classification}`) });
  return (
    <section className="card board-block">
      <header>
        <h2>{title}</h2>
        <p className="soft">
          {t('inUnit', { unit: term(`unit.${unit}`) })}
          {t(`compositionNote.${classification}`)}
        </p>
      </header>
      <Answered asked={asked} height={520}>
        {(sums) => (
          <CompositionAnswer address={address} extent={extent} sums={sums} title={title} variables={variables} />
        )}
      </Answered>
    </section>
  );
}

interface Answer extends Pick<BoardShown, 'address' | 'extent'> {
  readonly sums: Sums;
  readonly title: string;
  readonly variables: object;
}

function CompositionAnswer({ address, extent, sums, title, variables }: Answer) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { classification, unit } = address;
  const { year, stage } = extent;
  const words = useSumWords(unit);
  const composition = useMemo(() => compose(sums.nodes, t('residual')), [sums, t]);
  const drawing = useMemo(
    () => drawComposition(composition, { year, stage, unit, words }),
    [composition, year, stage, unit, words],
  );
  const codes = composition.accounts.flatMap(({ code }) => code ?? []);
  const question = askShares(extent, classification, codes);
  const open = useOpenCell(question);
  const columns = useSumColumns(words, unit);
  const rows = makeSumRows(composition, sums.totals);
  const nameOf = useDistrictNames();
  const absent = extent.districts.filter((code) => !composition.districts.includes(code)).map(nameOf);
  const taken = {
    title: `${title} · ${year}`,
    question: [
      [t('districts'), joinNames(extent.districts.map(nameOf), language)],
      [t('year'), String(year)],
      [t('stage'), term(`stage.${stage}`)],
      [t('table'), term(`statement.${TABLE_OF[classification]}`)],
      [t('unit'), term(`unit.${unit}`)],
    ] as const,
    table: takeTable(columns, rows),
    drawing,
    notes: absent.map((name) => t('noSuchTable', { name })),
    verdict: sums.parts.verdict,
    warnings: tellWarnings(sums.parts.warnings, { term, language }),
    release: sums.parts.release.id,
    asked: { text: CompositionDocument.text, variables },
    comparison: null,
  };
  if (composition.accounts.length === 0) return <p className="nothing">{t('nothingInTable')}</p>;
  const isBelowZero = sums.nodes.some(({ sum }) => sum.startsWith('-'));
  const minor = drawing.series.filter(({ isMinor }) => isMinor).length;
  return (
    <div className="block-answer">
      <WarningNotes verdict={sums.parts.verdict} warnings={sums.parts.warnings} />
      <ChartFigure drawing={drawing} title={title} onOpen={(key) => open(cellOfSum(key, classification, extent))} />
      {minor > 0 && <p className="soft board-note">{t('minor', { count: minor })}</p>}
      {isBelowZero && <p className="soft board-note">{t('belowZero')}</p>}
      {absent.length > 0 && <p className="board-note">{t('noSuchTable', { name: joinNames(absent, language) })}</p>}
      <CompositionTable
        composition={composition}
        totals={sums.totals}
        words={words}
        caption={title}
        nameOf={nameOf}
        linkOf={(code, district) => ({ question, cell: `${classification}:${code}~${district}~${year}~${stage}` })}
      />
      <footer className="no-print">
        <Link to="/" search={question}>
          {t('openInCompare')}
        </Link>
        <TakeAway taken={taken} what={title} />
      </footer>
    </div>
  );
}

/** The figure of the comparison that stands behind a part of the drawing, which is called `code~district`. */
function cellOfSum(key: string, classification: string, { year, stage }: BoardShown['extent']): string {
  return `${classification}:${key}~${year}~${stage}`;
}

function useSumWords(unit: BoardShown['address']['unit']): CompositionWords {
  const language = useLanguage();
  return useMemo(
    () => ({
      nameDistrict: (own: { name: string; nameEn: string }) => (language === 'en' ? own.nameEn : own.name),
      formatAmount: (amount: string) => formatFigure(amount, unit, language),
      formatShare: (share: string) => formatPercent(share, language),
    }),
    [unit, language],
  );
}

function useDistrictNames(): (code: string) => string {
  const { districts } = useHoldings();
  const language = useLanguage();
  return (code) => {
    const own = districts.find((district) => district.code === code);
    return (language === 'en' ? own?.nameEn : own?.name) ?? code;
  };
}
