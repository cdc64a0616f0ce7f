import { Popover } from '@base-ui/react/popover';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatFigure } from '../format/figure';
import type { PrintedItemFragment, ReportFindingFragment, ReportQuery } from '../generated/graphql';
import { useLanguage } from '../words/use-language';
import { FindingNote } from './finding-note';
import { measureOf } from './item-measure';
import { sortByOutcome } from './marks';
import type { GridRow } from './statement-grid';

type Report = NonNullable<ReportQuery['report']>;

/** What was asked about: a figure, or all of a row. */
export type Opened = { readonly anchor: HTMLElement; readonly findings: readonly ReportFindingFragment[] } & (
  { readonly figure: PrintedItemFragment; readonly row?: never } | { readonly row: GridRow; readonly figure?: never }
);

interface Panel {
  readonly report: Report;
  readonly opened: Opened | null;
  readonly onClose: () => void;
}

/** Beside a figure: where it is printed, what it is about, what was checked of it. */
export function FigurePanel({ report, opened, onClose }: Panel) {
  const { t } = useTranslation('report');
  const { t: shell } = useTranslation();
  // It closes with what it showed still in it.
  const [shown, setShown] = useState(opened);
  if (opened && opened !== shown) setShown(opened);
  const anchor = shown?.anchor ?? null;
  return (
    <Popover.Root open={opened !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={anchor}
          className="panel-positioner"
          side="bottom"
          sideOffset={6}
          collisionPadding={8}
        >
          <Popover.Popup
            className="figure-panel"
            finalFocus={() => anchor}
            onClick={({ target }) => {
              // A link leads to another row: what is said of this one goes.
              if (target instanceof Element && target.closest('a')) onClose();
            }}
          >
            {shown && (
              <>
                <div className="panel-head">
                  <Popover.Title render={<h3 />}>{shown.figure ? t('panel.title') : t('panel.rowTitle')}</Popover.Title>
                  <Popover.Close className="panel-close" aria-label={shell('close')}>
                    ×
                  </Popover.Close>
                </div>
                {shown.figure ? <FigureFacts report={report} figure={shown.figure} /> : <RowFacts row={shown.row} />}
                <PanelFindings report={report.id} shown={shown} />
              </>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function RowFacts({ row }: { row: GridRow }) {
  return (
    <p className="panel-name">
      {row.code} {row.label}
    </p>
  );
}

function FigureFacts({ report, figure }: { report: Report; figure: PrintedItemFragment }) {
  const { t } = useTranslation('report');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { label, columnLabel, amount, source, account, stage } = figure;
  const measure = measureOf(figure);
  return (
    <>
      <p className="panel-name">{t('figureOf', { row: label, column: columnLabel })}</p>
      <p className="panel-amount">
        <b>{formatFigure(amount, 'WAN_YUAN', language)}</b> {t('unit')}
        <span className="soft"> · {term(`stage.${stage}`)}</span>
      </p>
      <dl>
        <dt>{t('panel.where')}</dt>
        <dd>
          {[
            source.table,
            source.page !== null && t('panel.page', { page: source.page }),
            t('panel.line', { line: source.line }),
          ]
            .filter(Boolean)
            .join(t('comma'))}
        </dd>
        <dt>{t('panel.text')}</dt>
        <dd>
          <pre role="group" aria-label={t('panel.text')} tabIndex={0}>
            {source.text.trim()}
          </pre>
        </dd>
        {account.code !== null && (
          <>
            <dt>{t('panel.account')}</dt>
            <dd>
              {account.code} {account.name}
              <small className="soft">
                {' '}
                {term(`classification.${account.classification}`)}
                {account.edition > 2007 && `${t('comma')}${t('panel.sinceYear', { year: account.edition })}`}
              </small>
            </dd>
          </>
        )}
      </dl>
      {measure !== null && (
        <p>
          <Link
            to="/"
            search={{
              metrics: [measure],
              departments: [report.department.id],
              years: [report.fiscalYear.year],
              stages: [stage],
            }}
          >
            {t('panel.compare')} →
          </Link>
        </p>
      )}
    </>
  );
}

function PanelFindings({ report, shown }: { report: string; shown: Opened }) {
  const { t } = useTranslation('report');
  return (
    <section>
      {shown.figure && <h4>{t('panel.checks')}</h4>}
      {shown.findings.length === 0 ? (
        <p className="soft">{t('panel.noChecks')}</p>
      ) : (
        <ul className="findings">
          {sortByOutcome(shown.findings).map((finding) => (
            <FindingNote key={finding.id} report={report} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  );
}
