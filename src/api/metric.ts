import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { findMetrics } from '../app/list-metrics.js';
import type * as lists from '../domain/closed-lists.js';
import * as enums from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'What has one meaning in every report.' })
export class Metric {
  @Field(() => enums.MetricKey, { description: 'For `compare` and `value`.' })
  key!: lists.MetricKey;
  @Field(() => String, { description: 'Chinese name.' })
  name!: string;
  @Field(() => String, { description: 'English name.' })
  nameEn!: string;
  @Field(() => String, { description: 'Where the figure stands, in final accounts and in budgets.' })
  definition!: string;
  @Field(() => String, { description: 'The definition in Chinese.' })
  definitionZh!: string;
  @Field(() => enums.Unit, { description: 'Unit of its values unless another is asked for.' })
  unit!: lists.Unit;
  @Field(() => enums.MetricKey, { nullable: true, description: 'The metric that it is a part of; null: none.' })
  parent!: lists.MetricKey | null;
  @Field(() => enums.MetricKey, {
    nullable: true,
    description: 'What SHARE_OF_TOTAL divides by; null: there is no such share.',
  })
  total!: lists.MetricKey | null;
  @Field(() => enums.Statement, {
    nullable: true,
    description: 'The statement of final accounts that it stands in (of budgets, where final accounts have none).',
  })
  statement!: lists.Statement | null;
}

@Resolver(() => Metric)
export class MetricResolver {
  @Query(() => [Metric], { description: 'The metrics that work.' })
  metrics(
    @Arg('search', () => String, {
      nullable: true,
      description: 'Part of a name or key; Chinese names in pinyin (bennianzhichu) or its initials too; empty: all.',
    })
    search: string | null = null,
  ): Metric[] {
    return findMetrics(search ?? '').map(({ nameZh, ...metric }) => ({ ...metric, name: nameZh }));
  }
}
