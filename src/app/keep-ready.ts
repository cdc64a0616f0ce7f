import { indexFacts } from '../compare/evidence.js';
import { READY_VERSION, makeReadyFigures } from '../compare/make-ready.js';
import { MEASURES_VERSION } from '../domain/performance-measures.js';
import type { ReadyRules } from '../store/ready-figures.js';

/** How the store makes the figures that it keeps ready: by reading the printed ones, and judged indicators, as a comparison does. */
export const READY_RULES: ReadyRules = {
  version: READY_VERSION * 1_000 + MEASURES_VERSION,
  make: (places, { facts, ...evidence }) => makeReadyFigures(places, { ...evidence, facts: indexFacts(facts) }),
};
