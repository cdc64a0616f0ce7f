import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { findMissingStatements } from '../domain/usual-statements.js';
import type { Context } from './context.js';
import * as enums from './enums.js';
import { Source } from './printed.js';
import { Report } from './report.js';

@ObjectType({
  simpleResolvers: true,
  description: 'Something that was seen and could not be read, or only after settling a contradiction.',
})
export class Issue implements Pick<records.StoredIssue, 'message'> {
  @Field(() => String, { description: 'What was expected and what came.' })
  message!: string;
  @Field(() => Source, { description: 'Where it stands.' })
  source!: Source;
}

@ObjectType({ simpleResolvers: true, description: 'A statement that the report lacks.' })
export class MissingStatement {
  @Field(() => enums.Statement, { description: 'Which one.' })
  statement!: lists.Statement;
  @Field(() => enums.MissingReason, {
    description:
      'NOT_IN_TEMPLATE: reports of that year had it only in places; NOT_PRINTED; UNREADABLE: an issue stands there.',
  })
  reason!: lists.MissingReason;
}

@Resolver(() => Report)
export class IssuesOfReport {
  @FieldResolver(() => [Issue], { description: 'What was seen and could not be read, in the order of the document.' })
  issues(@Root() { id }: records.StoredReport, @Ctx() { loaders }: Context): Promise<readonly records.StoredIssue[]> {
    return loaders.issues.byReport.load(id);
  }

  @FieldResolver(() => [MissingStatement], {
    description: 'Of the statements that reports of its kind and year usually have.',
  })
  async missingStatements(
    @Root() report: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<MissingStatement[]> {
    return findMissingStatements(report, await loaders.issues.byReport.load(report.id));
  }
}
