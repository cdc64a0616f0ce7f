import { loadReference } from '../../src/app/load-reference.js';
import type { Reference } from '../../src/domain/reference.js';

/** The project's own reference tables. */
export const REFERENCE: Reference = loadReference();
