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
import type * as app from '../app/follow-trend.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { MetricInput, Normalised } from './compare-input.js';
import { ComparisonCell } from './comparison.js';
import { readDemand } from './demand.js';
import type { Context } from './context.js';
import { Coverage, coverageOfCells } from './coverage.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { Release } from './release.js';
import { Warning } from './value.js';

@InputType({ description: 'One metric of exactly one district or department through the years.' })
export class TrendInput extends Normalised implements app.TrendRequest {
  @Field(() => MetricInput, { description: 'What is measured.' })
  metric!: MetricInput;
  @Field(() => ID, { nullable: true, description: 'Division code: the sum over its departments.' })
  district?: string | null;
  @Field(() => ID, { nullable: true, description: 'Department id.' })
  department?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'First fiscal year; default: the first that a report states, or that its text tells of.',
  })
  from?: number | null;
  @Field(() => Int, { nullable: true, description: 'Last fiscal year; default: the last with a report.' })
  to?: number | null;
  @Field(() => enums.Stage, {
    nullable: true,
    description: 'Default: for each year the outturn where there is one, else the original budget.',
  })
  stage?: lists.Stage | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One year of a trend; a year without a value stays, with the reason in its cell.',
})
export class TrendPoint {
  @Field(() => ComparisonCell, {
    description: 'The figure, held against the year before: a gap there is a missing baseline.',
  })
  cell!: ComparisonCell;
  @Field(() => [Warning], {
    description: 'Why the figure may not follow the last one before it, or only with care: a break of the series.',
  })
  breaks!: Warning[];
}

@ObjectType({ simpleResolvers: true, description: 'One metric of one body through the years.' })
export class Trend implements Pick<app.TrendAnswer, 'compoundGrowth' | 'growthMissing' | 'verdict' | 'warnings'> {
  @Field(() => [TrendPoint], { description: 'Every year of the span, rising.' })
  points!: TrendPoint[];
  @Field(() => Decimal, {
    nullable: true,
    description:
      'Yearly growth from the first to the last figure, compounded, a RATIO; only where the series is one body or sum throughout and no break makes it NOT_COMPARABLE.',
  })
  compoundGrowth!: string | null;
  @Field(() => enums.MissingReason, {
    nullable: true,
    description:
      'Why there is none. NOT_COVERED: fewer than two figures; NOT_APPLICABLE: not one body, a break, or figures not above zero; ZERO_BASE: the first is zero.',
  })
  growthMissing!: lists.MissingReason | null;
  @Field(() => enums.Verdict, { description: 'The worst of all pairs of years.' })
  verdict!: lists.Verdict;
  @Field(() => [Warning], { description: 'Each reason once.' })
  warnings!: Warning[];
}

@Resolver(() => Trend)
export class TrendResolver {
  @Query(() => Trend, {
    nullable: true,
    description:
      'One metric of one district or department through the years: gaps stay gaps, breaks are marked, growth is compounded where it is one series.',
  })
  async trend(
    @Arg('input', () => TrendInput, { description: 'The question.' }) input: TrendInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<app.TrendAnswer> {
    const trend = await context.trend(input, readDemand(info));
    context.hints.push(...trend.hints);
    return trend;
  }

  @FieldResolver(() => Coverage, { description: 'What there is of the district and years.' })
  coverage(@Root() { points }: app.TrendAnswer, @Ctx() context: Context): Promise<object> {
    return coverageOfCells(
      points.map(({ cell }) => cell),
      context,
    );
  }

  @FieldResolver(() => Release, { description: 'What it was computed from.' })
  release(@Ctx() context: Context): Promise<records.Release> {
    return context.release();
  }
}
