import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';

@ObjectType({
  simpleResolvers: true,
  description: 'What the answers were computed from. The id changes exactly when the stored data change.',
})
export class Release implements Pick<records.Release, 'id' | 'reports' | 'lineItems' | 'kept'> {
  @Field(() => ID, { description: 'A digest of what is stored; every answer names it in extensions.release.' })
  id!: string;
  @Field(() => Int, { description: 'How many current reports.' })
  reports!: number;
  @Field(() => Int, { description: 'How many printed figures of their statements.' })
  lineItems!: number;
  @Field(() => Boolean, {
    description:
      'Whether requests can be pinned to it (header `release`): until a newer reader reads one of its reports otherwise, or a document is found to be about something else.',
  })
  kept!: boolean;
}

export const ReleaseConnection = connectionOf<records.Release>('Release', () => Release);

@Resolver(() => Release)
export class ReleaseResolver {
  @Query(() => Release, {
    nullable: true,
    description:
      'The newest (of a pinned request the one it is pinned to), or an earlier one; null where the id is not known.',
  })
  async release(
    @Arg('id', () => ID, { nullable: true, description: 'Default: the one that the request reads.' }) id: string | null,
    @Ctx() context: Context,
  ): Promise<records.Release | null> {
    return id == null ? context.release() : context.loaders.releases.named(id);
  }

  @Query(() => ReleaseConnection, {
    description: 'Releases that this store was in, the newest first; of a pinned request up to its own.',
  })
  releases(@Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context): object {
    return new ReleaseConnection(loaders.releases.list(pageOf(args)));
  }

  @FieldResolver(() => String, { description: 'When it came about in this store, ISO 8601 in UTC.' })
  createdAt(@Root() { createdAt }: records.Release): string {
    return createdAt.toISOString();
  }
}
