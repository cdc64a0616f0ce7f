import { readCompareAddress } from '../address/compare-address';
import type { BoardAddress } from '../address/board-address';
import type { CompareAddress } from '../address/compare-address';
import type { AmountUnit, Classification } from '../generated/graphql';
import type { BoardExtent } from './choose-board';

type Asked = Partial<CompareAddress> & Pick<CompareAddress, 'metrics'>;

/** What a block asks, spelled as the compare view spells it: the same question opens there. */
function ask({ districts, year, stage }: BoardExtent, asked: Asked): CompareAddress {
  return readCompareAddress({ districts, years: [year], stages: [stage], ...asked });
}

/** In the order of the printed table. */
const THREE_OFFICIAL_TABLE = [
  'THREE_OFFICIAL_EXPENSES',
  'TRAVEL_ABROAD',
  'VEHICLE_EXPENSES',
  'VEHICLE_PURCHASE',
  'VEHICLE_RUNNING',
  'HOSPITALITY',
];
const PARTS = ['TRAVEL_ABROAD', 'VEHICLE_PURCHASE', 'VEHICLE_RUNNING', 'HOSPITALITY'];

/** 三公 beside its budget; of a year without final accounts the budget alone. */
export function askExecution(extent: BoardExtent, unit: AmountUnit): CompareAddress {
  const baseline = extent.stage === 'OUTTURN' ? 'BUDGET' : 'NONE';
  return ask(extent, { metrics: THREE_OFFICIAL_TABLE, baseline, unit });
}

/** What 三公 is made of. */
export function askParts(extent: BoardExtent, unit: AmountUnit): CompareAddress {
  return ask(extent, { metrics: PARTS, unit, form: 'STACK' });
}

/** 三公 beside that of the year before, which the text of final accounts may tell. */
export function askChange(extent: BoardExtent, unit: AmountUnit): CompareAddress {
  return ask(extent, { metrics: THREE_OFFICIAL_TABLE, baseline: 'PREVIOUS', unit });
}

export function askShare(extent: BoardExtent): CompareAddress {
  return ask(extent, { metrics: ['THREE_OFFICIAL_EXPENSES'], normalise: 'SHARE_OF_TOTAL', form: 'BARS' });
}

/** How many groups, persons, vehicles, receptions and guests the money was spent on. */
export function askCounts(extent: BoardExtent): CompareAddress {
  const metrics = ['TRAVEL_GROUP_COUNT', 'TRAVELLER_COUNT', 'VEHICLE_COUNT', 'RECEPTION_COUNT', 'GUEST_COUNT'];
  return ask(extent, { metrics });
}

/** What each of them cost, in yuan whatever the board's unit: the amounts are small. */
export function askUnitCosts(extent: BoardExtent): CompareAddress {
  const metrics = [
    'TRAVEL_ABROAD*TRAVELLER_COUNT',
    'VEHICLE_RUNNING*VEHICLE_COUNT',
    'HOSPITALITY*RECEPTION_COUNT',
    'HOSPITALITY*GUEST_COUNT',
  ];
  return ask(extent, { metrics, unit: 'YUAN' });
}

/** Indicators met and scores; goals of budgets are not assessed, so that it is always final accounts. */
export function askPerformance(extent: BoardExtent, of: CompareAddress['of']): CompareAddress {
  const metrics = [
    'INDICATOR_COUNT',
    'INDICATORS_MET',
    'INDICATORS_MET*INDICATOR_COUNT',
    'INDICATOR_WEIGHT',
    'INDICATOR_SCORE',
    'INDICATOR_SCORE*INDICATOR_WEIGHT',
  ];
  return ask(extent, { metrics, stages: ['OUTTURN'], of });
}

/** Shares of these accounts of the total that they are part of. */
export function askShares(
  extent: BoardExtent,
  classification: Classification,
  codes: readonly string[],
): CompareAddress {
  const metrics = codes.map((code) => `${classification}:${code}`);
  return ask(extent, { metrics, normalise: 'SHARE_OF_TOTAL', form: 'STACK' });
}

/** The outturn of these accounts beside the budget. */
export function askAccounts(
  extent: BoardExtent,
  { classification, unit }: Pick<BoardAddress, 'classification' | 'unit'>,
  codes: readonly string[],
): CompareAddress {
  const metrics = codes.map((code) => `${classification}:${code}`);
  return ask(extent, { metrics, stages: ['OUTTURN'], baseline: 'BUDGET', unit, form: 'BULLET' });
}
