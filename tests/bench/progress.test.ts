import { startTally } from '../../bench/data/progress.js';

describe('The progress of a load', () => {
  it('is said every five seconds, and in all at the end', () => {
    let clock = 1000;
    const said: string[] = [];
    const tally = startTally(
      (line) => said.push(line),
      () => clock,
    );
    tally.add({ before: true, lineItems: 80 });
    clock += 4_900;
    tally.add({ before: false, lineItems: 1000 });
    expect(said).toEqual([]);
    clock += 100;
    tally.add({ before: false, lineItems: 500 });
    expect(said).toEqual(['3 reports, 1,580 line items, 5.0 s, 300 line items/s']);
    expect(tally.describe('here')).toBe(
      '3 reports with 1,580 line items in here (1 reports were there): 5.0 s, 300 line items/s',
    );
  });
});
