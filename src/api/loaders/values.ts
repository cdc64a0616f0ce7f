import DataLoader from 'dataloader';
import { readDepartmentValues, readDistrictValues } from '../../app/read-values.js';
import type { ValueKey } from '../../app/read-values.js';
import type { Reference } from '../../domain/reference.js';
import type { Store } from '../../store/store.js';

/** Values of metrics by their keys, all that a request asks for at once. */
export function valueLoaders(store: Store, reference: Reference) {
  const cacheKeyFn = ({ of, metric, year, stage, unit, withFigures }: ValueKey): string =>
    `${of} ${metric} ${year} ${stage} ${unit} ${withFigures}`;
  return {
    ofDistrict: new DataLoader((keys: readonly ValueKey[]) => readDistrictValues(store, reference, keys), {
      cacheKeyFn,
    }),
    ofDepartment: new DataLoader((keys: readonly ValueKey[]) => readDepartmentValues(store, reference, keys), {
      cacheKeyFn,
    }),
  };
}
