import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { ComparedCell } from '../app/compare-figures.js';
import type { ValueKey } from '../app/read-values.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { readDemand } from './demand.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import { Department } from './department.js';
import { District } from './district.js';
import * as enums from './enums.js';
import { found } from './loaders/found.js';
import { Printed } from './printed.js';

@ObjectType({ simpleResolvers: true, description: 'Why figures are not alike, and which.' })
export class Warning {
  @Field(() => enums.WarningCode, { description: 'The reason.' })
  code!: lists.WarningCode;
  @Field(() => enums.Verdict, {
    description: 'What it makes of the figures it names, by itself; COMPARABLE: it says why a figure is missing.',
  })
  verdict!: lists.Verdict;
  @Field(() => String, { description: 'Names the figures and says why.' })
  message!: string;
  @Field(() => String, {
    description:
      'The same in Chinese: metrics by their Chinese names, accounts by code and name; notes as they are stored.',
  })
  messageZh!: string;
}

@ObjectType({ simpleResolvers: true, description: 'One metric of one year: a number, or null with a reason.' })
export class Value implements Pick<ComparedCell, 'unit' | 'status' | 'missing' | 'stage'> {
  @Field(() => enums.Unit, { description: 'Unit of the amount.' })
  unit!: lists.Unit;
  @Field(() => enums.CellStatus, { description: 'Where it comes from.' })
  status!: lists.CellStatus;
  @Field(() => enums.MissingReason, { nullable: true, description: 'Why there is no amount; null where there is one.' })
  missing!: lists.MissingReason | null;
  @Field(() => enums.Stage, { nullable: true, description: 'The stage of the figure; null: no report at all.' })
  stage!: lists.Stage | null;
  @Field(() => [Warning], { description: 'What is to be said of it, as PARTIAL_COVERAGE of a sum.' })
  warnings!: Warning[];
}

/** What a value comes from. */
export type Source = records.StoredLineItem | records.StoredFact;

/** The printed rows of a value, in the order in which they enter it, then the numbers of the text. */
export function loadSources(
  { lineItemIds, factIds }: Pick<ComparedCell, 'lineItemIds' | 'factIds'>,
  { loaders }: Context,
): Promise<Source[]> {
  return Promise.all([
    ...lineItemIds.map((id) => found<Source>(loaders.lineItems.byId.load(id), `line item ${id}`)),
    ...factIds.map((id) => found<Source>(loaders.facts.byId.load(id), `reported fact ${id}`)),
  ]);
}

@ArgsType()
class ValueArgs {
  @Field(() => enums.MetricKey, { description: 'What is measured.' })
  metric!: lists.MetricKey;
  @Field(() => Int, { description: 'Fiscal year.' })
  year!: number;
  @Field(() => enums.Stage, {
    nullable: true,
    description: 'Default: the outturn where there is one, else the original budget.',
  })
  stage?: lists.Stage | null;
  @Field(() => enums.AmountUnit, { nullable: true, defaultValue: 'WAN_YUAN', description: 'Unit of the amount.' })
  unit?: lists.AmountUnit | null;
}

function keyOf(of: string, { metric, year, stage, unit }: ValueArgs, info: GraphQLResolveInfo): ValueKey {
  return { of, metric, year, stage: stage ?? null, unit: unit ?? 'WAN_YUAN', ...readDemand(info) };
}

@Resolver(() => Value)
export class ValueResolver {
  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The exact amount in `unit`, of printed rows (`sources`) or computed from them; null: `missing` says why.',
  })
  amount(@Root() { value }: ComparedCell): string | null {
    return value;
  }

  @FieldResolver(() => [Printed], { description: 'The printed rows and the numbers of the text that it comes from.' })
  sources(@Root() cell: ComparedCell, @Ctx() context: Context): Promise<Source[]> {
    return loadSources(cell, context);
  }
}

@Resolver(() => District)
export class ValueOfDistrict {
  @FieldResolver(() => Value, { description: "One metric of one year, summed over this division's own departments." })
  value(
    @Root() { code }: records.District,
    @Args(() => ValueArgs) args: ValueArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ComparedCell> {
    return loaders.values.ofDistrict.load(keyOf(code, args, info));
  }
}

@Resolver(() => Department)
export class ValueOfDepartment {
  @FieldResolver(() => Value, { description: 'One metric of one year.' })
  value(
    @Root() { id }: records.Department,
    @Args(() => ValueArgs) args: ValueArgs,
    @Ctx() { loaders }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ComparedCell> {
    return loaders.values.ofDepartment.load(keyOf(id, args, info));
  }
}
