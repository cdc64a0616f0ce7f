import type { StoredFact, StoredFinding, StoredLineItem } from '../domain/records.js';
import { sayFinding as say } from '../reconcile/say-finding.js';
import { ruleOf } from './list-rules.js';

/** The first figure that a finding joins: a number of the text, else a printed one. */
export type NamedFigure = Pick<StoredLineItem, 'label' | 'columnLabel'> | Pick<StoredFact, 'label'>;

/** A stored finding in Chinese. */
export function sayFinding(finding: StoredFinding, figure: NamedFigure | null): string {
  return say({ ...finding, rule: ruleOf(finding), figure: figure && nameOf(figure), text: finding.source.text });
}

function nameOf(figure: NamedFigure): string {
  const column = 'columnLabel' in figure ? figure.columnLabel : '';
  return column === '' ? figure.label : `${figure.label}·${column}`;
}
