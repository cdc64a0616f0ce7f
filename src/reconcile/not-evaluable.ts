import { NOT_EVALUATED } from '../domain/finding.js';
import type { Finding, Rule } from '../domain/finding.js';
import type { LineItem, Source } from '../domain/report.js';
import type { ReportFigures } from './report-figures.js';
import type { Role } from './roles.js';
import { shortNameOf } from './statement-names.js';
import type { Selector } from './selector.js';

/** The finding of a rule that lacks a term: the figures that are there, and which is not. */
export function findNothing(
  rule: Rule,
  lacking: Selector,
  figures: ReportFigures,
  lineItems: readonly LineItem[],
): Finding {
  const source = lineItems[0]?.source ?? figures.of(lacking.statement)[0]?.source ?? sourceOfReport(figures);
  return {
    ...{ rule, ...NOT_EVALUATED },
    ...{ unit: 'WAN_YUAN', lineItems, facts: [], source },
    message: `expected ${describe(lacking)}, got no such ${figures.of(lacking.statement).length > 0 ? 'figure' : 'table'}`,
  };
}

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  LINE: 'lines',
  LINE_OR_DETAIL: '',
  YEAR_TOTAL: '本年合计',
  CARRIED: 'balances',
  CARRIED_OR_DETAIL: '',
  TOTAL: '总计',
  DETAIL: 'details',
};

function describe({ statement, keys = [], roles = [], called, side, fund, part, units }: Selector): string {
  const names = keys.map((own) => own.split('/').at(-1) ?? own);
  const kinds = roles.map((own) => ROLE_NAMES[own]).filter((kind) => kind);
  const row = called ?? (names.length > 0 ? names.join(', ') : kinds.join(', '));
  const words = [shortNameOf(statement), row, side, fund, part, units === 'EACH' ? 'by unit' : ''];
  return words.filter((word) => word).join(' ');
}

/** What nothing in the document shows stands at its beginning. */
export function sourceOfReport({ report }: ReportFigures): Source {
  const first = report.lineItems[0]?.source;
  return { table: null, section: null, line: 1, page: first?.page == null ? null : 1, text: report.title };
}
