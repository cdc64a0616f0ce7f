import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { District } from './district.js';
import { DepartmentFilter } from './filters.js';
import type { Soon } from './loaders/found.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A body that publishes budgets and final accounts; the same one under all the names it had.',
})
export class Department implements Pick<records.Department, 'id' | 'name' | 'body'> {
  @Field(() => ID, { description: 'Opaque; the same on every store.' })
  id!: string;
  @Field(() => String, { description: 'As published in the newest year.' })
  name!: string;
  @Field(() => String, { description: 'The name without its place, 政务服务数据管理局: equal for peers.' })
  body!: string;
  @Field(() => [String], { description: 'Names that it had before.' })
  formerNames!: string[];
}

export const DepartmentConnection = connectionOf<records.Department>('Department', () => Department);

@ArgsType()
class DepartmentsArgs extends PageArgs {
  @Field(() => DepartmentFilter, { nullable: true, description: 'Which ones; default: all.' })
  where?: DepartmentFilter | null;
}

@Resolver(() => Department)
export class DepartmentResolver {
  @Query(() => DepartmentConnection, { description: 'Departments by division code, then id.' })
  departments(@Args(() => DepartmentsArgs) args: DepartmentsArgs, @Ctx() { loaders }: Context): object {
    return new DepartmentConnection(loaders.departments.list(args.where ?? null, pageOf(args)));
  }

  @Query(() => Department, { nullable: true, description: 'One department; null where the id is not known.' })
  department(
    @Arg('id', () => ID, { description: 'Id of a department.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<records.Department | null> {
    return loaders.departments.named(id);
  }

  @FieldResolver(() => District, { description: 'Where it is.' })
  district(@Root() { districtCode }: records.Department, @Ctx() { loaders }: Context): Soon<records.District> {
    return loaders.districts.of(districtCode);
  }
}

@Resolver(() => District)
export class DepartmentsOfDistrict {
  @FieldResolver(() => [Department], { description: 'Of the division itself, not of those below it; by id.' })
  departments(@Root() { code }: records.District, @Ctx() { loaders }: Context): Promise<readonly records.Department[]> {
    return loaders.departments.byDistrict.load(code);
  }
}
