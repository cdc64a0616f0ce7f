import { ACCOUNT_KEYS } from '../domain/account-keys.js';

const makePart = (name: string, key: string, called: string, codes: readonly string[]) => ({
  ...{ name, key, called, codes },
  title: (relation: string): string => `${called} ${relation} ${codes[0]}`,
});

/** What the 三公 table and the economic tables both print: the account there, the 款 here. */
export const THREE_PARTS = [
  makePart('TRAVEL_ABROAD', ACCOUNT_KEYS.travelAbroad, '因公出国(境)费', ['30212']),
  makePart('VEHICLE_PURCHASE', ACCOUNT_KEYS.vehiclePurchase, '公务用车购置费', ['31013', '30913']),
  makePart('VEHICLE_RUNNING', ACCOUNT_KEYS.vehicleRunning, '公务用车运行费', ['30231']),
  makePart('HOSPITALITY', ACCOUNT_KEYS.hospitality, '公务接待费', ['30217']),
] as const;
