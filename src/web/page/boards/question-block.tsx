import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { makeQuestion } from '../address/compare-address';
import type { CompareAddress } from '../address/compare-address';
import { useAnswer } from '../ask/use-answer';
import { draw } from '../chart/drawing';
import type { Drawing } from '../chart/drawing';
import { makeFigures } from '../compare/figures';
import { nameMetrics } from '../compare/name-metrics';
import type { Figure } from '../compare/figures';
import { useNames } from '../compare/use-names';
import { CompareDocument } from '../generated/graphql';
import type { CompareQuery } from '../generated/graphql';
import { joinNames } from '../format/join-names';
import { Answered } from '../parts/states';
import { WarningNotes } from '../parts/warning-notes';
import { TakeAway } from '../take-away/take-away';
import { useTakenComparison } from '../take-away/use-taken';

/** What a block has to show its figures with. */
export interface Block {
  readonly figures: readonly Figure[];
  readonly drawing: Drawing;
  readonly question: CompareAddress;
  readonly title: string;
}

interface Asked {
  readonly title: string;
  /** Of what the figures are, where the title does not say it. */
  readonly note?: ReactNode;
  readonly question: CompareAddress;
  /** As high as the block will be about. */
  readonly height: number;
  readonly controls?: ReactNode;
  /** The figures that are drawn; default: all. */
  readonly isDrawn?: (figure: Figure) => boolean;
  /** What these are, where they are not all. */
  readonly drawn?: string;
  readonly children: (block: Block) => ReactNode;
}

/** A comparison of a board: its own question, its own verdict and warnings, and a way to take it further. */
export function QuestionBlock({ title, note, question, height, controls, isDrawn, drawn, children }: Asked) {
  const asked = useAnswer(CompareDocument, { input: makeQuestion(question) });
  return (
    <section className="card board-block">
      <header>
        <h2>{title}</h2>
        {note && <p className="soft">{note}</p>}
      </header>
      {controls}
      <Answered asked={asked} height={height}>
        {({ data }) =>
          data.compare && (
            <BlockAnswer
              comparison={data.compare}
              question={question}
              title={title}
              isDrawn={isDrawn ?? drawAll}
              drawn={drawn}
              children={children}
            />
          )
        }
      </Answered>
    </section>
  );
}

/** In the title of what is taken away. */
const MOST_NAMES = 3;

function drawAll(): boolean {
  return true;
}

interface Answer extends Required<Pick<Asked, 'title' | 'question' | 'isDrawn' | 'children'>> {
  readonly comparison: NonNullable<CompareQuery['compare']>;
  readonly drawn: string | undefined;
}

function BlockAnswer({ comparison: answered, question, title, isDrawn, drawn, children }: Answer) {
  const { t } = useTranslation('boards');
  const { t: compare } = useTranslation('compare');
  const names = useNames(question.metrics);
  const comparison = useMemo(() => nameMetrics(answered, question.metrics, names), [answered, question.metrics, names]);
  const figures = useMemo(() => makeFigures(comparison.cells, names), [comparison, names]);
  const drawing = useMemo(() => draw(figures.filter(isDrawn), question.form), [figures, isDrawn, question.form]);
  const places = [...new Set(figures.map(({ place }) => place))];
  const shown = joinNames(places.slice(0, MOST_NAMES), names.language);
  const where = places.length > MOST_NAMES ? compare('andMore', { names: shown, count: places.length }) : shown;
  const full = [title, where, joinNames(question.years.map(String), names.language)].join(' · ');
  const taken = useTakenComparison({ comparison, address: question, figures, drawing, title: full, drawn });
  return (
    <div className="block-answer">
      <WarningNotes verdict={comparison.verdict} warnings={comparison.warnings} />
      {children({ figures, drawing, question, title: full })}
      <footer className="no-print">
        <Link to="/" search={question}>
          {t('openInCompare')}
        </Link>
        <TakeAway taken={taken} what={title} />
      </footer>
    </div>
  );
}
