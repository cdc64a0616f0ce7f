import { describe, expect, it } from '@jest/globals';
import { readAhead } from '../../../src/app/read-ahead.js';

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('reading ahead', () => {
  it('gives results in the order of the items, however long each takes', async () => {
    const delays = [30, 5, 20, 1, 10];
    const results: number[] = [];
    const begin = (delay: number): Promise<number> => later(delay).then(() => delay);
    for await (const result of readAhead(delays, 3, begin)) results.push(result);
    expect(results).toEqual(delays);
  });

  it('has no more under way, or waiting to be taken, than it may', async () => {
    let begun = 0;
    let taken = 0;
    let most = 0;
    const items = Array.from({ length: 50 }, (_, index) => index);
    const begin = (item: number): Promise<number> => {
      begun += 1;
      most = Math.max(most, begun - taken);
      return Promise.resolve(item);
    };
    for await (const result of readAhead(items, 4, begin)) {
      expect(result).toBe(taken);
      taken += 1;
    }
    expect([begun, taken, most]).toEqual([50, 50, 4]);
  });

  it('begins nothing more once nobody takes, and a failure that nobody sees does no harm', async () => {
    const begun: number[] = [];
    const begin = async (item: number): Promise<number> => {
      begun.push(item);
      if (item > 0) throw new Error('too late');
      return item;
    };
    for await (const result of readAhead([0, 1, 2, 3, 4], 2, begin)) {
      expect(result).toBe(0);
      break;
    }
    await later(5);
    expect(begun).toEqual([0, 1]);
  });
});
