import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { formatPercent } from '../format/figure';
import { BoardEvaluationsDocument } from '../generated/graphql';
import type { BoardEvaluationsQuery } from '../generated/graphql';
import { DataTable } from '../parts/data-table';
import type { Column } from '../parts/data-table';
import { Answered } from '../parts/states';
import { useLanguage } from '../words/use-language';
import type { BoardExtent } from './choose-board';
import { Meter } from './held-against';
import { ListBlock, MoreRows, whereOfExtent } from './list-block';

type Evaluation = BoardEvaluationsQuery['evaluations']['nodes'][number];

const PAGE = 50;

/** Assessments of departments, projects and tasks, and goals that are not assessed yet. */
export function EvaluationList({ extent }: { extent: BoardExtent }) {
  const { t } = useTranslation('boards');
  const [first, setFirst] = useState(PAGE);
  const asked = useAnswer(BoardEvaluationsDocument, { where: whereOfExtent(extent), first });
  const columns = useColumns();
  return (
    <ListBlock title={t('evaluations')} note={t('evaluationsNote')}>
      <Answered asked={asked} height={240}>
        {({ data: { evaluations: found } }) => (
          <>
            {found.totalCount === 0 ? (
              <p className="nothing">{t('noEvaluations')}</p>
            ) : (
              <DataTable caption={t('evaluations')} columns={columns} rows={found.nodes} keyOf={({ id }) => id} />
            )}
            <MoreRows shown={found.nodes.length} count={found.totalCount} onMore={setFirst} />
          </>
        )}
      </Answered>
    </ListBlock>
  );
}

function useColumns(): readonly Column<Evaluation>[] {
  const { t } = useTranslation('boards');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const rate = (ratio: string | null) => (ratio === null ? '—' : formatPercent(ratio, language));
  const evaluator = ({ evaluator: own }: Evaluation) => (own === null ? t('goalsOnly') : term(`evaluator.${own}`));
  return [
    {
      id: 'department',
      head: t('department'),
      show: ({ report }) => (
        <Link to="/reports/$id" params={{ id: report.id }} search={{ part: 'indicators' }}>
          {report.department.name}
        </Link>
      ),
      plain: ({ report }) => report.department.name,
    },
    {
      id: 'scope',
      head: t('scope'),
      show: ({ scope }) => term(`scope.${scope}`),
      plain: ({ scope }) => term(`scope.${scope}`),
    },
    { id: 'name', head: t('evaluationName'), show: ({ name }) => name ?? '—', plain: ({ name }) => name },
    { id: 'evaluator', head: t('evaluator'), show: evaluator, plain: evaluator },
    {
      id: 'completion',
      head: t('metOfEvaluable'),
      isNumber: true,
      show: ({ met, evaluable, completion }) =>
        evaluable === 0 ? (
          '—'
        ) : (
          <div className="matrix-figure">
            {`${met} / ${evaluable} · ${rate(completion)}`}
            <Meter ratio={completion} />
          </div>
        ),
      plain: ({ completion }) => completion,
    },
    { id: 'score', head: t('score'), isNumber: true, show: ({ score }) => score ?? '—', plain: ({ score }) => score },
    {
      id: 'scoreRate',
      head: t('scoreRate'),
      isNumber: true,
      show: ({ scoreRate }) => rate(scoreRate),
      plain: ({ scoreRate }) => scoreRate,
    },
    {
      id: 'execution',
      head: t('executionOfProject'),
      isNumber: true,
      show: ({ execution }) => rate(execution),
      plain: ({ execution }) => execution,
    },
  ];
}
