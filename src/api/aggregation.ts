import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as app from '../app/aggregate-figures.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { Account } from './account.js';
import { PageArgs, PageInfo, pageInfoOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Coverage } from './coverage.js';
import { Decimal } from './decimal.js';
import { Department } from './department.js';
import { District } from './district.js';
import * as enums from './enums.js';
import type { Soon } from './loaders/found.js';
import { DecimalFilter, LineItemFilter } from './filters.js';
import { Release } from './release.js';
import { Warning } from './value.js';

const grouped = (description: string): { nullable: true; description: string } => ({
  nullable: true,
  description: `${description}; null where not grouped by it.`,
});

@ObjectType({ simpleResolvers: true, description: 'A sum; what it is not grouped by is null.' })
export class AggregationRow implements Omit<app.SummedRow, 'districtCode' | 'departmentId' | 'accountId'> {
  @Field(() => Int, grouped('Fiscal year'))
  year!: number | null;
  @Field(() => enums.Stage, grouped('Stage of the figures'))
  stage!: lists.Stage | null;
  @Field(() => enums.Statement, grouped('The statement that the figures stand in'))
  statement!: lists.Statement | null;
  @Field(() => String, grouped("The rows' name as printed, null in a residual row"))
  label!: string | null;
  @Field(() => enums.Flow, grouped('Which way the money goes, null for balances'))
  flow!: lists.Flow | null;
  @Field(() => enums.Fund, grouped("The columns' fund, null where their heads name none"))
  fund!: lists.Fund | null;
  @Field(() => enums.Part, grouped("The columns' part, null where their heads name none"))
  part!: lists.Part | null;
  @Field(() => String, grouped('The unit as printed, null for the rest of the report'))
  unitName!: string | null;
  @Field(() => Decimal, { description: 'The exact sum in `unit` (万元).' })
  sum!: string;
  @Field(() => Int, { description: 'Line items added; in a residual row the printed wholes that have a rest.' })
  count!: number;
  @Field(() => Decimal, {
    nullable: true,
    description:
      "RATIO of the printed totals of the row's own reports, without those that have no such row; null where one of them prints no total, or they are zero.",
  })
  share!: string | null;
  @Field(() => Boolean, {
    description: 'true: what the account (none: the report, or its unit) prints beyond the rows of the level below it.',
  })
  residual!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Sums, and the printed totals (合计) of the same reports, statements and columns: the rows of a level add up to it, residual rows included.',
})
export class Aggregation implements Pick<app.SummedFigures, 'totalCount' | 'total' | 'verdict' | 'warnings'> {
  @Field(() => Int, { description: 'How many rows there are, residual rows included.' })
  totalCount!: number;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'The printed totals in `unit` (万元), whatever `having`; null where a report prints none, where rows overlap (grouped by statement, flow, stage, fund or part) and where there is no row.',
  })
  total!: string | null;
  @Field(() => enums.Verdict, {
    description:
      'Whether what is added together is alike, in all rows, not on this page alone. Without any row: NOT_COMPARABLE.',
  })
  verdict!: lists.Verdict;
  @Field(() => [Warning], { description: 'What is added and is not alike, each reason once.' })
  warnings!: Warning[];
}

@ArgsType()
class AggregateArgs extends PageArgs {
  @Field(() => LineItemFilter, { description: 'Which line items; what it leaves must not overlap.' })
  where!: LineItemFilter;
  @Field(() => [enums.Dimension], {
    description:
      'What the rows are told apart by; [] is one row (and its residual row), a dimension given twice counts once.',
  })
  groupBy!: lists.Dimension[];
  @Field(() => enums.AccountLevel, {
    nullable: true,
    description:
      'Of the rows that are added; default: that of the filter, else the printed totals (by LABEL: the leaves, by UNIT: the units).',
  })
  level?: lists.AccountLevel | null;
  @Field(() => enums.AmountUnit, { nullable: true, defaultValue: 'WAN_YUAN', description: 'Unit of the sums.' })
  unit?: lists.AmountUnit | null;
  @Field(() => DecimalFilter, { nullable: true, description: 'On the sums, in 万元 whatever `unit`; `total` stays.' })
  having?: DecimalFilter | null;
  @Field(() => enums.AggregateOrder, {
    nullable: true,
    defaultValue: 'KEYS',
    description: 'By what they are grouped by, or by the sum.',
  })
  orderBy?: lists.AggregateOrder | null;
}

@Resolver(() => Aggregation)
export class AggregationResolver {
  @Query(() => Aggregation, {
    nullable: true,
    description:
      "Sums. What overlaps is never added: one level (default: the printed totals; grouped or filtered by LABEL: the leaves; by UNIT: the units' own rows), one flow, of the columns left the widest, of a department and year one stage (as in compare), one statement or such as are disjoint (basic and project); each unless grouped by. Asking for more is refused with what to ask instead. What is merely unlike (years, stages of different reports) is added, with warnings.",
  })
  async aggregate(@Args(() => AggregateArgs) args: AggregateArgs, @Ctx() context: Context): Promise<app.SummedFigures> {
    const summed = await context.aggregate(args, pageOf(args));
    context.hints.push(...summed.hints);
    return summed;
  }

  @FieldResolver(() => [AggregationRow], { description: 'A page of the sums.' })
  nodes(@Root() { page }: app.SummedFigures): object[] {
    return page.edges.map(({ node }) => node);
  }

  @FieldResolver(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo(@Root() { page }: app.SummedFigures): PageInfo {
    return pageInfoOf(page);
  }

  @FieldResolver(() => Coverage, {
    description:
      'What there is of the districts and years that are added or asked for, within the smallest division that holds them.',
  })
  coverage(@Root() { districtCodes, years }: app.SummedFigures, @Ctx() context: Context): Promise<object> {
    return context.coverageOf(districtCodes, years);
  }

  @FieldResolver(() => Release, { description: 'What it was computed from.' })
  release(@Ctx() context: Context): Promise<records.Release> {
    return context.release();
  }
}

@Resolver(() => AggregationRow)
export class AggregationRowResolver {
  @FieldResolver(() => District, grouped('Whose departments it is the sum of'))
  district(@Root() { districtCode }: app.SummedRow, @Ctx() { loaders }: Context): Soon<records.District> | null {
    return districtCode === null ? null : loaders.districts.of(districtCode);
  }

  @FieldResolver(() => Department, grouped('Whose reports it is the sum of'))
  department(@Root() { departmentId }: app.SummedRow, @Ctx() { loaders }: Context): Soon<records.Department> | null {
    return departmentId === null ? null : loaders.departments.of(departmentId);
  }

  @FieldResolver(() => Account, grouped('What the rows are about, null in the residual row of a report or unit'))
  account(@Root() { accountId }: app.SummedRow, @Ctx() { loaders }: Context): Soon<records.Account> | null {
    return accountId === null ? null : loaders.accounts.of(accountId);
  }
}
