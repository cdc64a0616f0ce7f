import { describe, expect, it } from '@jest/globals';
import { readReportAddress, readReportsAddress } from '../../../src/web/page/address/report-address';
import { choosePart, partsOf } from '../../../src/web/page/report/report-parts';

describe('the addresses of reports', () => {
  it('read what the page writes, and leave out what it would not', () => {
    expect(readReportsAddress({ q: '从化', district: '440117', year: '2019' })).toEqual({
      q: '从化',
      district: '440117',
      year: 2019,
    });
    expect(readReportsAddress({ district: 'x', year: '19' })).toEqual({
      q: undefined,
      district: undefined,
      year: undefined,
    });
    expect(readReportAddress({ part: 'checks', outcome: 'BROKEN' }).outcome).toBe('BROKEN');
    expect(readReportAddress({ part: 'checks', outcome: 'bad' }).outcome).toBeUndefined();
  });

  it('open the first statement where they name no part of the report', () => {
    const reading = { title: null, unit: null, unitBasis: null, confidence: null, rowsRead: 0, rowsSeen: 0 };
    const parts = partsOf({ statementReadings: [{ ...reading, statement: 'REVENUE', recognisedBy: 'TITLE' }] });
    expect(parts).toEqual(['REVENUE', 'checks', 'facts', 'indicators', 'issues']);
    expect(choosePart('facts', parts)).toBe('facts');
    expect(choosePart('STATE_CAPITAL', parts)).toBe('REVENUE');
    expect(choosePart(undefined, partsOf({ statementReadings: [] }))).toBe('checks');
  });
});
