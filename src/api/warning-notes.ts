import type { WarningCode } from '../domain/closed-lists.js';

/** When a warning is said, and what it does to the verdict. */
export const WARNING_NOTES: Readonly<Record<WarningCode, string>> = {
  STAGE_MISMATCH: 'budget against outturn; NOT_COMPARABLE',
  YEAR_MISMATCH: 'figures of different districts or departments share no year',
  ENTITY_MISMATCH: 'a city-level body against a district, a sum against one body',
  ENTITY_RENAMED: 'a body before and after a reorganisation',
  SCOPE_MISMATCH: 'all funds against one, a part against the whole; NOT_COMPARABLE',
  BUDGET_BASIS_DIFFERS: 'one rate on the original, one on the revised budget',
  DEFINITION_DIFFERS: 'one name, two definitions; NOT_COMPARABLE',
  CLASSIFICATION_BREAK:
    'the account changed between the years; NOT_COMPARABLE, but WITH_WARNINGS where a mapping of high confidence joins it and the figure is restated',
  CODE_REUSED: 'one code, two meanings; NOT_COMPARABLE',
  ACCOUNT_RENAMED: 'the account has another official name in one of the years, code and meaning are the same',
  MAPPING_APPROXIMATE: 'restated by a mapping that is not of high confidence',
  PARTIAL_COVERAGE: 'a sum over departments of which some have no report',
  UNDISCLOSED_RESIDUAL: 'the parent exceeds what is printed below it',
  POPULATION_VINTAGE: 'population figures of different vintages',
  RECONCILIATION_FAILED: 'the figure takes part in a broken identity',
  ONE_OFF: 'an annotation with its source says so',
  ZERO_BASE: 'a rate on nothing: it is null',
};
