import { Arg, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type * as app from '../app/compare-figures.js';
import type { CompareRequest } from '../app/compare-request.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { CompareInput } from './compare-input.js';
import { readDemand } from './demand.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import { Department } from './department.js';
import { District } from './district.js';
import * as enums from './enums.js';
import type { Soon } from './loaders/found.js';
import { readQuestion } from './coerce-input.js';
import { Printed } from './printed.js';
import { Release } from './release.js';
import { Warning, loadSources } from './value.js';
import type { Source } from './value.js';

@ObjectType({ simpleResolvers: true, description: 'One figure of a comparison: a number, or null with a reason.' })
export class ComparisonCell implements Omit<
  app.ComparedCell,
  | 'metricZh'
  | 'districtCode'
  | 'departmentId'
  | 'warnings'
  | 'lineItemIds'
  | 'factIds'
  | 'statistics'
  | 'normalise'
  | 'scale'
  | 'trace'
  | 'ranked'
  | 'baselineTrace'
> {
  @Field(() => String, { description: 'The name given, the key, or FUNCTIONAL:2010301.' })
  metric!: string;
  @Field(() => Int, { description: 'Fiscal year.' })
  year!: number;
  @Field(() => enums.Stage, { nullable: true, description: 'The stage of the figure; null: no report at all.' })
  stage!: lists.Stage | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'The figure, in `unit`: of printed rows (`sources`), or computed from them; null: `missing` says why.',
  })
  value!: string | null;
  @Field(() => enums.Unit, {
    description:
      'Of value, baseline and difference: the unit asked for; RATIO for shares and ratios, YUAN_PER_CAPITA, INDEX, COUNT, POINTS.',
  })
  unit!: lists.Unit;
  @Field(() => enums.CellStatus, { description: 'Where the value comes from.' })
  status!: lists.CellStatus;
  @Field(() => enums.MissingReason, { nullable: true, description: 'Why there is no value; null where there is one.' })
  missing!: lists.MissingReason | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'The value it is held against, in `unit`; null: none asked for, or missing.',
  })
  baseline!: string | null;
  @Field(() => enums.Stage, {
    nullable: true,
    description: 'Stage of the baseline; null: none asked for, or no report at all.',
  })
  baselineStage!: lists.Stage | null;
  @Field(() => enums.MissingReason, {
    nullable: true,
    description: 'Why there is no baseline; null where there is one, or none was asked for.',
  })
  baselineMissing!: lists.MissingReason | null;
  @Field(() => Decimal, { nullable: true, description: 'value - baseline, in `unit`; null where either is missing.' })
  difference!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'difference × 100 where the values are ratios: percentage points; else null.',
  })
  percentagePoints!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'value / baseline, a RATIO; null where either is missing or the baseline is zero.',
  })
  ratio!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'difference / baseline, a RATIO; null where either is missing or the baseline is zero.',
  })
  changeRate!: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Among the districts or departments of the same metric, year and stage, the greatest first; ties share one (1, 1, 3).',
  })
  rank!: number | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'value - median of the same peers, in `unit`; null among fewer than five values.',
  })
  distanceFromMedian!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'value - mean of the same peers, over the standard deviation of all of them, a RATIO; null among fewer than five values, or where all are equal.',
  })
  zScore!: string | null;
  @Field(() => [Warning], {
    description: 'What makes this figure unlike others of its metric, or unlike its baseline.',
  })
  warnings!: Warning[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'Figures side by side, with a verdict on whether they may be compared.',
})
export class Comparison {
  @Field(() => enums.Verdict, {
    description:
      'The worst of the pairs set side by side: cells of one metric, each cell with its baseline. Without any cell: NOT_COMPARABLE.',
  })
  verdict!: lists.Verdict;
  @Field(() => [Warning], { description: 'Each reason once, with the metrics that it concerns.' })
  warnings!: Warning[];
  @Field(() => String, {
    description: 'The question as JSON: a CompareInput with its defaults, spelled so that equal questions are equal.',
  })
  question!: string;
  @Field(() => [ComparisonCell], {
    description:
      'One a metric x district (or department) x year x stage asked for, in that order, missing ones included.',
  })
  cells!: ComparisonCell[];
}

async function answer(input: CompareRequest, context: Context, info: GraphQLResolveInfo): Promise<app.Comparison> {
  const comparison = await context.compare(input, readDemand(info));
  context.hints.push(...comparison.hints);
  return comparison;
}

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Query(() => Comparison, {
    nullable: true,
    description:
      'Districts or departments x years x stages x metrics, side by side, with a verdict on whether they may be compared.',
  })
  async compare(
    @Arg('input', () => CompareInput, { description: 'The question.' }) input: CompareInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<app.Comparison> {
    return answer(input, context, info);
  }

  @Query(() => Comparison, {
    nullable: true,
    description:
      'A comparison made earlier, by its id, computed from the release that the request reads; null where the id is not known.',
  })
  async comparison(
    @Arg('id', () => ID, { description: 'Id of a comparison.' }) id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<app.Comparison | null> {
    const question = await context.loaders.questions.named(id);
    return question === null ? null : answer(readQuestion(info.schema, question), context, info);
  }

  @FieldResolver(() => ID, {
    description: 'Of the question: the same input has the same id. Asking for it keeps the question for `comparison`.',
  })
  async id(@Root() comparison: app.Comparison, @Ctx() context: Context): Promise<string> {
    await context.keep(comparison);
    return comparison.id;
  }

  @FieldResolver(() => Release, { description: 'What it was computed from.' })
  release(@Ctx() context: Context): Promise<records.Release> {
    return context.release();
  }
}

@Resolver(() => ComparisonCell)
export class ComparisonCellResolver {
  @FieldResolver(() => District, { description: 'Whose figure it is; of a department where it is.' })
  district(@Root() { districtCode }: app.ComparedCell, @Ctx() { loaders }: Context): Soon<records.District> {
    return loaders.districts.of(districtCode);
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Null where a district is compared.' })
  department(@Root() { departmentId }: app.ComparedCell, @Ctx() { loaders }: Context): Soon<records.Department | null> {
    return departmentId === null ? null : loaders.departments.find(departmentId);
  }

  @FieldResolver(() => [Printed], {
    description:
      'The printed rows and the numbers of the text that the value comes from; of a share those of its total too.',
  })
  sources(@Root() cell: app.ComparedCell, @Ctx() context: Context): Promise<Source[]> {
    return loadSources(cell, context);
  }
}
