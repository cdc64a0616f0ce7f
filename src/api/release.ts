import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
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
    return id == null ? context.release() : ((await context.loaders.releases.byId(id)) ?? null);
  }

  @FieldResolver(() => String, { description: 'When it came about in this store, ISO 8601 in UTC.' })
  createdAt(@Root() { createdAt }: records.Release): string {
    return createdAt.toISOString();
  }
}
