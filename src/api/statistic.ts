import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as app from '../app/compare-figures.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import type * as domain from '../domain/statistics.js';
import { ComparisonCell } from './comparison.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import { District } from './district.js';
import * as enums from './enums.js';
import type { Soon } from './loaders/found.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A figure to normalise by: it comes with the program, or was loaded with the command load-statistics.',
})
export class Statistic implements Omit<domain.Statistic, 'districtCode'> {
  @Field(() => enums.StatisticKind, { description: 'What it is a figure of; it says the unit.' })
  kind!: lists.StatisticKind;
  @Field(() => Int, { description: 'Calendar year, at the end of which a population is counted.' })
  year!: number;
  @Field(() => Decimal, {
    description: 'Exact, as published; the unit is 万人 (10,000 persons) of a population, 2015 = 100 of a deflator.',
  })
  value!: string;
  @Field(() => String, {
    description:
      'When it was published, year and month where known, and as what; of two the greater text is the newer. Figures of different vintages are not alike: those of 2015–2019 were revised after the census of 2020.',
  })
  vintage!: string;
  @Field(() => String, { description: 'Where it is from, and how sure it is.' })
  source!: string;
}

@ArgsType()
class StatisticsArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Division code: the figures of this district alone; default: those of all, and of the country.',
  })
  district!: string | null;
  @Field(() => [Int], { nullable: true, description: 'Calendar years; default: all.' })
  years!: number[] | null;
}

@Resolver(() => Statistic)
export class StatisticResolver {
  @Query(() => [Statistic], {
    description:
      'Population and deflators, each with its vintage: by kind, district and year, the newest vintage first.',
  })
  async statistics(
    @Args(() => StatisticsArgs) { district, years }: StatisticsArgs,
    @Ctx() context: Context,
  ): Promise<readonly domain.Statistic[]> {
    const { statistics, hints } = await context.statistics({ district: district ?? null, years: years ?? null });
    context.hints.push(...hints);
    return statistics;
  }

  @FieldResolver(() => District, { nullable: true, description: "Whose it is; null: the country's." })
  district(@Root() { districtCode }: domain.Statistic, @Ctx() { loaders }: Context): Soon<records.District> | null {
    return districtCode === null ? null : loaders.districts.of(districtCode);
  }
}

@Resolver(() => ComparisonCell)
export class StatisticsOfCell {
  @FieldResolver(() => [Statistic], {
    description: 'Those that the value was normalised by; of figures given with the question the vintage says so.',
  })
  statistics(@Root() { statistics }: Pick<app.ComparedCell, 'statistics'>): readonly domain.Statistic[] {
    return statistics;
  }
}
