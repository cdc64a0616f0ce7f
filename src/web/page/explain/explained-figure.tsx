import { useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { printMeasure } from '../address/measure';
import { makeFigures } from '../compare/figures';
import type { Figure } from '../compare/figures';
import { useNames } from '../compare/use-names';
import type {
  CellFragment,
  CompareInput,
  CompareQuery,
  ExplainedCellFragment,
  ExplainedFindingFragment,
  MetricInput,
} from '../generated/graphql';
import { WarningNotes } from '../parts/warning-notes';
import { AlsoPrinted } from './also-printed';
import { Citation } from './citation';
import { CountedIndicators } from './counted-indicators';
import { Derivation } from './derivation';
import { FigureHead } from './figure-head';
import { FindingList } from './finding-list';
import { Meaning } from './meaning';
import { MissingFigure } from './missing-figure';
import { findMetric } from './narrow-question';
import { gatherPlaces, numberOrigins } from './printed-places';
import { PrintedRows } from './printed-rows';
import { StatisticsUsed } from './statistics-used';
import { useWarnings } from './use-warnings';

interface Explained {
  /** The question of this figure alone. */
  readonly question: CompareInput;
  /** The figure as it stands in its comparison. */
  readonly cell: CellFragment;
  readonly explained: CellFragment & ExplainedCellFragment;
  readonly comparison: Pick<NonNullable<CompareQuery['compare']>, 'cells'>;
  /** The question that it was part of. */
  readonly asked: CompareInput;
}

const FIRST_PLACES = 6;

/** A figure walked back to where it is printed. */
export function ExplainedFigure({ question, cell, explained, comparison, asked }: Explained) {
  const metric = findMetric(question, cell.metric) ?? {};
  const names = useNames([printMeasure(metric)]);
  const nameMetric = () => names.nameMetric(printMeasure(metric));
  const [figure] = makeFigures([cell], { ...names, nameMetric });
  const findings = useRef<HTMLElement>(null);
  if (!figure) return null;
  const { explanation, sources, statistics } = explained;
  const isHeld = comparison.cells.length > 1 || Boolean(question.baseline);
  return (
    <div className="explained">
      <FigureHead figure={figure} question={question} sources={sources} />
      <BrokenAlert findings={explanation.findings} onShow={() => showElement(findings.current)} />
      <Verdict figure={figure} asked={asked} isHeld={isHeld} />
      {cell.missing && <MissingFigure cell={cell} reason={cell.missing} metric={metric} />}
      <Provenance explained={explained} metric={metric} findings={findings} />
      <Meaning metric={metric} cell={cell} question={question} sources={sources} />
      {statistics.length > 0 && <StatisticsUsed statistics={statistics} />}
    </div>
  );
}

interface Provenant {
  readonly explained: Explained['explained'];
  readonly metric: MetricInput;
  readonly findings: RefObject<HTMLElement | null>;
}

/** From the computation to the printed rows, to what else is printed of them and how they reconcile. */
function Provenance({ explained, metric, findings }: Provenant) {
  const references = useMemo(() => numberOrigins(explained), [explained]);
  const places = useMemo(() => gatherPlaces(references), [references]);
  const [shown, setShown] = useState(FIRST_PLACES);
  const showReference = (number: number) => {
    const place = places.findIndex((own) => own.references.some((reference) => reference.number === number));
    flushSync(() => setShown((before) => Math.max(before, place + 1)));
    showElement(document.getElementById(`printed-${number}`));
  };
  const { explanation, warnings } = explained;
  const indicators = metric.key?.startsWith('INDICATOR') ? metric.key : undefined;
  // Where nothing was reckoned with, the reason stands above.
  if (explained.missing && explanation.steps.every(({ value }) => value === null)) return null;
  return (
    <>
      <Derivation explanation={explanation} warnings={warnings} references={references} onShow={showReference} />
      {indicators ? (
        <CountedIndicators cell={explained} metric={indicators} />
      ) : (
        <PrintedRows places={places} shown={shown} onMore={() => setShown(places.length)} />
      )}
      {references.length > 0 && (
        <>
          <AlsoPrinted origins={explanation.alsoPrinted} findings={explanation.findings} />
          <FindingList ref={findings} findings={explanation.findings} />
        </>
      )}
      <Citation explanation={explanation} />
    </>
  );
}

function BrokenAlert(props: { findings: readonly ExplainedFindingFragment[]; onShow: () => void }) {
  const { t } = useTranslation('explain');
  const count = props.findings.filter(({ outcome }) => outcome === 'BROKEN').length;
  if (count === 0) return null;
  return (
    <p className="broken-alert">
      <span aria-hidden="true">✕</span> {t('brokenAlert', { count })}
      <button type="button" className="link-button no-print" onClick={props.onShow}>
        {t('toFindings')}
      </button>
    </p>
  );
}

/** What speaks against setting it beside the others: a figure that stands by itself is held against nothing. */
function Verdict({ figure, asked, isHeld }: { figure: Figure; asked: CompareInput; isHeld: boolean }) {
  const warnings = useWarnings(asked, figure.cell);
  if (warnings.length === 0 && (!isHeld || figure.cell.missing)) return null;
  const isWarned = warnings.some((warning) => warning.verdict === 'WITH_WARNINGS');
  const verdict = figure.isUnlike ? 'NOT_COMPARABLE' : isWarned ? 'WITH_WARNINGS' : 'COMPARABLE';
  return <WarningNotes verdict={verdict} warnings={warnings} />;
}

function showElement(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
