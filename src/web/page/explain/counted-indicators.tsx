import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { CountedIndicatorsDocument } from '../generated/graphql';
import type { CellFragment, IndicatorRowFragment, MetricKey, PerformanceIndicatorFilter } from '../generated/graphql';
import { Answered } from '../parts/states';
import { countsIn } from './counted';
import { DocumentName, RowLink } from './where-printed';

type Row = IndicatorRowFragment;

/** The rows of performance tables that a count or a sum of scores goes through, marked where they are counted. */
export function CountedIndicators({ cell, metric }: { cell: CellFragment; metric: MetricKey }) {
  const { t } = useTranslation('explain');
  const { department, district, year } = cell;
  const where: PerformanceIndicatorFilter = {
    year: { eq: year },
    ...(department ? { department: { eq: department.id } } : { district: { eq: district.code } }),
  };
  const asked = useAnswer(CountedIndicatorsDocument, { where });
  return (
    <section>
      <h4>{t('indicators')}</h4>
      <Answered asked={asked} height={320}>
        {({ data: { performanceIndicators } }) => (
          <>
            <p className="soft">{t('indicatorsNote', { count: performanceIndicators.totalCount })}</p>
            {gatherEvaluations(performanceIndicators.nodes).map((rows) => (
              <IndicatorTable key={rows[0]?.evaluation.id} rows={rows} metric={metric} />
            ))}
          </>
        )}
      </Answered>
    </section>
  );
}

function gatherEvaluations(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.evaluation.id, [...(groups.get(row.evaluation.id) ?? []), row]);
  return [...groups.values()];
}

const HEADS = ['indicator', 'target', 'actualOf', 'met', 'weight', 'score', 'counted'] as const;

function IndicatorTable({ rows, metric }: { rows: readonly Row[]; metric: MetricKey }) {
  const { t } = useTranslation('explain');
  const { t: term } = useTranslation('terms');
  const [first] = rows;
  if (!first) return null;
  const { evaluation, report } = first;
  const scope = term(`scope.${evaluation.scope}`);
  const name = evaluation.name ?? (evaluation.scope === 'DEPARTMENT' ? scope : t('unnamed'));
  const heads = HEADS.filter(
    (head) => (head !== 'weight' && head !== 'score') || rows.some((row) => row[head] !== null),
  );
  return (
    <article className="printed-place">
      <header>
        <h5>
          {name} {name !== scope && <span className="soft">{scope}</span>}
        </h5>
        <DocumentName report={report} />
      </header>
      <div className="table-scroll" role="region" aria-label={name} tabIndex={0}>
        <table className="statement indicators">
          <caption className="visually-hidden">{name}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <IndicatorLine key={row.id} row={row} heads={heads} isCounted={countsIn(metric, row)} />
            ))}
          </tbody>
        </table>
      </div>
    </article>
  );
}

interface Line {
  readonly row: Row;
  readonly heads: readonly (typeof HEADS)[number][];
  readonly isCounted: boolean;
}

function IndicatorLine({ row, heads, isCounted }: Line) {
  const { t } = useTranslation('explain');
  const { indicatorName, inferredName, target, actual, met } = row;
  const name = indicatorName ?? (inferredName ? t('inferred', { name: inferredName }) : t('unnamed'));
  const outcome = met === null ? 'unknown' : met ? 'yes' : 'no';
  return (
    <tr className={isCounted ? 'is-marked' : undefined}>
      <th scope="row">
        {name}
        <RowLink origin={{ ...row, __typename: 'PerformanceIndicator' }} />
      </th>
      <td>{target}</td>
      <td className="actual">{actual}</td>
      <td className="short">
        {{ yes: '✓', no: '✕', unknown: '–' }[outcome]} {t(`isMet.${outcome}`)}
      </td>
      {heads.includes('weight') && <td className="number">{row.weight}</td>}
      {heads.includes('score') && <td className="number">{row.score}</td>}
      <td className="short">{isCounted && <b>✓ {t('counted')}</b>}</td>
    </tr>
  );
}
