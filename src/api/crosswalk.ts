import { Args, ArgsType, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as app from '../app/read-crosswalk.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { Account } from './account.js';
import type { Context } from './context.js';
import * as enums from './enums.js';
import { loadNamedAccount } from './named-account.js';

@ObjectType({ simpleResolvers: true, description: 'What an account of one year is in another.' })
export class AccountMapping implements Pick<app.NamedMapping, 'kind' | 'confidence' | 'note'> {
  @Field(() => enums.MappingKind, { description: 'What became of it.' })
  kind!: lists.MappingKind;
  @Field(() => enums.Confidence, { description: 'Of all changes on the way the weakest.' })
  confidence!: lists.Confidence;
  @Field(() => String, {
    nullable: true,
    description: 'What changed, each with the first fiscal year of the new state; null: nothing.',
  })
  note!: string | null;
}

@ArgsType()
class CrosswalkArgs implements app.CrosswalkRequest {
  @Field(() => enums.Classification, { description: 'FUNCTIONAL or ECONOMIC: the others have no codes.' })
  classification!: lists.Classification;
  @Field(() => String, { description: '3, 5 or 7 digits, as text, in the meaning that it has in `fromYear`.' })
  code!: string;
  @Field(() => Int, { description: 'Fiscal year.' })
  fromYear!: number;
  @Field(() => Int, { description: 'Fiscal year, later or earlier.' })
  toYear!: number;
}

@Resolver(() => AccountMapping)
export class CrosswalkResolver {
  @Query(() => [AccountMapping], {
    description:
      'What a code of one year is called, split into or merged with in another. REUSED joins nothing: the code means something else there. Unknown codes give an empty list.',
  })
  async crosswalk(
    @Args(() => CrosswalkArgs) args: CrosswalkArgs,
    @Ctx() context: Context,
  ): Promise<readonly app.NamedMapping[]> {
    const { mappings, hints } = await context.crosswalk(args);
    context.hints.push(...hints);
    return mappings;
  }

  @FieldResolver(() => Account, { nullable: true, description: 'With its name in `fromYear`; null: ADDED.' })
  from(@Root() { from }: app.NamedMapping, @Ctx() context: Context): Promise<records.Account> | null {
    return from && loadNamedAccount(from, context);
  }

  @FieldResolver(() => Account, { nullable: true, description: 'With its name in `toYear`; null: REMOVED.' })
  to(@Root() { to }: app.NamedMapping, @Ctx() context: Context): Promise<records.Account> | null {
    return to && loadNamedAccount(to, context);
  }
}
