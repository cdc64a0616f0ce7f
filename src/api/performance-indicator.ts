import { Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { Evaluation } from './evaluation.js';
import { PerformanceIndicatorFilter } from './filters.js';
import { found } from './loaders/found.js';
import { Printed } from './printed.js';
import { Report } from './report.js';

@ObjectType({ simpleResolvers: true, implements: Printed, description: 'One row of a performance table.' })
export class PerformanceIndicator
  extends Printed
  implements Omit<records.StoredIndicator, 'reportId' | 'evaluationId' | 'source'>
{
  @Field(() => String, {
    nullable: true,
    description: 'First level (产出指标, 效益指标 …) as printed; null: not printed.',
  })
  level1!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Second level (数量指标, 质量指标 …) as printed; null: not printed.',
  })
  level2!: string | null;
  @Field(() => String, { nullable: true, description: 'Null: the page lost it.' })
  name!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What another text says that a lost name is; null: a name is printed, or none can be told.',
  })
  inferredName!: string | null;
  @Field(() => String, { nullable: true, description: 'Target as printed; null: not printed.' })
  target!: string | null;
  @Field(() => String, { nullable: true, description: 'What was reached, as printed; null: not printed.' })
  actual!: string | null;
  @Field(() => enums.TargetOperator, {
    nullable: true,
    description: 'What the outcome is to be to the target; null: the target is a text, or not printed.',
  })
  operator!: lists.TargetOperator | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'The number of the target, in the unit `valueUnit`; null: the target is a text, or not printed.',
  })
  targetValue!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'The number that was reached, in the unit `valueUnit`; of 90%以上 the 90. Null: no number, or one of another unit than the target.',
  })
  actualValue!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Unit of both numbers as printed (%, 次); null: none is printed.',
  })
  valueUnit!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the target was met, by exact decimals: 99.9% against 100% is not met. A target in words is met or missed only where the outcome says so. Null: the texts do not tell.',
  })
  met!: boolean | null;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'A RATIO: what was reached over the target; of a target that is a ceiling (≤, <) the target over what was reached. Null: one of them is no exact number.',
  })
  completion!: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Printed weight, in points; null: not printed.' })
  weight!: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Printed score, in points; null: not printed.' })
  score!: string | null;
}

export const PerformanceIndicatorConnection = connectionOf<records.StoredIndicator>(
  'PerformanceIndicator',
  () => PerformanceIndicator,
);

@ArgsType()
class PerformanceIndicatorsArgs extends PageArgs {
  @Field(() => PerformanceIndicatorFilter, {
    nullable: true,
    description: 'Which ones; default: all of current reports.',
  })
  where?: PerformanceIndicatorFilter | null;
}

@Resolver(() => PerformanceIndicator)
export class PerformanceIndicatorResolver {
  @Query(() => PerformanceIndicatorConnection, { description: 'Rows of performance tables, by report and as printed.' })
  performanceIndicators(
    @Args(() => PerformanceIndicatorsArgs) args: PerformanceIndicatorsArgs,
    @Ctx() { loaders }: Context,
  ): object {
    return new PerformanceIndicatorConnection(loaders.indicators.list(args.where ?? null, pageOf(args)));
  }

  @FieldResolver(() => Evaluation, { description: 'The evaluation that it is part of.' })
  evaluation(
    @Root() { evaluationId }: records.StoredIndicator,
    @Ctx() { loaders }: Context,
  ): Promise<records.StoredEvaluation> {
    return found(loaders.evaluations.byId.load(evaluationId), `evaluation ${evaluationId}`);
  }
}

@Resolver(() => Evaluation)
export class IndicatorsOfEvaluation {
  @FieldResolver(() => [PerformanceIndicator], { description: 'Its rows, as printed.' })
  indicators(
    @Root() { id }: records.StoredEvaluation,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.StoredIndicator[]> {
    return loaders.indicators.byEvaluation.load(id);
  }
}

@Resolver(() => Report)
export class IndicatorsOfReport {
  @FieldResolver(() => [PerformanceIndicator], { description: 'Rows of its performance tables, as printed.' })
  performanceIndicators(
    @Root() { id }: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.StoredIndicator[]> {
    return loaders.indicators.byReport.load(id);
  }
}
