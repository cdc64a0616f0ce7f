import { ACCOUNT_KEYS as KEYS } from '../domain/account-keys.js';
import { levelOfCode } from '../domain/account.js';
import { AppError } from '../domain/app-error.js';
import { FUNDS, PARTS } from '../domain/closed-lists.js';
import type { Classification, Fund, Part, ReportKind, Statement } from '../domain/closed-lists.js';
import type { CellSelector } from '../domain/figure.js';
import { STATEMENT_DEFINITIONS } from '../domain/statement-definitions.js';
import { STATE_CAPITAL_FROM } from '../domain/usual-statements.js';
import type { ListedAccount } from './align.js';
import type { Recipe, Recipes } from './recipe.js';
import { ECONOMIC_TOTALS } from './recipes.js';

/** An account as asked for: read in the meaning that it has in the year `edition` (default: the latest year asked for). */
export interface AccountRequest {
  readonly classification: Classification;
  readonly code: string;
  readonly edition?: number | null;
  readonly fund?: Fund | null;
  readonly part?: Part | null;
}

/** An account with the columns that are read. */
export interface MeasuredAccount extends ListedAccount, Pick<AccountRequest, 'fund' | 'part'> {}

const NOWHERE: Recipes = { FINAL_ACCOUNTS: null, BUDGET: null };

/** Where an account stands; NOWHERE where no statement has a column for its fund and part. */
export function recipesOf({ classification, code, fund, part }: MeasuredAccount): Recipes {
  return classification === 'FUNCTIONAL' ? functionalRecipes(code, fund, part) : economicRecipes(code, fund, part);
}

export function isNowhere({ FINAL_ACCOUNTS, BUDGET }: Recipes): boolean {
  return FINAL_ACCOUNTS === null && BUDGET === null;
}

/** No statement has a column for the fund and the part that were asked for together. */
export function refuseScope(
  { classification, fund: askedFund, part: askedPart }: AccountRequest,
  recipesWith: (scope: { fund: Fund; part: Part }) => Recipes,
): AppError {
  const printed = FUNDS.flatMap((fund) => {
    const parts = PARTS.filter((part) => !isNowhere(recipesWith({ fund, part })));
    return parts.length > 0 ? [`${fund}: ${parts.join(', ')}`] : [];
  });
  const got = [...(askedFund ? [`fund ${askedFund}`] : []), ...(askedPart ? [`part ${askedPart}`] : [])].join(', ');
  return new AppError(
    'BAD_USER_INPUT',
    `expected a fund and a part that ${classification} accounts are printed with (${printed.join('; ')}), got ${got}`,
  );
}

const STATEMENT_OF_FUND: Readonly<Partial<Record<Fund, Statement>>> = {
  ALL: 'EXPENDITURE',
  GENERAL_PUBLIC: 'GENERAL_PUBLIC_EXPENDITURE',
  GOVERNMENT_FUND: 'GOVERNMENT_FUND',
  STATE_CAPITAL: 'STATE_CAPITAL',
};
/** Whose expenditure side prints each 类 on a line. */
const SUMMARY_OF_FUND: Readonly<Partial<Record<Fund, Statement>>> = {
  ALL: 'REVENUE_EXPENDITURE_SUMMARY',
  APPROPRIATION: 'APPROPRIATION_SUMMARY',
  GENERAL_PUBLIC: 'APPROPRIATION_SUMMARY',
  GOVERNMENT_FUND: 'APPROPRIATION_SUMMARY',
  STATE_CAPITAL: 'APPROPRIATION_SUMMARY',
};

/** The statement of the fund (default ALL); a 类 that it doesn't print, in its line of the summary. */
function functionalRecipes(code: string, fund: Fund | null | undefined, part: Part | null | undefined): Recipes {
  const [money, portion] = [fund ?? 'ALL', part ?? 'TOTAL'];
  const isCategory = levelOfCode(code) === 'CATEGORY';
  const places = [STATEMENT_OF_FUND[money], isCategory ? SUMMARY_OF_FUND[money] : undefined];
  const cells = places.flatMap((statement): CellSelector[] =>
    statement
      ? [
          {
            statement,
            classification: 'FUNCTIONAL',
            accountCode: code,
            fund: money,
            part: portion,
            ...(portion !== 'OPENING' && portion !== 'CLOSING' && { flow: 'EXPENDITURE' }),
          },
        ]
      : [],
  );
  return { FINAL_ACCOUNTS: inTemplate('FINAL_ACCOUNTS', cells), BUDGET: inTemplate('BUDGET', cells) };
}

/** Those of the cells whose column the templates of this kind have; null where there is none. */
function inTemplate(kind: ReportKind, cells: readonly CellSelector[]): Recipe | null {
  const [first, ...others] = cells.filter((cell) =>
    STATEMENT_DEFINITIONS.some(
      (definition) =>
        definition.kind === kind &&
        definition.statement === cell.statement &&
        Object.values(definition.columns).some((columns) =>
          columns.some(({ fund, part }) => fund === cell.fund && part === cell.part),
        ),
    ),
  );
  if (!first) return null;
  const fromYear = kind === 'FINAL_ACCOUNTS' && first.fund === 'STATE_CAPITAL' ? STATE_CAPITAL_FROM : undefined;
  return { cells: [first, ...others], ...(fromYear && { fromYear }) };
}

/** Basic expenditure unless asked otherwise; PROJECT and TOTAL (both added) exist in budgets only. */
function economicRecipes(code: string, fund: Fund | null | undefined, part: Part | null | undefined): Recipes {
  if ((fund ?? 'GENERAL_PUBLIC') !== 'GENERAL_PUBLIC') return NOWHERE;
  const cell = (portion: 'BASIC' | 'PROJECT'): CellSelector => ({
    statement: `GENERAL_PUBLIC_${portion}_EXPENDITURE`,
    classification: 'ECONOMIC',
    accountCode: code,
    fund: 'GENERAL_PUBLIC',
    part: portion,
  });
  const portion = part ?? 'BASIC';
  const scope = { funds: ['GENERAL_PUBLIC'], part: 'TOTAL' } as const;
  if (portion === 'BASIC') return { FINAL_ACCOUNTS: { cells: [cell('BASIC')] }, BUDGET: { cells: [cell('BASIC')] } };
  if (portion === 'PROJECT') return { FINAL_ACCOUNTS: null, BUDGET: { cells: [cell('PROJECT')] } };
  if (portion !== 'TOTAL') return NOWHERE;
  return { FINAL_ACCOUNTS: null, BUDGET: { sumOf: [cell('BASIC'), cell('PROJECT')], all: false, scope } };
}

/** Where the columns of a fund are added up. */
const TOTALS_OF_FUND: Readonly<Partial<Record<Fund, CellSelector>>> = {
  ALL: { statement: 'EXPENDITURE', accountKey: KEYS.expenditureTotal },
  APPROPRIATION: { statement: 'APPROPRIATION_SUMMARY', accountKey: KEYS.appropriationExpenditure },
  GENERAL_PUBLIC: { statement: 'GENERAL_PUBLIC_EXPENDITURE', accountKey: KEYS.generalPublicTotal },
  GOVERNMENT_FUND: { statement: 'GOVERNMENT_FUND', accountKey: KEYS.governmentFundTotal },
  STATE_CAPITAL: { statement: 'STATE_CAPITAL', accountKey: KEYS.stateCapitalTotal },
};

/** 合计 of all functional accounts in one column. */
export function functionalTotal(fund: Fund, part: Part): Recipes {
  const cell = TOTALS_OF_FUND[fund];
  const cells = cell ? [{ ...cell, fund, part }] : [];
  return { FINAL_ACCOUNTS: inTemplate('FINAL_ACCOUNTS', cells), BUDGET: inTemplate('BUDGET', cells) };
}

/** What all economic accounts of that part add up to. */
export function economicTotal(part: Part | null | undefined): Recipes {
  return ECONOMIC_TOTALS[part === 'PROJECT' || part === 'TOTAL' ? part : 'BASIC'];
}
