import { METRIC_KEYS, STAGES } from '../domain/closed-lists.js';
import { groupBy } from '../domain/group-by.js';
import type { Figure } from '../domain/figure.js';
import type { ReadyFigure, ReadyOrigin, ReadyPlace } from '../domain/ready-figure.js';
import { indexEvidence } from './evidence.js';
import type { Evidence, Index } from './evidence.js';
import { TOTALS_KEPT_READY, resolveMeasure } from './measure.js';
import type { Measure } from './measure.js';
import { KINDS_OF_STAGE, readTablesOf, readTexts } from './read-figure.js';
import { nameReady } from './read-ready.js';
import type { FigureKey, Reading } from './reading.js';

/** Of the rules by which readings are made: one more wherever recipes, or how they are read, change. */
export const READY_VERSION = 1;

/** All that is printed and stated in the years of the places and in the next ones. */
export type PrintedEvidence = Pick<Evidence, 'figures' | 'reports' | 'indicators' | 'facts'>;

const METRICS: readonly Measure[] = METRIC_KEYS.map((key) => resolveMeasure({ key }));

/** The readings of metrics, of totals and of accounts in their usual columns, of every stage: what `readFigure` reads of the printed figures. */
export function makeReadyFigures(places: readonly ReadyPlace[], evidence: PrintedEvidence): ReadyFigure[] {
  const index = indexEvidence({ ...evidence, unlisted: new Set() });
  const figures = groupBy(evidence.figures, ({ departmentId, year }) => `${departmentId} ${year}`);
  const nameAccounts = makeAccountNames();
  return places.flatMap((place) => {
    const { departmentId, year } = place;
    const printed = figures.get(`${departmentId} ${year}`) ?? [];
    const measures = [...METRICS, ...TOTALS_KEPT_READY, ...nameAccounts(printed, index, place)];
    return STAGES.flatMap((stage) => measures.flatMap((measure) => makeReady({ ...place, stage }, measure, index)));
  });
}

const CODED = ['FUNCTIONAL', 'ECONOMIC'] as const;

/** The accounts that are printed, or stated in a text, of a department and year. */
function makeAccountNames() {
  const known = new Map<string, Measure>();
  return (printed: readonly Figure[], index: Index, { departmentId, year }: ReadyPlace): Measure[] => {
    const own = new Set<Measure>();
    const add = (classification: Figure['classification'], code: string | null): void => {
      if (code === null || (classification !== 'FUNCTIONAL' && classification !== 'ECONOMIC')) return;
      const name = nameReady(classification, code);
      const measure = known.get(name) ?? resolveMeasure({ account: { classification, code } });
      known.set(name, measure);
      own.add(measure);
    };
    for (const { classification, accountCode } of printed) add(classification, accountCode);
    for (const { accountCode } of [year, year + 1].flatMap((one) => index.facts(departmentId, one)))
      for (const classification of CODED) add(classification, accountCode);
    return [...own];
  };
}

function makeReady(place: ReadyPlace & FigureKey, measure: Measure, index: Index): ReadyFigure[] {
  const [origin, reading] = readFirst(measure, place, index);
  if (reading === null) return [];
  const { departmentId, districtCode, year, stage } = place;
  const own = { departmentId, districtCode, year, stage, measure: measure.name, origin };
  if (reading === 'CONTRADICTORY')
    return [{ ...own, fen: null, status: 'REPORTED', scope: { funds: [], part: null }, flaws: [] }];
  const { fen, status, scope, figures } = reading;
  const flawed = figures.filter(({ broken }) => broken.length > 0);
  return [
    {
      ...own,
      fen,
      status,
      scope,
      flaws: flawed.map(({ label, fen: amount, broken }) => ({ label, fen: amount, broken })),
    },
  ];
}

function readFirst(
  measure: Measure,
  key: FigureKey,
  index: Index,
): readonly [ReadyOrigin, Reading | 'CONTRADICTORY' | null] {
  for (const kind of KINDS_OF_STAGE[key.stage]) {
    const reading = readTablesOf(kind, measure, key, index);
    if (reading) return [kind, reading];
  }
  return ['TEXT', readTexts(measure, key, index)];
}
