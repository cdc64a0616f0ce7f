import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { rateCompletion, rateScore } from '../domain/performance-rates.js';
import type * as records from '../domain/records.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import { Evaluation } from './evaluation.js';
import { Report } from './report.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'How the indicators of a report were met, over all its evaluations: one that is printed with its department and with a project counts twice.',
})
export class Performance {
  @Field(() => Int, { description: 'Indicators of which it is known whether they were met.' })
  evaluable!: number;
  @Field(() => Int, { description: 'Those of them that were met.' })
  met!: number;
  @Field(() => Decimal, { nullable: true, description: 'A RATIO, met / evaluable; null where none is evaluable.' })
  completion!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'A RATIO, Σ score / Σ weight of the indicators that print both; null where none does.',
  })
  scoreRate!: string | null;
}

@Resolver(() => Report)
export class PerformanceOfReport {
  @FieldResolver(() => Performance, { description: 'How its indicators were met.' })
  async performance(@Root() { id }: records.StoredReport, @Ctx() { loaders }: Context): Promise<Performance> {
    const indicators = await loaders.indicators.byReport.load(id);
    return { ...rateCompletion(indicators), scoreRate: rateScore(indicators) };
  }
}

@Resolver(() => Evaluation)
export class RatesOfEvaluation {
  @FieldResolver(() => Int, { description: 'Its indicators of which it is known whether they were met.' })
  async evaluable(@Root() { id }: records.StoredEvaluation, @Ctx() { loaders }: Context): Promise<number> {
    return rateCompletion(await loaders.indicators.byEvaluation.load(id)).evaluable;
  }

  @FieldResolver(() => Int, { description: 'Those of them that were met.' })
  async met(@Root() { id }: records.StoredEvaluation, @Ctx() { loaders }: Context): Promise<number> {
    return rateCompletion(await loaders.indicators.byEvaluation.load(id)).met;
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'A RATIO, met / evaluable; null where none is evaluable.',
  })
  async completion(@Root() { id }: records.StoredEvaluation, @Ctx() { loaders }: Context): Promise<string | null> {
    return rateCompletion(await loaders.indicators.byEvaluation.load(id)).completion;
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'A RATIO, Σ score / Σ weight of its indicators that print both; null where none does.',
  })
  async scoreRate(@Root() { id }: records.StoredEvaluation, @Ctx() { loaders }: Context): Promise<string | null> {
    return rateScore(await loaders.indicators.byEvaluation.load(id));
  }
}
