import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { Account } from './account.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { ReportedFactFilter } from './filters.js';
import { Printed } from './printed.js';
import { Report } from './report.js';

@ObjectType({
  simpleResolvers: true,
  implements: Printed,
  description: 'A number of the narrative: what only the prose prints, or repeats.',
})
export class ReportedFact extends Printed implements Omit<records.StoredFact, 'reportId' | 'accountId' | 'source'> {
  @Field(() => enums.MetricKey, { nullable: true, description: 'The metric that it is about, where it is one.' })
  metric!: lists.MetricKey | null;
  @Field(() => String, { description: 'What the text calls it.' })
  label!: string;
  @Field(() => enums.FactKind, { description: 'What the number says.' })
  kind!: lists.FactKind;
  @Field(() => enums.FactBase, {
    nullable: true,
    description: 'What a change, rate or share is held against, as the text says.',
  })
  base!: lists.FactBase | null;
  @Field(() => enums.Stage, { nullable: true, description: 'Whether it is budget or outturn; null: neither is said.' })
  stage!: lists.Stage | null;
  @Field(() => Int, { description: 'Fiscal year that it is about.' })
  year!: number;
  @Field(() => Decimal, { description: 'As printed; its unit is `valueUnit`; a decrease is negative.' })
  value!: string;
  @Field(() => String, { description: 'As printed: 万元, %, 辆.' })
  valueUnit!: string;
}

export const ReportedFactConnection = connectionOf<records.StoredFact>('ReportedFact', () => ReportedFact);

@ArgsType()
class ReportedFactsArgs extends PageArgs {
  @Field(() => ReportedFactFilter, { nullable: true, description: 'Which ones; default: all of current reports.' })
  where?: ReportedFactFilter | null;
}

@Resolver(() => ReportedFact)
export class ReportedFactResolver {
  @Query(() => ReportedFactConnection, {
    description: 'Numbers of the narrative, one a fact: amounts, changes, rates, shares, counts.',
  })
  reportedFacts(@Args(() => ReportedFactsArgs) args: ReportedFactsArgs, @Ctx() { loaders }: Context): object {
    return new ReportedFactConnection(loaders.facts.list(args.where ?? null, pageOf(args)));
  }

  @FieldResolver(() => Account, { nullable: true, description: 'The account that it is about, where it names one.' })
  account(
    @Root() { accountId }: records.StoredFact,
    @Ctx() { loaders }: Context,
  ): Promise<records.Account | null> | null {
    return accountId === null ? null : loaders.accounts.byId.load(accountId);
  }
}

@Resolver(() => Report)
export class FactsOfReport {
  @FieldResolver(() => [ReportedFact], { description: 'Numbers of its narrative, as printed.' })
  reportedFacts(
    @Root() { id }: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.StoredFact[]> {
    return loaders.facts.byReport.load(id);
  }
}
