import { useTranslation } from 'react-i18next';
import type { ExplainedFindingFragment, OriginFragment } from '../generated/graphql';
import { More } from './more';
import { findAgreement } from './order-findings';
import { OUTCOME_MARKS } from './outcome-marks';
import { PrintedSentence } from './printed-sentence';
import { useAmount } from './use-amount';
import { DocumentName, RowLink, sayLine, sayPlace } from './where-printed';

interface Elsewhere {
  readonly origins: readonly OriginFragment[];
  readonly findings: readonly ExplainedFindingFragment[];
}

/** Other places that print one of the figures, agreeing or not as the checks say. */
export function AlsoPrinted({ origins, findings }: Elsewhere) {
  const { t } = useTranslation('explain');
  return (
    <section>
      <h4>{t('alsoPrinted')}</h4>
      {origins.length === 0 ? (
        <p className="soft">{t('noOther')}</p>
      ) : (
        gatherByReport(origins).map(([first, ...others]) => (
          <div key={first.report.id} className="also">
            <h5>
              <DocumentName report={first.report} />
            </h5>
            <ul>
              <More
                items={[first, ...others]}
                first={8}
                show={(origin) => <Other origin={origin} finding={findAgreement(origin.id, findings)} />}
              />
            </ul>
          </div>
        ))
      )}
    </section>
  );
}

/** Documents in the order in which they come. */
function gatherByReport(origins: readonly OriginFragment[]): [OriginFragment, ...OriginFragment[]][] {
  const groups = new Map<string, [OriginFragment, ...OriginFragment[]]>();
  for (const origin of origins) {
    const group = groups.get(origin.report.id);
    if (group) group.push(origin);
    else groups.set(origin.report.id, [origin]);
  }
  return [...groups.values()];
}

function Other({ origin, finding }: { origin: OriginFragment; finding: ExplainedFindingFragment | undefined }) {
  const { t } = useTranslation('explain');
  const { sayAmount, sayDifference } = useAmount();
  const outcome = finding?.outcome ?? 'NOT_EVALUABLE';
  return (
    <li data-outcome={outcome}>
      <p className="printed-where">
        <b className="outcome">
          <span aria-hidden="true">{OUTCOME_MARKS[outcome]}</span> {t(`agreement.${outcome}`)}
          {outcome === 'BROKEN' && finding?.difference && <> {sayDifference(finding.difference, finding.unit)}</>}
        </b>
        <span>{sayPlace(origin.source, t)}</span>
        <span className="soft">{sayLine(origin.source, t)}</span>
        <RowLink origin={origin} />
      </p>
      {origin.__typename === 'LineItem' && (
        <p>
          {origin.label} · {origin.columnLabel} <b>{sayAmount(origin.amount, 'WAN_YUAN')}</b>
        </p>
      )}
      {origin.__typename === 'ReportedFact' && <PrintedSentence fact={origin} />}
    </li>
  );
}
