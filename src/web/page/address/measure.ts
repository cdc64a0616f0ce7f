import type { AccountInput, Classification, MetricInput, MetricKey } from '../generated/graphql';

/**
 * A measure as the address spells it: `EXPENDITURE`; `FUNCTIONAL:2010301`, an account, with `@2017` as it was meant in that year and
 * `/BASIC` or `/GENERAL_PUBLIC` for a part or fund; `A*B`, a over b.
 */
export type MeasureText = string;

const ACCOUNT = /^(FUNCTIONAL|ECONOMIC):(\d{3,7})(?:@(\d{4}))?((?:\/[A-Z_]+)*)$/;
const PARTS = ['TOTAL', 'BASIC', 'PROJECT', 'COMMERCIAL', 'TO_ABOVE', 'TO_SUBORDINATES', 'OPENING', 'CLOSING'];

/** null: it spells nothing that can be measured. */
export function readMeasure(text: MeasureText): MetricInput | null {
  const [upper = '', lower, ...more] = text.split('*');
  if (more.length > 0) return null;
  const measured = readSingle(upper);
  if (lower === undefined || measured === null) return measured;
  const over = readSingle(lower);
  return over && { ...measured, over, name: text };
}

function readSingle(text: string): MetricInput | null {
  if (/^[A-Z][A-Z_]*$/.test(text)) return { key: text as MetricKey };
  const [, classification, code, edition, rest = ''] = ACCOUNT.exec(text) ?? [];
  if (!classification || !code) return null;
  const words = rest.split('/').filter(Boolean);
  const part = words.find((word) => PARTS.includes(word));
  const fund = words.find((word) => !PARTS.includes(word));
  return {
    account: {
      classification: classification as Classification,
      code,
      ...(edition && { edition: Number(edition) }),
      ...(fund && { fund: fund as NonNullable<AccountInput['fund']> }),
      ...(part && { part: part as NonNullable<AccountInput['part']> }),
    },
    name: text,
  };
}

export function printMeasure({ key, account, over }: MetricInput): MeasureText {
  const upper = key ?? (account ? printAccount(account) : '');
  return over ? `${upper}*${printMeasure(over)}` : upper;
}

function printAccount({ classification, code, edition, fund, part }: AccountInput): string {
  const words = [fund, part].filter(Boolean).map((word) => `/${word}`);
  return `${classification}:${code}${edition ? `@${edition}` : ''}${words.join('')}`;
}
