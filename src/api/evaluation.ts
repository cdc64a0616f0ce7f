import { Args, ArgsType, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { EvaluationFilter } from './filters.js';
import { Printed } from './printed.js';
import { Report } from './report.js';

@ObjectType({
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
