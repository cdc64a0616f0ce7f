export const LANGUAGES = ['zh', 'en'] as const;
/** Chinese first. */
export type Language = (typeof LANGUAGES)[number];
