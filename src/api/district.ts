import { Arg, Ctx, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type * as records from '../domain/records.js';
import type { Context } from './context.js';
import { DistrictFilter } from './filters.js';

@ObjectType({
  simpleResolvers: true,
  description: 'An administrative division: a district, a county, a city with a bureau of its own, or what lies above.',
})
export class District implements Pick<records.District, 'code' | 'name' | 'nameEn'> {
  @Field(() => ID, { description: 'Six-digit division code (GB/T 2260); 000000: not placed.' })
  code!: string;
  @Field(() => String, { description: 'Chinese name, with 区, 县 or 市.' })
  name!: string;
  @Field(() => String, { description: 'English name: pinyin and the kind of division.' })
  nameEn!: string;
}

@Resolver(() => District)
export class DistrictResolver {
  @Query(() => [District], { description: 'Districts with departments, and all divisions above them, by code.' })
  districts(
    @Arg('where', () => DistrictFilter, { nullable: true, description: 'Which ones; default: all.' })
    where: DistrictFilter | null,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.District[]> {
    return loaders.districts.list(where ?? null);
  }

  @FieldResolver(() => District, { nullable: true, description: 'The division above; null for a province.' })
  async parent(
    @Root() { parentCode }: records.District,
    @Ctx() { loaders }: Context,
  ): Promise<records.District | null> {
    return parentCode === null ? null : loaders.districts.byCode.load(parentCode);
  }
}
