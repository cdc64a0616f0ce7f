import { squeeze } from '../../domain/label.js';
import type { LineItem, ReportedFact, Source } from '../../domain/report.js';
import type { PrintedLine } from '../printed-line.js';
import type { ReportHeading } from '../report-heading.js';
import { threeBudgetOf } from './fact-values.js';
import { collectAccounts } from './named-accounts.js';
import { cutParagraphs } from './paragraphs.js';
import { readParagraphs } from './read-paragraph.js';
import { findTemplateText } from './template-text.js';

/** What a report's running text says. */
export interface Narrative {
  /** In printed order. */
  readonly facts: readonly ReportedFact[];
  /** What a template left to be filled in. */
  readonly templateTexts: readonly Source[];
}

/** Parts of a report that state no figure of it: what the body is for, its goals and their assessment, explanations of words. */
const OTHER_PARTS = /名词解释|概况|职责|职能|机构设置|部门(?:预算|决算)?构成|人员构成|绩效|目录/;

/**
 * Reads the running text of a report: numbers whose subject, kind and base are told beyond doubt, by the words around them and by the
 * accounts of the report's tables. What is doubtful is left out.
 */
export function readNarrative(
  lines: readonly PrintedLine[],
  inTables: ReadonlySet<PrintedLine>,
  heading: ReportHeading,
  lineItems: readonly LineItem[],
): Narrative {
  const department = squeeze(heading.department);
  const running = lines.filter((line) => line.cells === null && !inTables.has(line));
  const paragraphs = cutParagraphs(running, [squeeze(heading.title), department]);
  const own = paragraphs.filter(({ headings }) => !headings.some((text) => OTHER_PARTS.test(text)));
  const context = {
    ...{ kind: heading.kind, year: heading.year, department },
    ...{ accounts: collectAccounts(lineItems), threeBudget: threeBudgetOf(lineItems) },
  };
  return { facts: readParagraphs(own, context), templateTexts: findTemplateText(paragraphs) };
}
