import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../ask/use-answer';
import { TableUnitsDocument } from '../generated/graphql';
import type { LineItemFilter } from '../generated/graphql';
import { Failure, Loading } from '../parts/states';
import { StatementTable } from '../report/statement-table';
import { cutPieces } from './cut-table';
import type { Printed } from './printed-places';
import { useTableItems } from './use-table-items';
import { sayPlace } from './where-printed';

type Row = Printed<'LineItem'>;
const AROUND = 3;
const EDGE = 12;

/** The piece of a printed table that these figures stand in. */
export function Facsimile({ origins }: { origins: readonly Row[] }) {
  const { t } = useTranslation('explain');
  const [first] = origins as readonly [Row];
  const { report, statement, unitName } = first;
  const where: LineItemFilter = { statement: [statement], ...(unitName && { unitName: { eq: unitName } }) };
  const asked = useTableItems(report.id, where);
  const ids = useMemo(() => new Set(origins.map(({ id }) => id)), [origins]);
  const pieces = useMemo(() => cutPieces(asked.data ?? [], ids, AROUND), [asked.data, ids]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const region of place.current?.querySelectorAll<HTMLElement>('.table-scroll') ?? []) showMarked(region);
  }, [pieces]);
  if (asked.error) return <Failure error={asked.error} retry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading height={260} />;
  if (pieces.length === 0) return <p className="soft">{t('notFoundInTable')}</p>;
  return (
    <div ref={place} className="facsimile">
      <p className="soft">
        <UnitLine row={first} />
        {unitName && <span>{unitName}</span>}
      </p>
      {pieces.map((section) => (
        <StatementTable
          key={section.key}
          section={section}
          caption={t('piece', {
            title: sayPlace(first.source, t),
            where: t('line', { line: section.rows[0]?.line ?? first.source.line }),
          })}
          marked={ids}
        />
      ))}
    </div>
  );
}

/** The unit of the amounts here, and that of the page where it is another or is not stated there. */
function UnitLine({ row }: { row: Row }) {
  const { t } = useTranslation('explain');
  const { data } = useAnswer(TableUnitsDocument, { report: row.report.id });
  const reading = data?.data.report?.statementReadings.find(({ statement }) => statement === row.statement);
  const unit = reading?.unit;
  const from = reading?.unitBasis;
  const basis = from && from !== 'STATED' ? t(`unitFrom.${from}`) : '';
  if (!unit || unit === 'WAN_YUAN') return <span>{`${t('inWan')}${basis}`}</span>;
  return <span>{`${t('otherUnit', { unit: t(`printedUnit.${unit}`) })}${basis}`}</span>;
}

/** In a wide table the figure that is meant is brought into sight. */
function showMarked(region: HTMLElement): void {
  const marked = region.querySelector('mark');
  if (!marked) return;
  const { left, right } = marked.getBoundingClientRect();
  const own = region.getBoundingClientRect();
  if (left >= own.left + EDGE && right <= own.right - EDGE) return;
  region.scrollLeft += (left + right) / 2 - (own.left + own.right) / 2;
}
