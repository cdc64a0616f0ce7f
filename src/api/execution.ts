import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type * as app from '../app/hold-against-budget.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { Account } from './account.js';
import { ComparisonCell } from './comparison.js';
import { readDemand } from './demand.js';
import type { Context } from './context.js';
import { Coverage, coverageOfCells } from './coverage.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { loadNamedAccount } from './named-account.js';
import { Release } from './release.js';
import { Value, Warning } from './value.js';

@InputType({ description: 'Budgets and outturn of exactly one district or department, by account.' })
export class ExecutionInput implements app.ExecutionRequest {
  @Field(() => ID, { nullable: true, description: 'Division code: the sum over its departments.' })
  district?: string | null;
  @Field(() => ID, { nullable: true, description: 'Department id.' })
  department?: string | null;
  @Field(() => [Int], { nullable: true, description: 'Fiscal years; default: all with a report.' })
  years?: number[] | null;
  @Field(() => enums.Classification, {
    nullable: true,
    defaultValue: 'FUNCTIONAL',
    description: 'FUNCTIONAL (all funds) or ECONOMIC (basic expenditure).',
  })
  classification?: lists.Classification | null;
  @Field(() => enums.AccountLevel, {
    nullable: true,
    description: 'Default: the lowest, ITEM of functional and GROUP of economic accounts.',
  })
  level?: lists.AccountLevel | null;
  @Field(() => [enums.Stage], {
    nullable: true,
    description:
      'The budget that the outturn is held against: the first of these that there is; default: [ORIGINAL_BUDGET, REVISED_BUDGET].',
  })
  bases?: lists.Stage[] | null;
  @Field(() => enums.AmountUnit, { nullable: true, defaultValue: 'WAN_YUAN', description: 'Unit of the amounts.' })
  unit?: lists.AmountUnit | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One account of one year, or their total: budgets beside the outturn.',
})
export class ExecutionRow {
  @Field(() => Value, { description: '年初预算数' })
  original!: Value;
  @Field(() => Value, { description: '调整预算数' })
  revised!: Value;
  @Field(() => ComparisonCell, {
    description:
      '决算数, held against the base (`baselineStage` names it): `ratio` is the rate of execution, `difference` the deviation, `changeRate` the rate of deviation.',
  })
  outturn!: ComparisonCell;
}

@ObjectType({ simpleResolvers: true, description: 'The accounts of one year, budgets beside the outturn.' })
export class ExecutionYear implements Omit<app.ExecutedYear, 'total' | 'items'> {
  @Field(() => Int, { description: 'Fiscal year.' })
  year!: number;
  @Field(() => ExecutionRow, { description: 'The total that the accounts are part of.' })
  total!: ExecutionRow;
  @Field(() => [ExecutionRow], { description: 'The accounts that a report of this year prints or states, by code.' })
  items!: ExecutionRow[];
  @Field(() => Decimal, {
    nullable: true,
    description:
      'PEFA 2016, PI-2: the deviations of the outturns from the budgets scaled to the same total, added without their signs, over that total; a RATIO. Over the accounts with both sides, the twenty greatest by themselves and the rest as one.',
  })
  compositionVariance!: string | null;
  @Field(() => enums.MissingReason, {
    nullable: true,
    description:
      'Why there is none. NO_DENOMINATOR: no budget of any account; NOT_APPLICABLE: fewer than two accounts with both sides.',
  })
  varianceMissing!: lists.MissingReason | null;
  @Field(() => enums.Stage, { nullable: true, description: 'The budget that the variance is taken on.' })
  varianceBase!: lists.Stage | null;
  @Field(() => Int, { description: 'Accounts with both sides, of that budget.' })
  varianceItems!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Budgets beside the outturn of one body.' })
export class Execution implements Pick<app.ExecutionAnswer, 'verdict' | 'warnings'> {
  @Field(() => [ExecutionYear], { description: 'By year, as asked for.' })
  years!: ExecutionYear[];
  @Field(() => enums.Verdict, {
    description: 'The worst of the pairs of an outturn and its budget; without any year: NOT_COMPARABLE.',
  })
  verdict!: lists.Verdict;
  @Field(() => [Warning], { description: 'Each reason once.' })
  warnings!: Warning[];
}

@Resolver(() => Execution)
export class ExecutionResolver {
  @Query(() => Execution, {
    nullable: true,
    description:
      'Original and revised budget beside the outturn of one district or department by account, with the rate of execution and the deviation on the named base, and the variance of the composition.',
  })
  async execution(
    @Arg('input', () => ExecutionInput, { description: 'The question.' }) input: ExecutionInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<app.ExecutionAnswer> {
    const execution = await context.execution(input, readDemand(info));
    context.hints.push(...execution.hints);
    return execution;
  }

  @FieldResolver(() => Coverage, { description: 'What there is of the district and years.' })
  coverage(@Root() { cells }: app.ExecutionAnswer, @Ctx() context: Context): Promise<object> {
    return coverageOfCells(cells, context);
  }

  @FieldResolver(() => Release, { description: 'What it was computed from.' })
  release(@Ctx() context: Context): Promise<records.Release> {
    return context.release();
  }
}

@Resolver(() => ExecutionRow)
export class ExecutionRowResolver {
  @FieldResolver(() => Account, { nullable: true, description: 'With its name in that year; null: the total.' })
  account(@Root() { account }: app.ExecutedRow, @Ctx() context: Context): Promise<records.Account> | null {
    return account && loadNamedAccount(account, context);
  }
}
