import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import type { BoardShown } from './board-shown';
import { CompositionBlock } from './composition-block';
import { ExecutionBlock } from './execution-block';
import { ListBlock } from './list-block';

/** On which accounts money was spent, and of one district beside its budget. */
export function CompositionBoard(shown: BoardShown) {
  return (
    <>
      <CompositionBlock {...shown} />
      {shown.extent.districts.length === 1 ? <ExecutionBlock {...shown} /> : <ChooseOne {...shown} />}
    </>
  );
}

/** Budgets by account are shown of one district at a time. */
function ChooseOne({ address, extent }: BoardShown) {
  const { t } = useTranslation('boards');
  const language = useLanguage();
  const { districts } = useHoldings();
  return (
    <ListBlock title={t('byAccount')} note={t('chooseOne')}>
      <p className="board-links">
        {extent.districts.map((code) => {
          const own = districts.find((district) => district.code === code);
          return (
            <Link
              key={code}
              to="/boards/$board"
              params={{ board: 'composition' }}
              search={{ ...address, districts: [code], year: extent.year }}
              resetScroll={false}
            >
              {(language === 'en' ? own?.nameEn : own?.name) ?? code}
            </Link>
          );
        })}
      </p>
    </ListBlock>
  );
}
