import { PAGE } from './page.js';
import type { Question } from './question.js';
import { RANKING } from './ranking.js';
import { REPORT } from './report.js';
import { SHARES } from './shares.js';
import { TREND } from './trend.js';

/** Those that are answered at once; Q5, the export, is measured by itself. */
export const QUESTIONS: readonly Question[] = [REPORT, SHARES, TREND, RANKING, PAGE];
