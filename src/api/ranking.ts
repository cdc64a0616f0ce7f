import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type * as app from '../app/rank-figures.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { readDemand } from './demand.js';
import { CompareInput } from './compare-input.js';
import { ComparisonCell } from './comparison.js';
import { PageArgs, PageInfo, pageInfoOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Coverage, coverageOfCells } from './coverage.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { Release } from './release.js';
import { Warning } from './value.js';

@ObjectType({ simpleResolvers: true, description: 'Figures of one metric, sorted.' })
export class Ranking implements Pick<app.RankedFigures, 'totalCount' | 'verdict' | 'warnings'> {
  @Field(() => Int, { description: 'How many cells the ranking has: those with the figure, at least `atLeast`.' })
  totalCount!: number;
  @Field(() => enums.Verdict, { description: 'Of all that is compared, as in `compare`, not of this page alone.' })
  verdict!: lists.Verdict;
  @Field(() => [Warning], { description: 'Each reason once.' })
  warnings!: Warning[];
}

@ArgsType()
class RankArgs extends PageArgs {
  @Field(() => enums.RankBy, {
    nullable: true,
    defaultValue: 'VALUE',
    description: 'DIFFERENCE and RATIO are against the baseline; default: the previous year.',
  })
  by?: lists.RankBy | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'The greatest first; else the smallest. `rank` is 1 for the first.',
  })
  descending?: boolean | null;
  @Field(() => Decimal, {
    nullable: true,
    description:
      'Leaves out lesser figures: amounts in 万元 whatever `unit`, a RATIO as a fraction of one, else in the unit of the cells.',
  })
  atLeast?: string | null;
}

@Resolver(() => Ranking)
export class RankingResolver {
  @Query(() => Ranking, {
    nullable: true,
    description:
      'The cells of one metric that have a value, sorted; `rank` is in this order, ties share one. Equal figures are in the order of division, department, year and stage.',
  })
  async rank(
    @Arg('input', () => CompareInput, { description: 'The question, of exactly one metric.' }) input: CompareInput,
    @Args(() => RankArgs) args: RankArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<app.RankedFigures> {
    const { by, descending, atLeast } = args;
    const ranking = { by: by ?? 'VALUE', descending: descending ?? true, atLeast: atLeast ?? null };
    const ranked = await context.rank(input, ranking, pageOf(args), readDemand(info));
    context.hints.push(...ranked.hints);
    return ranked;
  }

  @FieldResolver(() => [ComparisonCell], { description: 'A page of the ranking.' })
  nodes(@Root() { page }: app.RankedFigures): object[] {
    return page.edges.map(({ node }) => node);
  }

  @FieldResolver(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo(@Root() { page }: app.RankedFigures): PageInfo {
    return pageInfoOf(page);
  }

  @FieldResolver(() => Coverage, { description: 'What there is of the districts and years compared.' })
  coverage(@Root() { cells }: app.RankedFigures, @Ctx() context: Context): Promise<object> {
    return coverageOfCells(cells, context);
  }

  @FieldResolver(() => Release, { description: 'What it was computed from.' })
  release(@Ctx() context: Context): Promise<records.Release> {
    return context.release();
  }
}
