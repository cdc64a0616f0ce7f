import { createHash } from 'node:crypto';
import type { ReportKind } from '../../src/domain/closed-lists.js';
import type { LineItem, Report } from '../../src/domain/report.js';
import { makeBudget } from './coherent-budget.js';
import { makeFinalAccounts } from './coherent-final-accounts.js';
import { makeReport } from './make-report.js';

/** A number of a text, the same for the same text. */
function draw(text: string, most: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE() % most;
}

/** Leaves as a reader finds them: nothing below them, and no sums. */
function markLeaves(items: readonly LineItem[]): LineItem[] {
  const keyOf = ({ statement, side, unitName }: LineItem): string => [statement, side, unitName].join(' ');
  const codes = new Set<string>();
  const parents = new Set<string>();
  for (const item of items) {
    const { code, parentKey } = item.account;
    for (const length of [3, 5]) if (code && code.length > length) codes.add(`${keyOf(item)} ${code.slice(0, length)}`);
    if (code === null && parentKey !== null) parents.add(parentKey);
  }
  return items.map((item) => {
    const { code, key } = item.account;
    const isSum =
      /[合总小]计$|^三公经费$|^公务用车购置及运行费$/.test(item.label) ||
      (key.endsWith('/合计') && item.unitName !== null);
    const isAbove = code === null ? parents.has(key) : codes.has(`${keyOf(item)} ${code}`);
    return { ...item, leaf: !isSum && !isAbove };
  });
}

/** Some figures are lost, some are off: what is printed above others is no longer their sum. */
function disturb(report: Report, name: string): Report {
  const lineItems = report.lineItems.flatMap((item, index) => {
    const luck = draw(`${name} ${index}`, 24);
    if (luck === 0 && item.account.code !== null) return [];
    const off = luck < 3 ? BigInt(draw(`${name} ${index} off`, 900) - 450) * 10_000n : 0n;
    return [{ ...item, amount: { ...item.amount, fen: item.amount.fen + off } }];
  });
  return { ...report, lineItems };
}

const DEPARTMENTS = [
  ['440104', '广州市越秀区'],
  ['440117', '广州市从化区'],
  ['440100', '广州市'],
] as const;

interface Wish {
  readonly district: string;
  readonly department: string;
  readonly year: number;
  readonly kind: ReportKind;
  readonly other: boolean;
}

function makeDisturbed({ district, department, year, kind, other }: Wish): Report {
  const name = [district, department, year, kind].join(' ');
  const seed = draw(name, 1_000) + 1;
  const plain = kind === 'BUDGET' ? makeBudget({ other, seed }) : makeFinalAccounts({ other, seed });
  const lineItems = markLeaves(plain.lineItems);
  const statements = [...new Set(lineItems.map(({ statement }) => statement))].map((statement) => ({
    ...{ statement, title: statement, recognisedBy: 'TITLE' as const, unit: 'WAN_YUAN' as const },
    ...{ unitBasis: 'STATED' as const, confidence: 'HIGH' as const, rowsSeen: 1, rowsRead: 1 },
  }));
  const sha256 = createHash('sha256').update(name).digest('hex');
  return disturb({ ...plain, lineItems, statements, sha256, district, department, year, title: name }, name);
}

/** Reports whose sums don't add up, and whose figures are partly lost: of both kinds, several departments and years. */
export function makeSumReports(): Report[] {
  const disturbed = DEPARTMENTS.flatMap(([district, place], at) =>
    (at === 0 ? [2019, 2020] : [2020]).flatMap((year) => [
      makeDisturbed({ district, department: `${place}教育局`, year, kind: 'FINAL_ACCOUNTS', other: at === 1 }),
      ...(at < 2 && year === 2020
        ? [makeDisturbed({ district, department: `${place}教育局`, year, kind: 'BUDGET' as const, other: at === 1 })]
        : []),
    ]),
  );
  const budgetAlone = makeDisturbed({
    ...{ district: '440105', department: '广州市海珠区教育局', year: 2020, kind: 'BUDGET', other: false },
  });
  const plain = makeReport({ year: 2021, details: 3 });
  return [...disturbed, budgetAlone, { ...plain, lineItems: markLeaves(plain.lineItems) }];
}
