import { expect, test } from '@jest/globals';
import { compare } from '../../../src/compare/compare.js';
import { indexFacts } from '../../../src/compare/evidence.js';
import { resolveMeasure } from '../../../src/compare/measure.js';
import type { FactFigure } from '../../../src/domain/figure.js';
import { makeReport } from '../../support/make-report.js';
import { PLAIN } from '../../support/questions.js';
import { districtOf, evidenceOf } from './evidence-of.js';

const EVIDENCE = evidenceOf([makeReport()]);
const [REPORT] = EVIDENCE.reports;

/** What 越秀 2019 is of a metric that only the text states, where it states these. */
function ask(key: 'PROCUREMENT' | 'VEHICLE_COUNT', ...facts: Pick<FactFigure, 'kind' | 'value' | 'valueUnit'>[]) {
  const own = facts.map((fact, at) => ({
    ...{ factId: String(at), departmentId: REPORT?.departmentId ?? '', year: 2019 },
    ...{ reportKind: 'FINAL_ACCOUNTS' as const, metric: key, accountCode: null, base: null, stage: 'OUTTURN' as const },
    ...{ label: key, ...fact },
  }));
  const { cells } = compare(
    {
      ...{ measures: [resolveMeasure({ key })], entities: [districtOf('440104', EVIDENCE)], years: [2019] },
      ...PLAIN,
    },
    { ...EVIDENCE, facts: indexFacts(own) },
  );
  return cells.map(({ value, missing }) => value ?? missing);
}

test('an amount of the text that is finer or greater than amounts are is as if it were not printed', () => {
  expect(ask('PROCUREMENT', { kind: 'AMOUNT', value: '1394.08', valueUnit: '万元' })).toEqual(['1394.08']);
  expect(ask('PROCUREMENT', { kind: 'AMOUNT', value: '1394.08123456789', valueUnit: '万元' })).toEqual(['NOT_PRINTED']);
  expect(ask('PROCUREMENT', { kind: 'AMOUNT', value: '9'.repeat(30), valueUnit: '亿元' })).toEqual(['NOT_PRINTED']);
});

test('so is a number of vehicles', () => {
  expect(ask('VEHICLE_COUNT', { kind: 'COUNT', value: '6', valueUnit: '辆' })).toEqual(['6']);
  expect(ask('VEHICLE_COUNT', { kind: 'COUNT', value: '6.12345678', valueUnit: '辆' })).toEqual(['NOT_PRINTED']);
  expect(ask('VEHICLE_COUNT', { kind: 'COUNT', value: '9'.repeat(30), valueUnit: '辆' })).toEqual(['NOT_PRINTED']);
});
