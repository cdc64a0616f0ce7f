import type { Store } from '../store/store.js';
import { findReadyDistricts, remakeReadyFigures, verifyReadyFigures } from '../store/verify-ready-figures.js';
import type { VerifiedDistrict } from '../store/verify-ready-figures.js';
import { READY_RULES } from './keep-ready.js';

export interface VerifyRequest {
  /** Makes the figures of a district anew where they differ. */
  readonly repair: boolean;
  readonly onDistrict?: (districtCode: string, verified: VerifiedDistrict) => void;
}

export interface VerifiedStore {
  readonly districts: number;
  readonly figures: number;
  readonly differences: number;
}

/** Makes the ready figures of one district after the other anew from the printed ones, and compares them with what is kept. */
export async function verifyStore(store: Store, { repair, onDistrict }: VerifyRequest): Promise<VerifiedStore> {
  let [districts, figures, differences] = [0, 0, 0];
  for (const code of await findReadyDistricts(store)) {
    const verified = await verifyReadyFigures(store, READY_RULES, code);
    if (repair && verified.differences.length > 0) await remakeReadyFigures(store, READY_RULES, code);
    onDistrict?.(code, verified);
    districts += 1;
    figures += verified.figures;
    differences += verified.differences.length;
  }
  return { districts, figures, differences };
}
