import { Dialog } from '@base-ui/react/dialog';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { printCellKey } from '../compare/figures';
import { CompareDocument, ExplainDocument } from '../generated/graphql';
import type { CellFragment, CompareInput, CompareQuery } from '../generated/graphql';
import { Answered, Loading } from '../parts/states';
import { ExplainedFigure } from './explained-figure';
import { narrowQuestion } from './narrow-question';
import './explain.css';

interface Sheet {
  readonly question: CompareInput;
  /** The figure, `printCellKey`; undefined: the sheet is closed, and nothing is asked. */
  readonly cell: string | undefined;
  readonly onClose: () => void;
}

/** Where a figure of a comparison comes from, on a sheet beside it. */
export function ExplainSheet({ question, cell, onClose }: Sheet) {
  const { t } = useTranslation('explain');
  const sheet = useRef<HTMLDivElement>(null);
  const finalFocus = useFocusBefore(cell !== undefined);
  return (
    <Dialog.Root open={cell !== undefined} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="explain-backdrop" />
        <Dialog.Popup ref={sheet} className="explain" initialFocus={sheet} finalFocus={finalFocus}>
          <header>
            <Dialog.Title>{t('title')}</Dialog.Title>
            <div className="actions no-print">
              <button
                type="button"
                className="button is-quiet is-small"
                aria-label={t('printShort')}
                onClick={() => window.print()}
              >
                {t('print')}
              </button>
              <Dialog.Close className="button is-quiet is-small">
                <span aria-hidden="true">✕</span> {t('close')}
              </Dialog.Close>
            </div>
          </header>
          {cell !== undefined && <FigureOfKey key={cell} question={question} cellKey={cell} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Focus goes back to the figure that was clicked; a mark of a chart cannot have it, and an address was not clicked. */
function useFocusBefore(isOpen: boolean): () => boolean {
  const before = useRef<Element>(null);
  useLayoutEffect(() => {
    if (isOpen) before.current = document.activeElement;
  }, [isOpen]);
  return () => {
    if (!before.current?.matches('body, #content')) return true;
    requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }));
    return false;
  };
}

/** The comparison that the figure stands in says which one it is, and what it is unlike. */
function FigureOfKey({ question, cellKey }: { question: CompareInput; cellKey: string }) {
  const asked = useAnswer(CompareDocument, { input: question });
  if (asked.isPlaceholderData) return <Loading height={560} />;
  return (
    <Answered asked={asked} height={560}>
      {({ data: { compare } }) => {
        const cell = compare?.cells.find((own) => printCellKey(own) === cellKey);
        if (!compare || !cell) return <UnknownFigure cellKey={cellKey} />;
        return <FigureAlone question={question} comparison={compare} cell={cell} />;
      }}
    </Answered>
  );
}

interface Alone {
  readonly question: CompareInput;
  readonly comparison: NonNullable<CompareQuery['compare']>;
  readonly cell: CellFragment;
}

function FigureAlone({ question, comparison, cell }: Alone) {
  const input = useMemo(() => narrowQuestion(question, cell, comparison.cells), [question, cell, comparison]);
  const asked = useAnswer(ExplainDocument, { input: input ?? question }, { enabled: input !== null });
  if (!input) return <UnknownFigure cellKey={printCellKey(cell)} />;
  return (
    <Answered asked={asked} height={560}>
      {({ data }) => {
        const own = data.compare?.cells.find((found) => printCellKey(found) === printCellKey(cell));
        if (!own) return <UnknownFigure cellKey={printCellKey(cell)} />;
        return (
          <ExplainedFigure question={input} asked={question} cell={cell} explained={own} comparison={comparison} />
        );
      }}
    </Answered>
  );
}

function UnknownFigure({ cellKey }: { cellKey: string }) {
  const { t } = useTranslation('explain');
  return (
    <section className="notice">
      <h3>{t('unknownTitle')}</h3>
      <p>{t('unknown', { cell: cellKey })}</p>
      <p>{t('unknownHelp')}</p>
    </section>
  );
}
