import { createHash } from 'node:crypto';
import type { ReportKind } from '../../src/domain/closed-lists.js';
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
import type { ReadTables } from './printed-tables.js';
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
const SHARES = { allTables: 140, budgets: 100, missing: 20, revised: 10, assessed: 350 } as const;

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
  if (habit.chance(SHARES.budgets) && year >= BUDGETS_FROM) yield printBudget(publisher, year, accountOf);
  if (draw.chance(SHARES.missing)) return;
  const print = (fault: boolean, remark = ''): Report => printFinalAccounts(publisher, year, accountOf, fault, remark);
  if (draw.chance(SHARES.revised)) {
    yield print(true);
    yield print(false, '（更正）');
  } else yield print(draw.chance(wish.faults));
}

function printFinalAccounts(
  publisher: Publisher,
  year: number,
  accountOf: AccountOf,
  fault: boolean,
  remark: string,
): Report {
  const { wish, district, body, ledger } = publisher;
  const own = ledger.of(year);
  const drawFor = (...name: string[]): Draw => makeDraw(wish.seed, district.code, body, year, ...name);
  const breadth = makeDraw(wish.seed, district.code, 'breadth').chance(SHARES.allTables) ? 'ALL_TABLES' : 'MAIN_TABLES';
  const tables = tableFinalAccounts({ kind: 'FINAL_ACCOUNTS', own, accountOf }, breadth);
  const read = readTables(fault ? plantFault(tables, drawFor('fault')) : tables, year);
  const line = read.lines.length + 1;
  const reportedFacts = narrate(own, ledger.of(year - 1), useBasic(own, 'spent'), drawFor('narrative'), line);
  const draw = drawFor('assessment');
  const isAssessed = year >= ASSESSED_FROM && draw.chance(SHARES.assessed);
  const evaluations = isAssessed ? [assess(own, draw, line + reportedFacts.length)] : [];
  return bindReport(publisher, { kind: 'FINAL_ACCOUNTS', year, remark }, { ...read, reportedFacts, evaluations });
}

function printBudget(publisher: Publisher, year: number, accountOf: AccountOf): Report {
  const own = publisher.ledger.of(year);
  const read = readTables(tableBudget({ kind: 'BUDGET', own, accountOf }), year);
  return bindReport(publisher, { kind: 'BUDGET', year, remark: '' }, { ...read, reportedFacts: [], evaluations: [] });
}

interface Cover {
  readonly kind: ReportKind;
  readonly year: number;
  /** Behind the title. */
  readonly remark: string;
}

type Content = ReadTables & Pick<Report, 'reportedFacts' | 'evaluations'>;

/** The title says that nobody published it; the document that is digested is the text. */
function bindReport({ reference, district, body }: Publisher, { kind, year, remark }: Cover, content: Content): Report {
  const { lines, statements, lineItems, reportedFacts, evaluations } = content;
  const department = nameIn(reference, district, nameBody(reference, district, body), year);
  const title = `${year}年${department}部门${kind === 'BUDGET' ? '预算' : '决算'}${remark}（生成数据）`;
  const text = [
    title,
    ...lines,
    ...[...reportedFacts, ...evaluations.flatMap(({ indicators }) => indicators)].map(({ source }) => source.text),
  ];
  return {
    sha256: createHash('sha256').update(text.join('\n')).digest('hex'),
    ...{ placeInDocument: 0, readerVersion: READER_VERSION, kind, title, department, district: district.code, year },
    ...{ unitScope: 'DEPARTMENT', statements, lineItems, evaluations, reportedFacts, templateTexts: [], issues: [] },
  };
}

/** The name that the body bore in the year. */
function nameIn(reference: Reference, district: Division, name: string, year: number): string {
  const later = reference.renamesTo(district.code, name).filter((rename) => year < rename.year);
  return later.at(-1)?.formerName ?? name;
}
