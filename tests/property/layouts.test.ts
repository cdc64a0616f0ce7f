import { describe, expect, it } from '@jest/globals';
import { loadReference } from '../../src/app/load-reference.js';
import { readerReference } from '../../src/app/read-document.js';
import { readReport } from '../../src/read/read-report.js';
import { linesOf } from '../support/documents/document-lines.js';
import { figuresOfFacts, figuresOfReport } from '../support/documents/expect-figures.js';
import { USUAL, layOutReport } from '../support/documents/lay-out.js';
import { publishedFacts } from '../support/documents/published-facts.js';
import { STYLES } from '../support/documents/styles.js';

const reference = readerReference(loadReference());
const FACTS = publishedFacts();
/** One of the reports a layout, in turn; all of them with DUIZHAO_LONG=1. */
const LAYOUTS = Object.entries(STYLES).map(([name, patch], at) => {
  const chosen = FACTS.filter((_, index) => process.env['DUIZHAO_LONG'] || (index + at) % FACTS.length < 1);
  return { name, patch, chosen };
});

describe.each(LAYOUTS)('Reports laid out with $name', ({ patch, chosen }) => {
  it.each(chosen.map((facts) => [facts.name, facts] as const))(
    'read as %s prints them, with nothing to report',
    (_, facts) => {
      const style = { ...USUAL, ...patch };
      const report = readReport(linesOf(layOutReport(facts, style)), 'sha', reference);
      expect(figuresOfReport(report)).toEqual(figuresOfFacts(facts, style));
      expect(report.issues.map(({ message }) => message)).toEqual([]);
    },
  );
});
