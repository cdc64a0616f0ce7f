import type { RouterOptions } from 'express';

/** A path has an address as it is written: not in other letters, not with a slash more. */
export const EXACT_PATHS: RouterOptions = { caseSensitive: true, strict: true };
