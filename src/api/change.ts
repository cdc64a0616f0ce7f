import { Args, Ctx, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { hintAtChanges } from '../app/change-hints.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { LineItem } from './line-item.js';
import { found } from './loaders/found.js';
import { Release } from './release.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A figure that a release has otherwise than the one before it. Figures are paired by their coordinates.',
})
export class Change {}

export const ChangeConnection = connectionOf<records.Change>('Change', () => Change);

function loadFigure(id: string | null, { loaders }: Context): Promise<records.StoredLineItem> | null {
  return id === null ? null : found(loaders.lineItems.byId.load(id), `line item ${id}`);
}

@Resolver(() => Change)
export class ChangeResolver {
  @FieldResolver(() => LineItem, { nullable: true, description: 'As it was before; null: a new figure.' })
  before(@Root() { beforeId }: records.Change, @Ctx() context: Context): Promise<records.StoredLineItem> | null {
    return loadFigure(beforeId, context);
  }

  @FieldResolver(() => LineItem, { nullable: true, description: 'As it is in this release; null: a withdrawn one.' })
  after(@Root() { afterId }: records.Change, @Ctx() context: Context): Promise<records.StoredLineItem> | null {
    return loadFigure(afterId, context);
  }
}

@Resolver(() => Release)
export class ChangesOfRelease {
  @FieldResolver(() => ChangeConnection, {
    description:
      'Figures that differ from the release before, as printed: of the reports that came with it, beside those that they superseded. What a newer reader read otherwise is not among them: a hint says so where that may be.',
  })
  changes(@Root() release: records.Release, @Args(() => PageArgs) args: PageArgs, @Ctx() context: Context): object {
    context.hints.push(...hintAtChanges(release));
    return new ChangeConnection(context.loaders.releases.changes(release, pageOf(args)));
  }
}
