import { describe, expect, it } from '@jest/globals';
import { findMetrics, listMetrics } from '../../../src/app/list-metrics.js';

const found = (search: string) => findMetrics(search).map(({ key }) => key);

describe('metrics are found by', () => {
  it('a part of the Chinese name', () => {
    expect(found('接待')).toEqual(['HOSPITALITY', 'RECEPTION_COUNT', 'GUEST_COUNT']);
  });

  it('its pinyin, whole or by initials', () => {
    expect(found('jigouyunxing')).toEqual([]);
    expect(found('jiguanyunxing')).toEqual(['AGENCY_RUNNING_COSTS']);
    expect(found('jgyxjf')).toEqual(['AGENCY_RUNNING_COSTS']);
  });

  it('the English name and the key, in any case', () => {
    expect(found('travel abroad')).toEqual(['TRAVEL_ABROAD']);
    expect(found('non_tax')).toEqual(['NON_TAX_REVENUE']);
  });

  it('an empty text finds all, and nonsense none', () => {
    expect(found('')).toEqual(listMetrics().map(({ key }) => key));
    expect(found('zzz')).toEqual([]);
  });
});
