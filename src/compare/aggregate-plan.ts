import { AppError } from '../domain/app-error.js';
import { FLOWS, FUNDS, PARTS, STAGES, STATEMENTS } from '../domain/closed-lists.js';
import type { Flow, Stage, Statement } from '../domain/closed-lists.js';
import { findWidest, holds } from '../domain/column-width.js';
import type { SumColumn } from '../domain/column-width.js';
import type { LineItemFilter } from '../domain/filters.js';
import { groupBy as groupRows } from '../domain/group-by.js';
import { DISJOINT_STATEMENTS } from '../domain/printed-totals.js';
import type { ColumnSet, RowShape, SumPlan, SumProfile, SumQuestion, SumRows } from '../domain/sums.js';
import { chooseRows, isAdded, settleRows } from './sum-rows.js';

type Table = SumPlan['tables'][number];

/**
 * How to add what a question asks for, so that no money is added twice: one statement (or such as are disjoint), one flow, one level, the
 * widest column, one stage of a department and year; each unless it is grouped by. Null: the filter leaves nothing that could be added.
 * @throws AppError BAD_USER_INPUT that says what overlaps and what to ask instead
 */
export function planSums(question: SumQuestion, profile: SumProfile): SumPlan | null {
  if (question.where.level?.length === 0) return null;
  const choice = chooseRows(question, profile.shapes);
  const fitting = profile.shapes.filter((shape) => isAdded(choice, shape));
  // A level that a statement does not print is all residual.
  const shapes = fitting.length === 0 && choice.of === 'LEVEL' ? profile.shapes : fitting;
  if (shapes.length === 0) return null;
  const statements = chooseStatements(question, shapes);
  const tables = statements.flatMap((statement) => chooseFlows(question, statement, shapes));
  const rows = settleRows(
    choice,
    shapes.filter(({ statement }) => statements.includes(statement)),
  );
  const columnSets = columnSetsOf(question, tables, profile);
  checkColumns(question, columnSets);
  checkStages(question, statements, profile);
  checkReports(profile);
  const { cells, rowFilter } = splitFilter(question.where, rows, shapes);
  return {
    ...{ groupBy: question.groupBy, rows, tables, cells, rowFilter },
    stages: question.where.stage ?? (question.groupBy.includes('STAGE') ? STAGES : null),
    isOverlapping: overlaps(question, tables, columnSets, profile),
  };
}

function chooseStatements({ groupBy }: SumQuestion, shapes: readonly RowShape[]): readonly Statement[] {
  const statements = STATEMENTS.filter((statement) => shapes.some((shape) => shape.statement === statement));
  if (groupBy.includes('STATEMENT') || areDisjoint(statements)) return statements;
  throw refuse('one statement', statements, `where: { statement: [${prefer(statements)}] } or groupBy: [STATEMENT]`);
}

function areDisjoint(statements: readonly Statement[]): boolean {
  return (
    statements.length < 2 || DISJOINT_STATEMENTS.some((own) => statements.every((statement) => own.includes(statement)))
  );
}

/** The statement that says most of expenditure, where one is among them. */
function prefer(statements: readonly Statement[]): Statement | undefined {
  const best = (['EXPENDITURE', 'GENERAL_PUBLIC_EXPENDITURE'] as const).find((own) => statements.includes(own));
  return best ?? statements[0];
}

/** Columns of no flow are balances: they count where nothing that flows is left, or where they are asked for by their parts. */
function chooseFlows({ groupBy, where }: SumQuestion, statement: Statement, shapes: readonly RowShape[]): Table[] {
  const own = shapes.filter((shape) => shape.statement === statement);
  const flows = FLOWS.filter((flow) => own.some((shape) => shape.flow === flow));
  const isByFlow = groupBy.includes('FLOW');
  if (flows.length > 1 && !isByFlow)
    throw refuse('one flow', flows, 'where: { flow: [EXPENDITURE] } or groupBy: [FLOW]');
  const namesBalances = isByFlow && (groupBy.includes('PART') || Boolean(where.part));
  const hasBalances = own.some(({ flow }) => flow === null) && (flows.length === 0 || namesBalances);
  return [...flows, ...(hasBalances ? [null] : [])].map((flow: Flow | null) => ({ statement, flow }));
}

/** The sets of columns that may be chosen from, by what each is grouped by. */
function columnSetsOf({ groupBy, where }: SumQuestion, tables: readonly Table[], profile: SumProfile): ColumnSet[] {
  const isUsual = (stage: Stage): boolean =>
    Boolean(where.stage) || groupBy.includes('STAGE') || stage !== 'REVISED_BUDGET';
  return profile.columnSets.filter(
    ({ statement, flow, stage }) =>
      isUsual(stage) && tables.some((table) => table.statement === statement && table.flow === flow),
  );
}

/** The columns of one report between which one has to be chosen: those of one fund, or part, where it is grouped by. */
function choicesOf({ groupBy }: SumQuestion, { columns }: ColumnSet): SumColumn[][] {
  const keyOf = ({ fund, part }: SumColumn): string =>
    [groupBy.includes('FUND') && fund, groupBy.includes('PART') && part].join(' ');
  return [...groupRows(columns, keyOf).values()];
}

/** Where the filter picks columns, or no report's table has a widest one, there must be one; an odd report among others is merely unlike. */
function checkColumns(question: SumQuestion, sets: readonly ColumnSet[]): void {
  const { fund, part, column } = question.where;
  for (const own of groupRows(sets, ({ statement, flow }) => `${statement} ${flow}`).values()) {
    const unclear = own.flatMap((set) =>
      choicesOf(question, set)
        .filter((columns) => !findWidest(columns))
        .slice(0, 1),
    );
    const [first] = unclear;
    if (first && (fund ?? part ?? column ?? unclear.length === own.length)) throw refuseColumns(first);
  }
}

function refuseColumns(columns: readonly SumColumn[]): AppError {
  const widest = columns.filter((own) => columns.every((other) => other === own || !holds(other, own)));
  const named = widest.map(({ fund, part, column }) =>
    [fund, part, column === null ? null : `column ${column}`].filter((own) => own !== null).join(' '),
  );
  const funds = FUNDS.filter((fund) => widest.some((own) => own.fund === fund));
  const parts = PARTS.filter((part) => widest.some((own) => own.part === part));
  const instead =
    parts.length > 1
      ? `where: { part: [${parts[0]}] } or groupBy: [PART]`
      : funds.length > 1
        ? `where: { fund: [${funds[0]}] } or groupBy: [FUND]`
        : `where: { column: { eq: ${widest[0]?.column} } }`;
  return refuse('one column', named, instead, 'and none holds the others');
}

/** Stages that are asked for must be of different departments or years. */
function checkStages({ where, groupBy }: SumQuestion, statements: readonly Statement[], profile: SumProfile): void {
  if (!where.stage || groupBy.includes('STAGE')) return;
  const sets = stageSetsOf(statements, groupBy.includes('STATEMENT'), profile);
  const both = sets.find((stages) => stages.length > 1);
  if (!both) return;
  const instead = `where: { stage: [${both.at(-1)}] } or groupBy: [STAGE]`;
  throw refuse('one stage of a department and year', both, instead);
}

function stageSetsOf(statements: readonly Statement[], isApart: boolean, { stageSets }: SumProfile): Stage[][] {
  const tables = isApart ? statements.map((statement) => [statement]) : [statements];
  return stageSets.flatMap((set) =>
    tables.map((own) =>
      STAGES.filter((stage) => set.some((cell) => cell.stage === stage && own.includes(cell.statement))),
    ),
  );
}

/** Reports that are named by their ids may be about the same; those of different units are not. */
function checkReports({ reportSets }: SumProfile): void {
  for (const set of reportSets)
    for (const reports of groupRows(set, ({ kind }) => kind).values()) {
      const scopes = new Set(reports.map(({ unitScope }) => unitScope));
      if (reports.length === 1 || (scopes.size === reports.length && !scopes.has('DEPARTMENT'))) continue;
      const sentence = `expected one report of a department, year and kind, got ${reports.length} that are about the same; ask one of them`;
      throw new AppError('BAD_USER_INPUT', sentence, { unitScopes: [...scopes] });
    }
}

/** Whether rows of different groups have money in common, or can't be added at all. */
function overlaps(
  question: SumQuestion,
  tables: readonly Table[],
  sets: readonly ColumnSet[],
  profile: SumProfile,
): boolean {
  const statements = [...new Set(tables.map(({ statement }) => statement))];
  const isHeld = (set: ColumnSet): boolean => {
    const chosen = choicesOf(question, set).flatMap((columns) => findWidest(columns) ?? columns.slice(0, 1));
    return chosen.some((own) => chosen.some((other) => other !== own && holds(own, other)));
  };
  return (
    !areDisjoint(statements) ||
    tables.length > statements.length ||
    spansStages(question, statements, profile) ||
    sets.some(isHeld)
  );
}

/** Whether figures of one department and year are of several stages, each in rows of its own. */
function spansStages(
  { where, groupBy }: SumQuestion,
  statements: readonly Statement[],
  { stageSets }: SumProfile,
): boolean {
  const takesAll = Boolean(where.stage) || groupBy.includes('STAGE');
  if (!takesAll && !groupBy.includes('STATEMENT')) return false;
  return stageSets.some((set) => {
    const taken = statements.flatMap((statement) => {
      const own = set.filter((cell) => cell.statement === statement).map(({ stage }) => stage);
      return takesAll ? own : (TAKEN_FIRST.find((stage) => own.includes(stage)) ?? []);
    });
    return new Set(taken).size > 1;
  });
}

/** Of the stages of a statement the first that there is. */
const TAKEN_FIRST: readonly Stage[] = ['OUTTURN', 'ORIGINAL_BUDGET'];

/** What names the level is no filter of its rows. */
function splitFilter(
  where: LineItemFilter,
  rows: SumRows,
  shapes: readonly RowShape[],
): Pick<SumPlan, 'cells' | 'rowFilter'> {
  const { unitName, classification, accountCode, level: _, label, amount, leaf, ...cells } = where;
  const isWholeLevel = rows.of === 'LEVEL' && shapes.some(({ level }) => level !== null);
  const own: LineItemFilter = {
    ...{ unitName, accountCode, label, amount },
    classification: isWholeLevel ? null : classification,
    leaf: rows.of === 'LEAVES' && leaf === true ? null : leaf,
  };
  const isGiven = Object.values(own).some((field) => field !== null && field !== undefined);
  return { cells, rowFilter: isGiven ? own : null };
}

function refuse(expected: string, fits: readonly string[], instead: string, why = ''): AppError {
  const fit = `${fits.join(', ')} ${fits.length === 2 ? 'both' : 'all'} fit${why && ` ${why}`}`;
  return new AppError('BAD_USER_INPUT', `expected ${expected}: ${fit}; ask ${instead}`, { fits });
}
