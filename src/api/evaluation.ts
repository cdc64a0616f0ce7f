import { Field, ObjectType } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { Printed } from './printed.js';

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
