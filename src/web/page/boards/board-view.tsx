import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BOARDS, CLASSIFICATIONS } from '../address/board-address';
import type { Board, BoardAddress } from '../address/board-address';
import { makeQuestion, readCompareAddress, UNITS } from '../address/compare-address';
import { parseSearch } from '../address/search-text';
import { DistrictPicker } from '../compare/place-picker';
import { Explain } from '../explain/explain';
import { joinNames } from '../format/join-names';
import { Select } from '../parts/select';
import { useTitle } from '../parts/use-title';
import { NotFound } from '../parts/states';
import { useHoldings } from '../shell/holdings';
import { useLanguage } from '../words/use-language';
import type { BoardShown } from './board-shown';
import { chooseExtent, MOST_DISTRICTS } from './choose-board';
import { CompositionBoard } from './composition-board';
import { PerformanceBoard } from './performance-board';
import { ThreeOfficialBoard } from './three-official-board';
import './boards.css';

const VIEWS = {
  'three-official': ThreeOfficialBoard,
  performance: PerformanceBoard,
  composition: CompositionBoard,
} as const satisfies Record<Board, unknown>;

/** Comparisons ready made, for a set of districts and a year. */
export function BoardView() {
  const { board } = useParams({ from: '/boards/$board' });
  const known = BOARDS.find((own) => own === board);
  return known ? <KnownBoard board={known} /> : <NotFound />;
}

function KnownBoard({ board }: { board: Board }) {
  const { t } = useTranslation('boards');
  const { coverage } = useHoldings();
  const address = useSearch({ from: '/boards/$board' });
  const extent = useMemo(() => chooseExtent(address, coverage), [address, coverage]);
  const navigate = useNavigate({ from: '/boards/$board' });
  const onChange = (changed: Partial<BoardAddress>) =>
    void navigate({ search: { ...address, ...changed }, resetScroll: false });
  useTitle(t('heading', { board: t(`names.${board}`), year: extent.year }));
  const View = VIEWS[board];
  return (
    <div className="board">
      <BoardHead board={board} address={address} extent={extent} onChange={onChange} />
      {extent.leftOut > 0 && <p className="notice">{t('leftOut', { count: extent.leftOut, most: MOST_DISTRICTS })}</p>}
      <View address={address} extent={extent} onChange={onChange} />
      <Explained address={address} onChange={onChange} />
    </div>
  );
}

/** Where a figure of any block comes from, beside the board. */
function Explained({ address, onChange }: Pick<BoardShown, 'address' | 'onChange'>) {
  const { asked = '', cell } = address;
  const question = useMemo(() => makeQuestion(readCompareAddress(parseSearch(asked))), [asked]);
  const close = () => onChange({ cell: undefined, asked: undefined });
  return <Explain question={question} cell={asked ? cell : undefined} onClose={close} />;
}

function BoardHead({ board, address, extent, onChange }: BoardShown & { board: Board }) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { districts } = useHoldings();
  const names = extent.districts.map((code) => {
    const own = districts.find((district) => district.code === code);
    return (language === 'en' ? own?.nameEn : own?.name) ?? code;
  });
  const { year, years } = extent;
  const offered = years.includes(year) ? years : [year, ...years];
  return (
    <header className="board-head">
      <nav aria-label={t('boards')}>
        {BOARDS.map((own) => (
          <Link
            key={own}
            to="/boards/$board"
            params={{ board: own }}
            search={{ ...address, cell: undefined, asked: undefined }}
            activeOptions={{ includeSearch: false }}
          >
            {t(`names.${own}`)}
          </Link>
        ))}
      </nav>
      <div>
        <h1>{t('heading', { board: t(`names.${board}`), year })}</h1>
        <p className="soft">
          {t('of', { stage: term(`stage.${extent.stage}`), places: joinNames(names, language) })} {t(`intro.${board}`)}
        </p>
      </div>
      <div className="board-pickers no-print">
        <DistrictPicker chosen={address.districts} onChoose={(chosen) => onChange({ districts: chosen })} />
        <Select
          label={t('year')}
          value={String(year)}
          choices={offered.map((own) => [String(own), String(own)])}
          onChoose={(own) => onChange({ year: Number(own) })}
        />
        {board !== 'performance' && (
          <Select
            label={t('unit')}
            value={address.unit}
            choices={UNITS.map((key) => [key, term(`unit.${key}`)])}
            onChoose={(unit) => onChange({ unit })}
          />
        )}
        {board === 'composition' && (
          <Select
            label={t('classification')}
            value={address.classification}
            choices={CLASSIFICATIONS.map((key) => [key, term(`classification.${key}`)])}
            onChoose={(classification) => onChange({ classification })}
          />
        )}
      </div>
    </header>
  );
}
