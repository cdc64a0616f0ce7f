import type { Drawing } from '../chart/drawing';
import type { Figure } from '../compare/figures';
import type { AmountUnit, Classification, PartFragment, Stage, Statement } from '../generated/graphql';

/** Sums of accounts as they are shown: an account a row, a district a column. */
export interface Composition {
  readonly accounts: readonly AccountRow[];
  readonly districts: readonly string[];
}

export interface AccountRow {
  readonly key: string;
  /** null: the residual, what the reports print beyond the accounts. */
  readonly code: string | null;
  readonly name: string;
  readonly byDistrict: ReadonlyMap<string, PartFragment>;
}

export interface CompositionWords {
  readonly nameDistrict: (district: { readonly name: string; readonly nameEn: string }) => string;
  readonly formatAmount: (amount: string) => string;
  readonly formatShare: (share: string) => string;
}

/** Where the accounts of a classification stand, level by level. */
export const TABLE_OF = {
  FUNCTIONAL: 'EXPENDITURE',
  ECONOMIC: 'GENERAL_PUBLIC_BASIC_EXPENDITURE',
} as const satisfies Partial<Record<Classification, Statement>>;

/** A sum by itself; without an account the total. */
export interface SumRow {
  readonly district: { readonly name: string; readonly nameEn: string };
  readonly code: string | null;
  readonly name: string | null;
  readonly sum: string;
  readonly share: string | null;
}

/** District by district, each with its printed total at the end. */
export function makeSumRows({ accounts, districts }: Composition, totals: ReadonlyMap<string, string>): SumRow[] {
  return districts.flatMap((code) => {
    const own = accounts.flatMap(({ code: account, name, byDistrict }) => {
      const part = byDistrict.get(code);
      return part?.district ? [{ district: part.district, code: account, name, sum: part.sum, share: part.share }] : [];
    });
    const total = totals.get(code);
    const [first] = own;
    return first && total !== undefined
      ? [...own, { district: first.district, code: null, name: null, sum: total, share: null }]
      : own;
  });
}

const LAST = '\uffff';

/** By code; the residual is the last row. What is printed as zero everywhere is a row too. */
export function compose(parts: readonly PartFragment[], residual: string): Composition {
  const rows = new Map<string, AccountRow & { byDistrict: Map<string, PartFragment> }>();
  for (const part of parts) {
    const { account, district } = part;
    const key = account?.id ?? 'RESIDUAL';
    const row = rows.get(key) ?? {
      key,
      code: account?.code ?? null,
      name: account ? [account.code, account.name].filter(Boolean).join(' ') : residual,
      byDistrict: new Map<string, PartFragment>(),
    };
    if (district) row.byDistrict.set(district.code, part);
    rows.set(key, row);
  }
  const accounts = [...rows.values()].sort((a, b) => (a.code ?? LAST).localeCompare(b.code ?? LAST, 'en'));
  return { accounts, districts: [...new Set(parts.flatMap(({ district }) => district?.code ?? []))] };
}

/** As many accounts have a colour and a name of their own. */
const MOST_NAMED = 7;

interface Drawn {
  readonly year: number;
  readonly stage: Stage;
  readonly unit: AmountUnit;
  readonly words: CompositionWords;
}

/** Each district as a whole: its largest accounts named, the others grey. What is not above zero is no part that could be drawn. */
export function drawComposition({ accounts, districts }: Composition, drawn: Drawn): Drawing {
  const sized = accounts.filter(isSpent).toSorted((a, b) => greatestShare(b) - greatestShare(a));
  const places = new Map(
    accounts.flatMap(({ byDistrict }) => [...byDistrict].map(([code, { district }]) => [code, district])),
  );
  return {
    form: 'STACK',
    isWhole: true,
    rows: districts.map((code) => {
      const district = places.get(code);
      return { key: code, label: district ? drawn.words.nameDistrict(district) : code };
    }),
    series: sized.map(({ key, name, code }, index) => ({
      key,
      label: name,
      isMinor: index >= MOST_NAMED || code === null,
    })),
    marks: sized.flatMap((account, series) =>
      [...account.byDistrict]
        .filter(([, { sum }]) => positionOf(sum) > 0)
        .map(([code, part]) => ({
          row: districts.indexOf(code),
          series,
          figure: makeFigure(account, part, drawn),
          target: null,
          ...(part.share !== null && { label: drawn.words.formatShare(part.share) }),
        })),
    ),
  };
}

function isSpent({ byDistrict }: AccountRow): boolean {
  return [...byDistrict.values()].some(({ sum }) => positionOf(sum) > 0);
}

function greatestShare({ byDistrict }: AccountRow): number {
  return Math.max(...[...byDistrict.values()].map(({ share }) => positionOf(share)));
}

/** For an order or a place in a drawing; the figure stays the text. */
function positionOf(decimal: string | null): number {
  return decimal === null ? 0 : Number(decimal);
}

/** A sum in the clothes of a comparison's figure, so that it can be drawn and pointed at like one. */
function makeFigure(account: AccountRow, part: PartFragment, { year, stage, unit, words }: Drawn): Figure {
  const district = part.district ?? { code: '', name: '', nameEn: '' };
  return {
    key: `${account.code ?? ''}~${district.code}`,
    metric: account.name,
    place: words.nameDistrict(district),
    stage: part.share === null ? '' : words.formatShare(part.share),
    text: words.formatAmount(part.sum),
    reason: null,
    baseline: null,
    isUnlike: false,
    cell: {
      metric: account.key,
      district,
      department: null,
      year,
      stage,
      value: part.sum,
      unit,
      status: part.count === 1 && !part.residual ? 'REPORTED' : 'DERIVED',
      missing: null,
      rank: null,
      baseline: null,
      baselineStage: null,
      baselineMissing: null,
      difference: null,
      percentagePoints: null,
      ratio: null,
      changeRate: null,
      warnings: [],
    },
  };
}
