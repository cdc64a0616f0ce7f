import { REPORT_KINDS } from '../domain/closed-lists.js';
import type { Finding, Rule } from '../domain/finding.js';
import type { ReconciliationRule } from './identity.js';
import { sourceOfReport } from './not-evaluable.js';

const RULE: Rule = {
  id: 'TEMPLATE_TEXT',
  kind: 'TEMPLATE_TEXT',
  title: 'no text of the template is left to be filled in (XX万元, 增加（减少）)',
  titleZh: '没有未填写的模板文字（××万元、增加（减少））',
  statement: null,
};
const COMMON = {
  ...{ rule: RULE, unit: 'COUNT' as const, expected: '0', tolerance: '0', lineItems: [], facts: [] },
};

/** Every place at which text of the template is left; one finding where there is none. */
export const TEMPLATE_TEXT_RULE: ReconciliationRule = {
  ...RULE,
  reports: REPORT_KINDS,
  identity: null,
  evaluate: (figures): readonly Finding[] => {
    const { templateTexts } = figures.report;
    if (templateTexts.length === 0)
      return [
        {
          ...COMMON,
          ...{ outcome: 'EXACT', actual: '0', difference: '0' },
          ...{ message: 'no text of the template is left', source: sourceOfReport(figures) },
        },
      ];
    return templateTexts.map((source) => ({
      ...COMMON,
      ...{ outcome: 'BROKEN', actual: '1', difference: '-1', source },
      message: `expected what the template leaves open to be filled in, got “${source.text}”`,
    }));
  },
};
