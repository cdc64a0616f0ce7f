import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import * as enums from './enums.js';
import { AccountFilter } from './filters.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What a row is about. A code means something only together with its edition.',
})
export class Account implements Pick<
  records.Account,
  'id' | 'classification' | 'code' | 'name' | 'level' | 'edition' | 'lastYear'
> {
  @Field(() => ID, { description: 'Opaque; the same on every store.' })
  id!: string;
  @Field(() => enums.Classification, { description: 'The list that it belongs to.' })
  classification!: lists.Classification;
  @Field(() => String, {
    nullable: true,
    description:
      'Null for BALANCE rows and revenue lines; the 类 rows of a summary print none and are resolved by name.',
  })
  code!: string | null;
  @Field(() => String, { description: 'Of the official list; as printed where there is none.' })
  name!: string;
  @Field(() => [String], { description: 'Other spellings met in print.' })
  variants!: string[];
  @Field(() => enums.AccountLevel, {
    nullable: true,
    description: '类, 款 or 项 by the digits of the code; null without code.',
  })
  level!: lists.AccountLevel | null;
  @Field(() => Int, {
    description:
      'First fiscal year in which the code has this meaning; 2007 where no change is known, and for REVENUE and BALANCE.',
  })
  edition!: number;
  @Field(() => Int, { nullable: true, description: 'Last fiscal year of this meaning; null: still.' })
  lastYear!: number | null;
}

export const AccountConnection = connectionOf<records.Account>('Account', () => Account);

@ArgsType()
class AccountsArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true, description: 'Which ones; default: all.' })
  where?: AccountFilter | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The beginning of a code, or part of a name: official, former, or as met in print; in characters, pinyin (xingzhengyunxing) or its initials (xzyx). Blanks and width do not matter; empty: all.',
  })
  search?: string | null;
}

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnection, {
    description: 'Search by code, Chinese name, former name, alias or pinyin; by classification, code and edition.',
  })
  accounts(@Args(() => AccountsArgs) args: AccountsArgs, @Ctx() { loaders }: Context): object {
    return new AccountConnection(loaders.accounts.list(args.where ?? null, args.search ?? null, pageOf(args)));
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: 'One level up; null for a 类 and where nothing is above.',
  })
  async parent(@Root() { parentId }: records.Account, @Ctx() { loaders }: Context): Promise<records.Account | null> {
    return parentId === null ? null : loaders.accounts.byId.load(parentId);
  }

  @FieldResolver(() => [Account], { description: 'One level down, by code.' })
  children(@Root() { id }: records.Account, @Ctx() { loaders }: Context): Promise<readonly records.Account[]> {
    return loaders.accounts.children.load(id);
  }
}
