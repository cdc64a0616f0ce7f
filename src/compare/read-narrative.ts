import type { MetricKey, ReportKind } from '../domain/closed-lists.js';
import { moneyOfFact } from '../domain/fact-money.js';
import type { FactFigure } from '../domain/figure.js';
import { holdMoney, judgeSum } from '../domain/money.js';
import type { Money } from '../domain/money.js';
import type { Index } from './evidence.js';
import type { Measure } from './measure.js';
import type { FigureKey, Reading } from './reading.js';
import { scopeOf } from './recipe.js';

/** What the tables say of the same department and stage; null: nothing. */
type ReadTables = (measure: Measure, key: FigureKey) => Reading | null;

/**
 * A value that no table prints, from the text: stated as it is (FROM_NARRATIVE), or the amount of a later year, or of the outturn, less the
 * change that the text states (DERIVED). Null where the text states neither; contradictory where it states two amounts.
 */
export function readNarrative(
  measure: Measure,
  key: FigureKey,
  index: Index,
  readTables: ReadTables,
): Reading | 'CONTRADICTORY' | null {
  if (!mayBeStated(measure, key)) return null;
  const stated = statedAmount(measure, key, index);
  if (stated) return stated;
  const budget = key.stage === 'OUTTURN' ? null : fromChange(measure, key, index, readTables, 'BUDGET');
  return budget ?? fromChange(measure, key, index, readTables, 'YEAR');
}

/** What a text may state: metrics that no evaluation counts; of accounts budgets alone, in no other columns than usual. */
function mayBeStated({ key, account, recipes }: Measure, { stage }: FigureKey): boolean {
  if (account) return stage !== 'OUTTURN' && !account.fund && !account.part;
  return key !== null && !Object.values(recipes).some((recipe) => recipe !== null && 'indicators' in recipe);
}

/** Whether a fact is about what is measured: the metric itself, or the account by its code. */
function isAbout(measure: Measure, { metric, accountCode }: FactFigure): boolean {
  return measure.account ? accountCode === measure.account.code : metric !== null && metric === measure.key;
}

/** Counts (of vehicles, guests) have no stage of their own: a report states them of what it is about, which a revised budget is not. */
function statedAmount(
  measure: Measure,
  { departmentId, year, stage }: FigureKey,
  index: Index,
): Reading | 'CONTRADICTORY' | null {
  const kind: ReportKind = stage === 'ORIGINAL_BUDGET' ? 'BUDGET' : 'FINAL_ACCOUNTS';
  const own = index.facts(departmentId, year).filter((fact) => isAbout(measure, fact));
  const found = own.filter((fact) =>
    fact.kind === 'COUNT'
      ? fact.reportKind === kind && stage !== 'REVISED_BUDGET'
      : fact.kind === 'AMOUNT' && fact.stage === stage,
  );
  const amounts = found.flatMap((fact) => {
    const money = amountOf(fact);
    return money ? [{ fact, money }] : [];
  });
  const [first, ...others] = amounts.sort((a, b) => b.money.decimals - a.money.decimals);
  if (!first) return null;
  if (others.some(({ money }) => isOther(first.money, money))) return 'CONTRADICTORY';
  return reading(first.money.fen, 'FROM_NARRATIVE', measure, [first.fact]);
}

/** The amount before a change: of the year before, or of the budget that the outturn is held against. */
function fromChange(
  measure: Measure,
  { departmentId, year, stage }: FigureKey,
  index: Index,
  readTables: ReadTables,
  against: 'YEAR' | 'BUDGET',
): Reading | null {
  const now: FigureKey =
    against === 'YEAR' ? { departmentId, year: year + 1, stage } : { departmentId, year, stage: 'OUTTURN' };
  const base = against === 'YEAR' ? 'PREVIOUS_YEAR' : stage;
  const facts = index.facts(departmentId, now.year);
  const changeOf = (metric: MetricKey | null): FactFigure | undefined =>
    facts.find(
      (fact) =>
        fact.kind === 'CHANGE' &&
        fact.base === base &&
        fact.stage === now.stage &&
        amountOf(fact) !== null &&
        (metric === null ? isAbout(measure, fact) : fact.metric === metric),
    );
  const ways = [
    [changeOf(null)],
    ...fundsOf(measure.key).flatMap((fund) => (isWhole(fund, facts) ? [[changeOf(fund)]] : [])),
    partsOf(measure.key).map(changeOf),
  ].filter((changes) => changes.length > 0 && changes.every((change) => change !== undefined));
  if (ways.length === 0) return null;
  const table = readTables(measure, now);
  const stated = table ? null : statedAmount(measure, now, index);
  const current = table ?? (stated === 'CONTRADICTORY' ? null : stated);
  if (!current) return null;
  const [first, ...others] = ways.map((changes) => {
    const own = changes.filter((change) => change !== undefined);
    return { facts: own, fen: own.reduce((sum, fact) => sum + signedAmountOf(fact), current.fen) };
  });
  if (!first) return null;
  return {
    ...reading(first.fen, 'DERIVED', measure, [...(current.facts ?? []), ...first.facts]),
    scope: current.scope,
    figures: current.figures,
    others: others.map(({ facts: own, fen }) => ({ fen, called: own.map(({ label }) => label).join(' + ') })),
  };
}

/** Funds of which the text may say that they are all of it. */
function fundsOf(metric: MetricKey | null): readonly MetricKey[] {
  if (metric === 'EXPENDITURE') return ['GENERAL_PUBLIC_EXPENDITURE'];
  return metric === 'REVENUE' ? ['APPROPRIATION_REVENUE'] : [];
}

function partsOf(metric: MetricKey | null): readonly MetricKey[] {
  return metric === 'EXPENDITURE' ? ['BASIC_EXPENDITURE', 'PROJECT_EXPENDITURE'] : [];
}

/** What a fact adds to the value that it enters: a change is taken off the later amount. */
export function signedAmountOf(fact: FactFigure): bigint {
  const fen = amountOf(fact)?.fen ?? 0n;
  return fact.kind === 'CHANGE' ? -fen : fen;
}

/** The metrics whose changes may stand in for those of another. */
export function standInsFor(metric: MetricKey): readonly MetricKey[] {
  return [...fundsOf(metric), ...partsOf(metric)];
}

function isWhole(metric: MetricKey, facts: readonly FactFigure[]): boolean {
  return facts.some((fact) => fact.metric === metric && fact.kind === 'SHARE' && /^100(?:\.0+)?$/.test(fact.value));
}

function reading(fen: bigint, status: Reading['status'], measure: Measure, facts: readonly FactFigure[]): Reading {
  return { fen, status, scope: scopeOf(measure.recipes), figures: [], facts };
}

/** Counts in millionths, as sums of cells know whole numbers only; null: greater or finer than can be added. */
function amountOf(fact: FactFigure): Money | null {
  return fact.kind === 'COUNT' ? holdMoney(fact.value, 'WAN_YUAN') : moneyOfFact(fact);
}

function isOther(a: Money, b: Money): boolean {
  return judgeSum(a, [b]) === 'BROKEN';
}

/** The years whose texts state something of these: their own, and the next, which states the change. */
export function yearsOfNarrative(years: readonly number[]): number[] {
  return [...new Set(years.flatMap((year) => [year, year + 1]))];
}
