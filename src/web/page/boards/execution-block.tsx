import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CompareAddress } from '../address/compare-address';
import { useAnswer } from '../ask/use-answer';
import { formatDifference, formatFigure, formatPercent } from '../format/figure';
import { BoardExecutionDocument } from '../generated/graphql';
import type { BoardExecutionQuery, ExecutionLineFragment, MissingReason } from '../generated/graphql';
import { printCellKey } from '../compare/figures';
import { Answered } from '../parts/states';
import { WarningNotes } from '../parts/warning-notes';
import { tellWarnings } from '../take-away/question-words';
import { TakeAway } from '../take-away/take-away';
import { takeTable } from '../take-away/taken';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import { useLanguage } from '../words/use-language';
import { askAccounts } from './board-questions';
import type { BoardShown } from './board-shown';
import { Meter } from './held-against';
import { linkToCell } from './open-cell';

type Execution = NonNullable<BoardExecutionQuery['execution']>;
type ExecutionYear = Execution['years'][number];

/** Budgets beside the outturn of one district by account, and how far its composition went from the budgeted one. */
export function ExecutionBlock({ address, extent }: BoardShown) {
  const { t } = useTranslation('boards');
  const [district = ''] = extent.districts;
  const { classification, unit } = address;
  const input = { district, years: [extent.year], classification, level: 'CATEGORY', unit } as const;
  const asked = useAnswer(BoardExecutionDocument, { input });
  return (
    <section className="card board-block">
      <header>
        <h2>{t('byAccount')}</h2>
        <p className="soft">{t('byAccountNote')}</p>
      </header>
      <Answered asked={asked} height={420}>
        {({ data: { execution } }) => {
          const [year] = execution?.years ?? [];
          if (!execution || !year) return <p className="nothing">{t('nothingInTable')}</p>;
          return <ExecutionAnswer execution={execution} year={year} address={address} extent={extent} input={input} />;
        }}
      </Answered>
    </section>
  );
}

interface Answer extends Pick<BoardShown, 'address' | 'extent'> {
  readonly execution: Execution;
  readonly year: ExecutionYear;
  readonly input: object;
}

function ExecutionAnswer({ execution, year, address, extent, input }: Answer) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const codes = year.items.flatMap(({ account }) => account?.code ?? []);
  const question = askAccounts(extent, address, codes);
  const rows = [year.total, ...year.items];
  const columns = useColumns(question, address.classification);
  const taken = {
    title: [t('byAccount'), year.total.outturn.district.name, String(year.year)].join(' · '),
    question: [
      [t('districts'), year.total.outturn.district.name],
      [t('year'), String(year.year)],
      [t('classification'), term(`classification.${address.classification}`)],
      [t('unit'), term(`unit.${address.unit}`)],
    ] as const,
    table: takeTable(columns, rows),
    drawing: null,
    notes: year.varianceMissing ? [`${t('variance')} ┄ ${term(`missing.${year.varianceMissing}`)}`] : [],
    verdict: execution.verdict,
    warnings: tellWarnings(execution.warnings, { term, language }),
    release: execution.release.id,
    asked: { text: BoardExecutionDocument.text, variables: { input } },
    comparison: null,
  };
  return (
    <div className="block-answer">
      <WarningNotes verdict={execution.verdict} warnings={execution.warnings} />
      <Variance year={year} />
      <DataTable
        caption={t('byAccount')}
        columns={columns}
        rows={rows}
        keyOf={({ account }) => account?.id ?? 'TOTAL'}
      />
      <footer className="no-print">
        <Link to="/" search={question}>
          {t('openInCompare')}
        </Link>
        <TakeAway taken={taken} what={t('byAccount')} />
      </footer>
    </div>
  );
}

/** PEFA PI-2, or why it cannot be told. */
function Variance({ year }: { year: ExecutionYear }) {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { compositionVariance, varianceBase, varianceItems, varianceMissing } = year;
  return (
    <div className="variance">
      <p>
        <span className="soft">{t('variance')}</span>
        <strong>
          {compositionVariance === null
            ? `┄ ${varianceMissing ? term(`missing.${varianceMissing}`) : ''}`
            : formatPercent(compositionVariance, language)}
        </strong>
      </p>
      <p className="soft">
        {compositionVariance === null
          ? varianceMissing && t(`varianceMissing.${varianceMissing === 'NOT_APPLICABLE' ? 'FEW' : 'NO_BUDGET'}`)
          : t('varianceOn', { stage: varianceBase ? term(`stage.${varianceBase}`) : '', count: varianceItems })}{' '}
        {t('varianceNote')}
      </p>
    </div>
  );
}

function useColumns(question: CompareAddress, classification: string): readonly Column<ExecutionLineFragment>[] {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const { t: compare } = useTranslation('compare');
  const language = useLanguage();
  const nameOf = ({ account }: ExecutionLineFragment) =>
    account ? [account.code, account.name].filter(Boolean).join(' ') : t('total');
  const missing = (reason: MissingReason | null) => (
    <span className="is-missing soft">{reason ? `┄ ${term(`missing.${reason}`)}` : '—'}</span>
  );
  const budget = (stage: 'original' | 'revised'): Column<ExecutionLineFragment> => ({
    id: stage,
    head: term(stage === 'original' ? 'stage.ORIGINAL_BUDGET' : 'stage.REVISED_BUDGET'),
    isNumber: true,
    show: (row) =>
      row[stage].amount === null
        ? missing(row[stage].missing)
        : formatFigure(row[stage].amount, row[stage].unit, language),
    plain: (row) => row[stage].amount,
  });
  return [
    { id: 'account', head: t('account'), show: nameOf, plain: nameOf },
    budget('original'),
    budget('revised'),
    {
      id: 'outturn',
      head: term('stage.OUTTURN'),
      isNumber: true,
      show: (row) => {
        const { value, unit, missing: reason } = row.outturn;
        const text = value === null ? null : formatFigure(value, unit, language);
        if (!row.account?.code) return text ?? missing(reason);
        const key = printCellKey({ ...row.outturn, metric: `${classification}:${row.account.code}` });
        return (
          <Link
            {...linkToCell(question, key)}
            className={text === null ? 'figure is-missing' : 'figure'}
            aria-label={compare('explain', { what: `${nameOf(row)} ${text ?? ''}` })}
          >
            {text ?? `┄ ${reason ? term(`missing.${reason}`) : ''}`}
          </Link>
        );
      },
      plain: ({ outturn }) => outturn.value,
    },
    {
      id: 'rate',
      head: t('executionRate'),
      isNumber: true,
      show: ({ outturn: { ratio } }) =>
        ratio === null ? (
          '—'
        ) : (
          <span className="matrix-figure">
            {formatPercent(ratio, language)}
            <Meter ratio={ratio} />
          </span>
        ),
      plain: ({ outturn }) => outturn.ratio,
    },
    {
      id: 'difference',
      head: t('deviationHead'),
      isNumber: true,
      show: ({ outturn: { difference, unit } }) =>
        difference === null ? '—' : formatDifference(difference, unit, language),
      plain: ({ outturn }) => outturn.difference,
    },
  ];
}
