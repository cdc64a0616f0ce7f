import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';

@ObjectType({ description: 'What the answers were computed from. The id changes exactly when the stored data change.' })
export class Release implements Pick<records.Release, 'id' | 'reports' | 'lineItems'> {
  @Field(() => ID, { description: 'A digest of what is stored; every answer names it in extensions.release.' })
  id!: string;
  @Field(() => Int, { description: 'How many reports, superseded ones included.' })
  reports!: number;
  @Field(() => Int, { description: 'How many printed figures of statements.' })
  lineItems!: number;
}

export const ReleaseConnection = connectionOf<records.Release>('Release', () => Release);

@Resolver(() => Release)
export class ReleaseResolver {
  @Query(() => Release, {
    nullable: true,
    description: 'The newest, or an earlier one that is kept; null where the id is not known.',
  })
  async release(
    @Arg('id', () => ID, { nullable: true, description: 'Default: the newest.' }) id: string | null,
    @Ctx() context: Context,
  ): Promise<records.Release | null> {
    return id == null ? context.release() : context.loaders.releases.named(id);
  }

  @Query(() => ReleaseConnection, { description: 'Releases that this store was in, the newest first.' })
  releases(@Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context): object {
    return new ReleaseConnection(loaders.releases.list(pageOf(args)));
  }

  @FieldResolver(() => String, { description: 'When it came about in this store, ISO 8601 in UTC.' })
  createdAt(@Root() { createdAt }: records.Release): string {
    return createdAt.toISOString();
  }
}
