import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as app from '../app/read-coverage.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { Comparison } from './comparison.js';
import type { Context } from './context.js';
import { District } from './district.js';
import * as enums from './enums.js';
import { found } from './loaders/found.js';
import type { Soon } from './loaders/found.js';
import { Report } from './report.js';

type CoveredYear = app.Coverage['cells'][number];

@ObjectType({ simpleResolvers: true, description: 'What there is of one district and year.' })
export class CoverageCell implements Pick<CoveredYear, 'year' | 'kinds'> {
  @Field(() => Int, { description: 'Fiscal year.' })
  year!: number;
  @Field(() => [enums.ReportKind], { description: 'The kinds of reports that are there, each once.' })
  kinds!: readonly lists.ReportKind[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'What there is within one division, and of how many of its districts.',
})
export class Coverage implements Pick<app.Coverage, 'districtsPresent' | 'districtsTotal'> {
  @Field(() => Int, { description: 'Districts with a report; a bureau of the city itself is none.' })
  districtsPresent!: number;
  @Field(() => Int, { description: 'Districts that the division has today.' })
  districtsTotal!: number;
  @Field(() => [CoverageCell], { description: 'Districts and years with a report, by division code and year.' })
  cells!: CoverageCell[];
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @Query(() => Coverage, {
    description: 'What is there, within one division (default: the smallest that holds everything).',
  })
  coverage(
    @Ctx() context: Context,
    @Arg('within', () => ID, { nullable: true, description: 'Division code.' }) within: string | null,
  ): Promise<app.Coverage> {
    return context.coverage(within ?? null);
  }
}

@Resolver(() => CoverageCell)
export class CoverageCellResolver {
  @FieldResolver(() => District, { description: 'Whose reports they are; of a city, those of its own bureaus.' })
  district(@Root() { districtCode }: CoveredYear, @Ctx() { loaders }: Context): Soon<records.District> {
    return loaders.districts.of(districtCode);
  }

  @FieldResolver(() => [Report], { description: 'The current reports, by kind.' })
  reports(@Root() { reportIds }: CoveredYear, @Ctx() { loaders }: Context): Promise<records.StoredReport[]> {
    return Promise.all(reportIds.map((id) => found(loaders.reports.byId.load(id), `report ${id}`)));
  }
}

/** What there is of the districts and years of some cells. */
export function coverageOfCells(
  cells: readonly { readonly districtCode: string; readonly year: number }[],
  context: Context,
): Promise<app.Coverage> {
  return context.coverageOf(
    [...new Set(cells.map(({ districtCode }) => districtCode))],
    [...new Set(cells.map(({ year }) => year))],
  );
}

@Resolver(() => Comparison)
export class CoverageOfComparison {
  @FieldResolver(() => Coverage, {
    description: 'What there is of the districts and years compared, within the smallest division that holds them.',
  })
  coverage(
    @Root() { cells }: { cells: readonly { districtCode: string; year: number }[] },
    @Ctx() context: Context,
  ): Promise<app.Coverage> {
    return coverageOfCells(cells, context);
  }
}
