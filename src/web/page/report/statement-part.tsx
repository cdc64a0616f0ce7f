import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedItemFragment, ReportQuery, Statement } from '../generated/graphql';
import { Failure, Loading } from '../parts/states';
import { FigurePanel } from './figure-panel';
import type { Opened } from './figure-panel';
import { brokenAs, findingsOfRow, indexFindings } from './marks';
import { RowMark } from './row-mark';
import { makeGrid } from './statement-grid';
import type { GridSection } from './statement-grid';
import { StatementReading } from './statement-reading';
import { StatementTable } from './statement-table';
import { useFindings, usePrintedItems } from './use-report';

type Report = NonNullable<ReportQuery['report']>;

const ROW = 36;
/** Milliseconds until a row that was scrolled to is there. */
const DRAWN = 80;
const NO_FINDINGS = [] as const;

/** One statement as it was printed, with what was checked beside its rows. */
export function StatementPart({ report, statement }: { report: Report; statement: Statement }) {
  const { t: term } = useTranslation('terms');
  const reading = report.statementReadings.find((own) => own.statement === statement);
  const asked = usePrintedItems(report.id, statement);
  return (
    <section className="card statement-part">
      <h2>{reading?.title ?? term(`statement.${statement}`)}</h2>
      {reading && <StatementReading reading={reading} />}
      {asked.error && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <Loading height={Math.min(900, 120 + ROW * (reading?.rowsSeen ?? 10))} />}
      {asked.data && <StatementSections report={report} statement={statement} items={asked.data} />}
    </section>
  );
}

interface Shown {
  readonly report: Report;
  readonly statement: Statement;
  readonly items: readonly PrintedItemFragment[];
}

function StatementSections({ report, statement, items }: Shown) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const { item } = useSearch({ from: '/reports/$id' });
  const navigate = useNavigate({ from: '/reports/$id' });
  const { data: findings = NO_FINDINGS } = useFindings(report.id);
  const index = useMemo(() => indexFindings(findings), [findings]);
  const grid = useMemo(() => makeGrid(items), [items]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useMarkedInSight(place, item);
  if (grid.sections.length === 0) return <p className="nothing">{t('noItems')}</p>;
  const isBeside = grid.sections.some(({ side, lane }) => side !== null || lane !== null);
  const open = (figure: PrintedItemFragment, anchor: HTMLElement) => {
    setOpened({ anchor, figure, findings: index.get(figure.id) ?? [] });
    void navigate({ search: { part: statement, item: figure.id }, replace: true, resetScroll: false });
  };
  return (
    <div
      ref={place}
      className={isBeside ? 'sections is-beside' : 'sections'}
      data-uneven={new Set(grid.sections.map(({ columns }) => columns.length)).size > 1 || undefined}
    >
      {grid.sections.map((section) => (
        <div key={section.key}>
          {(section.unitName !== null || grid.sections.some(({ unitName }) => unitName !== null)) && (
            <h3>{section.unitName ?? t('wholeTable')}</h3>
          )}
          <StatementTable
            section={section}
            caption={captionOf(section, term(`statement.${statement}`), t('colon'))}
            marked={item}
            markOf={(row) => (
              <RowMark
                row={row}
                findings={findingsOfRow(row, index)}
                onOpen={(anchor, own) => setOpened({ anchor, row, findings: own })}
              />
            )}
            brokenAs={({ id }) => brokenAs(id, index)}
            onOpen={open}
          />
        </div>
      ))}
      <FigurePanel report={report} opened={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

function captionOf({ side, lane, unitName, columns }: GridSection, statement: string, colon: string): string {
  const own = unitName ?? lane ?? (side === null ? null : columns[0]?.label.split(' ')[0]);
  return [statement, own].filter(Boolean).join(colon);
}

/** A row that the address names is brought into sight; where it is already, nothing moves. */
function useMarkedInSight(place: React.RefObject<HTMLElement | null>, item: string | undefined): void {
  useEffect(() => {
    if (item === undefined) return;
    // A long table has to draw the row first.
    const timer = setTimeout(() => {
      const row = place.current?.querySelector('.is-marked');
      const { top, bottom } = row?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      if (top < 0 || bottom > window.innerHeight) row?.scrollIntoView({ block: 'center' });
    }, DRAWN);
    return () => clearTimeout(timer);
  }, [place, item]);
}
