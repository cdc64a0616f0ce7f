import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as filters from '../domain/filters.js';
import { formatFen } from '../domain/money.js';
import type * as records from '../domain/records.js';
import { Account } from './account.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import { readRowFields } from './demand.js';
import { Department } from './department.js';
import * as enums from './enums.js';
import { LineItemFilter } from './filters.js';
import { FiscalYear } from './fiscal-year.js';
import type { Soon } from './loaders/found.js';
import type { LineItemArgs } from './loaders/line-items.js';
import { Printed } from './printed.js';
import { Report } from './report.js';

@ObjectType({ simpleResolvers: true, implements: Printed, description: 'One printed figure of a statement.' })
export class LineItem
  extends Printed
  implements
    Omit<records.StoredLineItem, 'departmentId' | 'reportId' | 'accountId' | 'year' | 'side' | 'amount' | 'source'>
{
  @Field(() => enums.Statement, { description: 'The statement that it stands in.' })
  statement!: lists.Statement;
  @Field(() => enums.Flow, {
    nullable: true,
    description: 'Of a table with two sides the side, else of the column; null for balance columns.',
  })
  flow!: lists.Flow | null;
  @Field(() => enums.Stage, { description: 'The stage that the figure states.' })
  stage!: lists.Stage;
  @Field(() => enums.Fund, {
    nullable: true,
    description: "The column's fund, else the table's; null: the head names none.",
  })
  fund!: lists.Fund | null;
  @Field(() => enums.Part, {
    nullable: true,
    description: "The column's part, else the table's; null: the head names none.",
  })
  part!: lists.Part | null;
  @Field(() => Int, {
    description:
      'One-sided tables: 栏次 as printed, else the place among the money columns from 1. Two sides or lanes: the place on each from 1. 三公 of final accounts: 1–6 budget, 7–12 outturn.',
  })
  column!: number;
  @Field(() => String, { description: 'The heads above the cell from top to bottom, joined by a blank.' })
  columnLabel!: string;
  @Field(() => String, { description: "The row's name as printed, rejoined where the page broke it." })
  label!: string;
  @Field(() => Boolean, { description: 'Whether the page tore the name: it is given as read.' })
  labelUncertain!: boolean;
  @Field(() => Boolean, { description: 'Whether nothing is printed below it in its table.' })
  leaf!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The unit (本级, 政务服务中心 …) in tables by unit; null for all units.',
  })
  unitName!: string | null;
}

export const LineItemConnection = connectionOf<records.StoredLineItem>('LineItem', () => LineItem);

@ArgsType()
class LineItemsArgs extends PageArgs {
  @Field(() => LineItemFilter, { nullable: true, description: 'Which ones; default: all of current reports.' })
  where?: LineItemFilter | null;
  @Field(() => enums.LineItemOrder, {
    nullable: true,
    defaultValue: 'PRINTED',
    description: 'By report and as printed, or by amount.',
  })
  orderBy?: filters.LineItemOrder | null;
}

/** Fields of the type that are made of one of another name. */
const MADE_OF: Readonly<Record<string, keyof records.StoredLineItem>> = {
  account: 'accountId',
  department: 'departmentId',
  fiscalYear: 'year',
  report: 'reportId',
};

function settle({ where, orderBy }: LineItemsArgs, info: GraphQLResolveInfo): LineItemArgs {
  const fields = readRowFields(info).map((name) => MADE_OF[name] ?? (name as keyof records.StoredLineItem));
  return { where: where ?? null, orderBy: orderBy ?? 'PRINTED', fields: [...new Set(fields)].sort() };
}

@Resolver(() => LineItem)
export class LineItemResolver {
  @Query(() => LineItemConnection, {
    description: 'Printed figures of statements. Sums take one statement, one column, one level.',
  })
  lineItems(
    @Args(() => LineItemsArgs) args: LineItemsArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return new LineItemConnection(loaders.lineItems.list(settle(args, info), pageOf(args)));
  }

  @FieldResolver(() => Department, { description: 'Whose figure it is.' })
  department(@Root() { departmentId }: records.StoredLineItem, @Ctx() { loaders }: Context): Soon<records.Department> {
    return loaders.departments.of(departmentId);
  }

  @FieldResolver(() => FiscalYear, { description: 'The year that it is about.' })
  fiscalYear(@Root() { year }: records.StoredLineItem): FiscalYear {
    return { year };
  }

  @FieldResolver(() => Account, { description: 'What the row is about.' })
  account(@Root() { accountId }: records.StoredLineItem, @Ctx() { loaders }: Context): Soon<records.Account> {
    return loaders.accounts.of(accountId);
  }

  @FieldResolver(() => Decimal, {
    description: 'The exact printed amount in `unit` (万元); 0.00 is a printed zero, an empty cell is no line item.',
  })
  amount(
    @Root() { amount }: records.StoredLineItem,
    @Arg('unit', () => enums.AmountUnit, {
      nullable: true,
      defaultValue: 'WAN_YUAN',
      description: 'Unit of the amount.',
    })
    unit: lists.AmountUnit | null,
  ): string {
    return formatFen(amount.fen, unit ?? 'WAN_YUAN');
  }
}

@Resolver(() => Report)
export class LineItemsOfReport {
  @FieldResolver(() => LineItemConnection, { description: 'Its printed figures.' })
  lineItems(
    @Root() { id }: records.StoredReport,
    @Args(() => LineItemsArgs) args: LineItemsArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): object {
    return new LineItemConnection(loaders.lineItems.ofReport(id, settle(args, info), pageOf(args)));
  }
}
