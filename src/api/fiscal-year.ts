import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
import type { Context } from './context.js';
import { Department } from './department.js';

@ObjectType({ simpleResolvers: true, description: 'A fiscal year (a calendar year) with at least one report.' })
export class FiscalYear {
  @Field(() => Int, { description: 'The year, 2019.' })
  year!: number;
}

@Resolver(() => FiscalYear)
export class FiscalYearResolver {
  @Query(() => [FiscalYear], { description: 'Years with a report, ascending.' })
  async fiscalYears(@Ctx() { loaders }: Context): Promise<FiscalYear[]> {
    return (await loaders.years.list()).map((year) => ({ year }));
  }
}

@Resolver(() => Department)
export class YearsOfDepartment {
  @FieldResolver(() => [FiscalYear], { description: 'Years with a current report, ascending.' })
  async years(@Root() { id }: records.Department, @Ctx() { loaders }: Context): Promise<FiscalYear[]> {
    return (await loaders.years.byDepartment.load(id)).map((year) => ({ year }));
  }
}
