import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadReference } from '../../src/app/load-reference.js';
import { readerReference } from '../../src/app/read-document.js';
import { AppError } from '../../src/domain/app-error.js';
import type { Report } from '../../src/domain/report.js';
import { readReport } from '../../src/read/read-report.js';
import { reconcile } from '../../src/reconcile/reconcile.js';
import type { Damage } from '../support/documents/damage-document.js';
import { SAID_DAMAGES, VISIBLE_DAMAGES } from '../support/documents/damage-document.js';
import { linesOf } from '../support/documents/document-lines.js';
import { figuresOfFacts, figuresOfReport } from '../support/documents/expect-figures.js';
import { USUAL, layOutReport } from '../support/documents/lay-out.js';
import type { PrintedDocument } from '../support/documents/printed-document.js';
import type { FactReport } from '../support/documents/published-facts.js';
import { publishedFacts } from '../support/documents/published-facts.js';
import { STYLES } from '../support/documents/styles.js';

const reference = readerReference(loadReference());
const FACTS = new Map(publishedFacts().map((facts) => [facts.name, facts]));
const LAYOUTS = Object.entries(STYLES)
  .filter(([, { zero = null, amount }]) => zero === null && !amount)
  .map(([name]) => name);
const RUNS = { numRuns: process.env['DUIZHAO_LONG'] ? 100 : 8, seed: 20_261_121 };

const places = fc.record({
  report: fc.constantFrom(...FACTS.keys()),
  layout: fc.constantFrom(...LAYOUTS),
  picks: fc.infiniteStream(fc.nat(1_000_000)),
});

/** The report that the damaged document gives (null: refused whole), beside what the whole one prints. */
function readDamaged(
  damage: Damage,
  { report: name, layout, picks }: Parameters<Parameters<typeof places.map>[0]>[0],
): { printed: Set<string>; report: Report | null; broken: Set<string> } | null {
  const facts = FACTS.get(name) as FactReport;
  const style = { ...USUAL, ...STYLES[layout] };
  const pick = (count: number): number => (count === 0 ? 0 : (picks.next().value as number) % count);
  const whole = layOutReport(facts, style);
  const damaged: PrintedDocument | null = damage(whole, pick);
  if (!damaged) return null;
  const broken = brokenInWhole(name, layout, whole);
  const printed = new Set(figuresOfFacts(facts, style));
  try {
    return { printed, broken, report: readReport(linesOf(damaged), 'sha', reference) };
  } catch (error) {
    if (error instanceof AppError) return { printed, broken, report: null };
    throw error;
  }
}

const wholes = new Map<string, Set<string>>();

/** What is broken in the document before it is damaged. */
function brokenInWhole(name: string, layout: string, whole: PrintedDocument): Set<string> {
  const key = `${name} ${layout}`;
  const known = wholes.get(key) ?? brokenOf(readReport(linesOf(whole), 'sha', reference));
  wholes.set(key, known);
  return known;
}

function brokenOf(report: Report): Set<string> {
  const broken = reconcile(report).filter(({ outcome }) => outcome === 'BROKEN');
  return new Set(broken.map(({ rule, message }) => `${rule.id}: ${message}`));
}

describe('A document with one fault', () => {
  it.each(Object.keys({ ...VISIBLE_DAMAGES, ...SAID_DAMAGES }))(
    '(%s) gives no other figures without a word',
    (name) => {
      const visible = VISIBLE_DAMAGES[name];
      const damage = visible ?? (SAID_DAMAGES[name] as Damage);
      fc.assert(
        fc.property(places, (place) => {
          const read = readDamaged(damage, place);
          if (!read?.report) return;
          const figures = new Set(figuresOfReport(read.report));
          const invented = [...figures].filter((own) => !read.printed.has(own));
          expect(visible ? invented : []).toEqual([]);
          const same = figures.size === read.printed.size && invented.length === 0;
          const newlyBroken = [...brokenOf(read.report)].filter((own) => !read.broken.has(own));
          expect(same || read.report.issues.length > 0 || newlyBroken.length > 0).toBe(true);
        }),
        RUNS,
      );
    },
  );
});
