import { createHash } from 'node:crypto';
import type { Division } from '../../src/domain/reference-tables.js';
import type { Reference } from '../../src/domain/reference.js';
import type { Report } from '../../src/domain/report.js';
import { READER_VERSION } from '../../src/read/read-report.js';
import { accountsOf } from './accounts.js';
import type { AccountOf } from './accounts.js';
import { BODIES } from './bodies.js';
import { tableBudget } from './budget.js';
import { chooseDistricts, nameBody } from './districts.js';
import { makeDraw } from './draw.js';
import type { Draw } from './draw.js';
import { useBasic } from './economic-use.js';
import { plantFault } from './faults.js';
import { tableFinalAccounts } from './final-accounts.js';
import { keepLedger } from './ledger.js';
import type { Ledger } from './ledger.js';
import { narrate } from './narrative.js';
import { readTables } from './printed-tables.js';
import { ASSESSED_FROM, assess } from './self-assessment.js';

/** What is to be made. */
export interface Wish {
  readonly districts: number;
  /** Of each district. */
  readonly departments: number;
  /** The fiscal year of the first reports. */
  readonly from: number;
  readonly years: number;
  readonly seed: number;
  /** Reports with a planted fault, in thousandths. */
  readonly faults: number;
}

/** In thousandths, of the cases in which it may be. */
const SHARES = { allTables: 400, budgets: 300, missing: 20, revised: 10, assessed: 350 } as const;

/** The first year whose budgets are published. */
const BUDGETS_FROM = 2015;

/** All reports of a wish, department by department and year by year; the same wish gives the same reports, byte for byte. */
export function* generateReports(wish: Wish, reference: Reference): Generator<Report> {
  const years = Array.from({ length: wish.years }, (_, at) => wish.from + at);
  const accounts = new Map(years.map((year) => [year, accountsOf(reference, year)]));
  for (const district of chooseDistricts(reference, wish.districts)) {
    for (const body of BODIES.slice(0, wish.departments)) {
      const ledger = keepLedger(wish.seed, district, body);
      const publisher = { wish, reference, district, body: body.name, ledger };
      for (const year of years) yield* publishYear(publisher, year, accounts.get(year) as AccountOf);
    }
  }
}

interface Publisher {
  readonly wish: Wish;
  readonly reference: Reference;
  readonly district: Division;
  readonly body: string;
  readonly ledger: Ledger;
}

/** What a department publishes about a year: its budget, its accounts, a corrected print of these, or nothing. */
function* publishYear(publisher: Publisher, year: number, accountOf: AccountOf): Generator<Report> {
  const { wish, district, body } = publisher;
  const draw = makeDraw(wish.seed, district.code, body, year, 'published');
  const habit = makeDraw(wish.seed, district.code, body, 'habit');
  if (habit.chance(SHARES.budgets) && year >= BUDGETS_FROM) yield seal(makeBudget(publisher, year, accountOf));
  if (draw.chance(SHARES.missing)) return;
  const accounts = makeFinalAccounts(publisher, year, accountOf, draw);
  if (draw.chance(SHARES.revised)) {
    yield seal({ ...accounts, lineItems: plantFault(accounts.lineItems, draw) });
    yield seal({ ...accounts, title: `${accounts.title}（更正）` });
  } else if (draw.chance(wish.faults)) yield seal({ ...accounts, lineItems: plantFault(accounts.lineItems, draw) });
  else yield seal(accounts);
}

function makeFinalAccounts(publisher: Publisher, year: number, accountOf: AccountOf, draw: Draw): Unsealed {
  const { wish, district, ledger } = publisher;
  const own = ledger.of(year);
  const breadth = makeDraw(wish.seed, district.code, 'breadth').chance(SHARES.allTables) ? 'ALL_TABLES' : 'MAIN_TABLES';
  const tables = tableFinalAccounts({ kind: 'FINAL_ACCOUNTS', own, accountOf }, breadth);
  const { lineItems, statements, nextLine } = readTables(tables, year);
  const reportedFacts = narrate(own, ledger.of(year - 1), useBasic(own, 'spent'), draw, nextLine);
  const isAssessed = year >= ASSESSED_FROM && draw.chance(SHARES.assessed);
  const evaluations = isAssessed ? [assess(own, draw, nextLine + reportedFacts.length)] : [];
  return { ...head(publisher, 'FINAL_ACCOUNTS', year), statements, lineItems, reportedFacts, evaluations };
}

function makeBudget(publisher: Publisher, year: number, accountOf: AccountOf): Unsealed {
  const own = publisher.ledger.of(year);
  const { lineItems, statements } = readTables(tableBudget({ kind: 'BUDGET', own, accountOf }), year);
  return { ...head(publisher, 'BUDGET', year), statements, lineItems, reportedFacts: [], evaluations: [] };
}

type Unsealed = Omit<Report, 'sha256'>;

/** The title says that nobody published it. */
function head(
  { reference, district, body }: Publisher,
  kind: Report['kind'],
  year: number,
): Omit<Unsealed, 'statements' | 'lineItems' | 'reportedFacts' | 'evaluations'> {
  const department = nameIn(reference, district, nameBody(reference, district, body), year);
  const title = `${year}年${department}部门${kind === 'BUDGET' ? '预算' : '决算'}（生成数据）`;
  return {
    ...{ placeInDocument: 0, readerVersion: READER_VERSION, kind, title, department, district: district.code, year },
    ...{ unitScope: 'DEPARTMENT', templateTexts: [], issues: [] },
  };
}

/** The name that the body bore in the year. */
function nameIn(reference: Reference, district: Division, name: string, year: number): string {
  const later = reference.renamesTo(district.code, name).filter((rename) => year < rename.year);
  return later.at(-1)?.formerName ?? name;
}

/** A made report has no document: it is its own content that is digested. */
function seal(report: Unsealed): Report {
  const content = JSON.stringify(report, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return { sha256: createHash('sha256').update(content).digest('hex'), ...report };
}
