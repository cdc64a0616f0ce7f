import { useTranslation } from 'react-i18next';
import { makeQuestion } from '../address/compare-address';
import type { CompareAddress } from '../address/compare-address';
import type { Drawing } from '../chart/drawing';
import type { Figure } from '../compare/figures';
import { useFigureColumns } from '../compare/figures-table';
import type { CompareQuery } from '../generated/graphql';
import { CompareDocument } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import { tellMissing, tellQuestion, tellWarnings } from './question-words';
import { takeTable } from './taken';
import type { Taken } from './taken';

interface Shown {
  readonly comparison: NonNullable<CompareQuery['compare']>;
  readonly address: CompareAddress;
  readonly figures: readonly Figure[];
  readonly drawing: Drawing | null;
  readonly title: string;
  readonly drawn?: string | undefined;
}

/** A comparison as it can be taken away; the columns are those of its table. */
export function useTakenComparison({ comparison, address, figures, drawing, title, drawn }: Shown): Taken {
  const { t } = useTranslation('compare');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const columns = useFigureColumns(figures, ignore);
  return {
    title,
    question: tellQuestion(address, figures, { t, term, language }),
    table: takeTable(columns, figures),
    drawing,
    drawn,
    notes: tellMissing(figures, { t, language }),
    verdict: comparison.verdict,
    warnings: tellWarnings(comparison.warnings, { term, language }),
    release: comparison.release.id,
    asked: { text: CompareDocument.text, variables: { input: makeQuestion(address) } },
    comparison: { id: comparison.id, address },
  };
}

function ignore(): void {
  // What is taken away cannot be opened.
}
