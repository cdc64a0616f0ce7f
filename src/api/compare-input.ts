import { Field, ID, InputType, Int } from 'type-graphql';
import type { BaselineRequest, CompareRequest, MeasureRequest, StatisticRequest } from '../app/compare-request.js';
import type * as lists from '../domain/closed-lists.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { DepartmentFilter } from './filters.js';

@InputType({ description: 'A code of the functional or economic classification, as meant in one year.' })
export class AccountInput {
  @Field(() => enums.Classification, { description: 'FUNCTIONAL or ECONOMIC: the others have no codes.' })
  classification!: lists.Classification;
  @Field(() => String, { description: '3, 5 or 7 digits, as text.' })
  code!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'Read as of the year `edition` (default: the latest asked for in which the code means something); other years are restated to it, where the crosswalk allows.',
  })
  edition?: number | null;
  @Field(() => enums.Fund, {
    nullable: true,
    description: 'Default: the widest printed (FUNCTIONAL: ALL, ECONOMIC: GENERAL_PUBLIC).',
  })
  fund?: lists.Fund | null;
  @Field(() => enums.Part, {
    nullable: true,
    description: 'Default: FUNCTIONAL: TOTAL, ECONOMIC: BASIC (PROJECT and TOTAL in budgets only).',
  })
  part?: lists.Part | null;
}

@InputType({ description: 'What is measured: exactly one of key and account; with `over` a ratio of the two.' })
export class MetricInput implements MeasureRequest {
  @Field(() => enums.MetricKey, { nullable: true, description: 'A metric.' })
  key?: lists.MetricKey | null;
  @Field(() => AccountInput, { nullable: true, description: 'An account.' })
  account?: AccountInput | null;
  @Field(() => MetricInput, {
    nullable: true,
    description:
      'Divided by this (itself without `over`): amounts over amounts are a RATIO, amounts over a count stay amounts. A district divides the sums of the departments that have both.',
  })
  over?: MetricInput | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Given back as the cells' `metric`; default: the key or account, with `over` that of the upper one. Not empty, and no other metric's.",
  })
  name?: string | null;
}

@InputType({ description: 'The cell that each cell is held against: itself, with these coordinates replaced.' })
export class BaselineInput implements BaselineRequest {
  @Field(() => ID, { nullable: true, description: 'Division code.' })
  district?: string | null;
  @Field(() => ID, { nullable: true, description: 'Department id.' })
  department?: string | null;
  @Field(() => enums.Average, {
    nullable: true,
    description: 'Of all districts or departments compared, of the same metric, year and stage, itself included.',
  })
  average?: lists.Average | null;
  @Field(() => Int, { nullable: true, description: 'Fiscal year.' })
  year?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'The year before that of the cell.' })
  previousYear?: boolean | null;
  @Field(() => [enums.Stage], {
    nullable: true,
    description:
      'The first of these that there is: [ORIGINAL_BUDGET] holds the outturn against the budget. BUDGET_BASIS_DIFFERS where cells differ in it.',
  })
  stages?: lists.Stage[] | null;
  @Field(() => Int, {
    nullable: true,
    description: "The year that accounts are read as of, instead of the cell's; other years are restated to it.",
  })
  edition?: number | null;
}

@InputType({ description: "One's own population or deflator, instead of the stored one." })
export class StatisticInput implements StatisticRequest {
  @Field(() => enums.StatisticKind, { description: 'What it is.' })
  kind!: lists.StatisticKind;
  @Field(() => ID, { nullable: true, description: 'Division code of a population; none with a deflator.' })
  district?: string | null;
  @Field(() => Int, { description: 'Fiscal year.' })
  year!: number;
  @Field(() => Decimal, { description: 'Above 0, in 万人; of a deflator the INDEX with 2015 = 100.' })
  value!: string;
}

/** What values are turned into and shown in; no type of its own in the schema. */
@InputType()
export abstract class Normalised {
  @Field(() => enums.Normalisation, {
    nullable: true,
    defaultValue: 'NONE',
    description: 'What values are turned into.',
  })
  normalise?: lists.Normalisation | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Of REAL_TERMS the year of the prices, of INDEX the year that is 100; needed by these two and for nothing else.',
  })
  baseYear?: number | null;
  @Field(() => [StatisticInput], { nullable: true, description: 'Figures of your own, instead of the stored ones.' })
  statistics?: StatisticInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of stored statistics, as `statistics` spells it; default: the newest that covers the year.',
  })
  vintage?: string | null;
  @Field(() => enums.AmountUnit, { nullable: true, defaultValue: 'WAN_YUAN', description: 'Unit of the amounts.' })
  unit?: lists.AmountUnit | null;
}

@InputType({ description: 'Districts or departments x years x stages x metrics.' })
export class CompareInput extends Normalised implements CompareRequest {
  @Field(() => [MetricInput], { description: 'What is measured.' })
  metrics!: MetricInput[];
  @Field(() => enums.Entity, {
    nullable: true,
    defaultValue: 'DISTRICT',
    description:
      'A district is the sum over its departments. DEPARTMENT with `districts`: each department of those districts. Where `departments` are given it is DEPARTMENT, whatever stands here.',
  })
  of?: lists.Entity | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Division codes, one given twice counts once; default: all that have data.',
  })
  districts?: string[] | null;
  @Field(() => [ID], {
    nullable: true,
    description: 'Department ids, instead of districts; one given twice counts once.',
  })
  departments?: string[] | null;
  @Field(() => DepartmentFilter, {
    nullable: true,
    description: 'Narrows either: peers of one body, districts of one city.',
  })
  where?: DepartmentFilter | null;
  @Field(() => [Int], {
    nullable: true,
    description: 'Fiscal years, one given twice counts once; default: all with a report.',
  })
  years?: number[] | null;
  @Field(() => [enums.Stage], {
    nullable: true,
    description:
      'One given twice counts once. Default: OUTTURN where there is one, else ORIGINAL_BUDGET; STAGE_MISMATCH where cells differ in it.',
  })
  stages?: lists.Stage[] | null;
  @Field(() => BaselineInput, { nullable: true, description: 'What each cell is held against; default: nothing.' })
  baseline?: BaselineInput | null;
}
