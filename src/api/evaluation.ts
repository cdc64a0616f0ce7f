import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import { formatFen } from '../domain/money.js';
import { amountOf, rateExecution } from '../domain/performance-rates.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { EvaluationFilter } from './filters.js';
import { Printed } from './printed.js';
import { Report } from './report.js';

@ObjectType({
  simpleResolvers: true,
  implements: Printed,
  description: 'A self-assessment of a department, a project or a task, or goals not assessed yet.',
})
export class Evaluation
  extends Printed
  implements Pick<records.StoredEvaluation, 'scope' | 'name' | 'evaluator' | 'weight' | 'score'>
{
  @Field(() => enums.EvaluationScope, { description: 'What it is about.' })
  scope!: lists.EvaluationScope;
  @Field(() => String, {
    nullable: true,
    description: 'Of the project or task; null for a department, or where the page lost it.',
  })
  name!: string | null;
  @Field(() => enums.Evaluator, { nullable: true, description: 'Null: goals, not assessed.' })
  evaluator!: lists.Evaluator | null;
  @Field(() => Decimal, { nullable: true, description: 'Printed total weight, in points; null: not printed.' })
  weight!: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Printed total score, in points; null: not printed.' })
  score!: string | null;
}

export const EvaluationConnection = connectionOf<records.StoredEvaluation>('Evaluation', () => Evaluation);

@ArgsType()
class EvaluationsArgs extends PageArgs {
  @Field(() => EvaluationFilter, { nullable: true, description: 'Which ones; default: all of current reports.' })
  where?: EvaluationFilter | null;
}

@Resolver(() => Evaluation)
export class EvaluationResolver {
  @Query(() => EvaluationConnection, {
    description:
      'Self-assessments of a department, a project or a task, and goals not assessed yet, by report and as printed.',
  })
  evaluations(@Args(() => EvaluationsArgs) args: EvaluationsArgs, @Ctx() { loaders }: Context): object {
    return new EvaluationConnection(loaders.evaluations.list(args.where ?? null, pageOf(args)));
  }
}

@Resolver(() => Evaluation)
export class MoneyOfEvaluation {
  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'Its budget or its spending as its own text or table prints it, exact, in `unit`; null: not printed.',
  })
  amount(
    @Root() evaluation: records.StoredEvaluation,
    @Arg('stage', () => enums.Stage, { description: 'Which budget, or the spending (OUTTURN).' }) stage: lists.Stage,
    @Arg('unit', () => enums.AmountUnit, {
      nullable: true,
      defaultValue: 'WAN_YUAN',
      description: 'Unit of the amount.',
    })
    unit: lists.AmountUnit | null,
  ): string | null {
    const fen = amountOf(evaluation, stage);
    return fen === null ? null : formatFen(fen, unit ?? 'WAN_YUAN');
  }

  @FieldResolver(() => Decimal, {
    nullable: true,
    description: 'Its spending over a budget, a RATIO; null: one of them is not printed, or the budget is zero.',
  })
  execution(
    @Root() evaluation: records.StoredEvaluation,
    @Arg('base', () => enums.Stage, {
      nullable: true,
      description: 'The budget; default: the one that the text holds the spending against.',
    })
    base: lists.Stage | null,
  ): string | null {
    return rateExecution(evaluation, base ?? undefined);
  }
}

@Resolver(() => Report)
export class EvaluationsOfReport {
  @FieldResolver(() => [Evaluation], { description: 'What it says of goals and how they were met, as printed.' })
  evaluations(
    @Root() { id }: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.StoredEvaluation[]> {
    return loaders.evaluations.byReport.load(id);
  }
}
