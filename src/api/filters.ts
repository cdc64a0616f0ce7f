import { Field, InputType, Int } from 'type-graphql';
import type * as lists from '../domain/closed-lists.js';
import type * as domain from '../domain/filters.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';

const asked = (description: string): { nullable: true; description: string } => ({ nullable: true, description });

@InputType({ description: 'All operators given hold together; `in: []` matches nothing, null is no filter.' })
export class StringFilter implements domain.StringFilter {
  @Field(() => String, asked('exactly this'))
  eq?: string | null;
  @Field(() => [String], asked('any of these'))
  in?: string[] | null;
  @Field(() => String, asked('begins with this; % and _ stand for themselves'))
  startsWith?: string | null;
  @Field(() => String, asked('ends with this'))
  endsWith?: string | null;
  @Field(() => String, asked('has this anywhere in it'))
  contains?: string | null;
}

@InputType({
  description:
    'All operators given hold together; `in: []` matches nothing, null is no filter; gte over lte is refused.',
})
export class IntFilter implements domain.IntFilter {
  @Field(() => Int, asked('exactly this'))
  eq?: number | null;
  @Field(() => [Int], asked('any of these'))
  in?: number[] | null;
  @Field(() => Int, asked('this or more'))
  gte?: number | null;
  @Field(() => Int, asked('this or less'))
  lte?: number | null;
}

@InputType({
  description:
    'Amounts in 万元, as a string or an integer. All operators given hold together; gte over lte is refused.',
})
export class DecimalFilter implements domain.DecimalFilter {
  @Field(() => Decimal, asked('exactly this, in 万元'))
  eq?: string | null;
  @Field(() => Decimal, asked('this or more, in 万元'))
  gte?: string | null;
  @Field(() => Decimal, asked('this or less, in 万元'))
  lte?: string | null;
}

@InputType({ description: 'Fields combine by AND.' })
export class DistrictFilter implements domain.DistrictFilter {
  @Field(() => StringFilter, asked('six-digit division code'))
  code?: StringFilter | null;
  @Field(() => StringFilter, asked('Chinese name'))
  name?: StringFilter | null;
}

@InputType({ description: 'Fields combine by AND.' })
export class DepartmentFilter implements domain.DepartmentFilter {
  @Field(() => StringFilter, asked('division code of its district'))
  district?: StringFilter | null;
  @Field(() => StringFilter, asked('name as published'))
  name?: StringFilter | null;
  @Field(() => StringFilter, asked('name without its place, equal for peers'))
  body?: StringFilter | null;
}

@InputType({ description: 'Fields combine by AND; lists mean "any of".' })
export class ReportFilter implements domain.ReportFilter {
  @Field(() => StringFilter, asked('division code'))
  district?: StringFilter | null;
  @Field(() => StringFilter, asked('department id'))
  department?: StringFilter | null;
  @Field(() => IntFilter, asked('fiscal year'))
  year?: IntFilter | null;
  @Field(() => [enums.ReportKind], asked('any of these: kind of document'))
  kind?: lists.ReportKind[] | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'false: current reports, true: superseded ones, null: both',
  })
  superseded?: boolean | null;
}

@InputType({ description: 'Fields combine by AND; lists mean "any of".' })
export class AccountFilter implements domain.AccountFilter {
  @Field(() => [enums.Classification], asked('any of these: list of accounts'))
  classification?: lists.Classification[] | null;
  @Field(() => StringFilter, asked('code, as text'))
  code?: StringFilter | null;
  @Field(() => StringFilter, asked('official name, or as printed where there is none'))
  name?: StringFilter | null;
  @Field(() => [enums.AccountLevel], asked('any of these: 类, 款, 项; rows without a code have none'))
  level?: lists.AccountLevel[] | null;
  @Field(() => IntFilter, asked('accounts that are valid in such a fiscal year'))
  year?: IntFilter | null;
}

/** What everything inside reports can be narrowed by; no type of its own in the schema. */
@InputType()
abstract class WithinReports {
  @Field(() => StringFilter, asked('division code'))
  district?: StringFilter | null;
  @Field(() => StringFilter, asked('department id'))
  department?: StringFilter | null;
  @Field(() => StringFilter, asked('report id'))
  report?: StringFilter | null;
  @Field(() => IntFilter, asked('fiscal year'))
  year?: IntFilter | null;
}

const WITHIN_REPORTS =
  'Fields combine by AND; lists mean "any of". Superseded reports only where `report` names them by id (`eq`, `in`).';

@InputType({ description: WITHIN_REPORTS })
export class LineItemFilter extends WithinReports implements domain.LineItemFilter {
  @Field(() => [enums.ReportKind], asked('any of these: kind of document'))
  kind?: lists.ReportKind[] | null;
  @Field(() => [enums.Statement], asked('any of these: statement'))
  statement?: lists.Statement[] | null;
  @Field(() => [enums.Flow], asked('any of these: revenue or expenditure'))
  flow?: lists.Flow[] | null;
  @Field(() => [enums.Stage], asked('any of these: stage of the figure'))
  stage?: lists.Stage[] | null;
  @Field(() => [enums.Fund], asked('any of these: whose money'))
  fund?: lists.Fund[] | null;
  @Field(() => [enums.Part], asked('any of these: which part of it'))
  part?: lists.Part[] | null;
  @Field(() => IntFilter, asked('number of the column'))
  column?: IntFilter | null;
  @Field(() => StringFilter, asked('unit as printed, in tables by unit'))
  unitName?: StringFilter | null;
  @Field(() => [enums.Classification], asked('any of these: list of accounts'))
  classification?: lists.Classification[] | null;
  @Field(() => StringFilter, asked('account code, as text'))
  accountCode?: StringFilter | null;
  @Field(() => [enums.AccountLevel], asked('any of these: 类, 款, 项; rows without a code have none'))
  level?: lists.AccountLevel[] | null;
  @Field(() => StringFilter, asked("the row's name as printed"))
  label?: StringFilter | null;
  @Field(() => DecimalFilter, asked('amount in 万元'))
  amount?: DecimalFilter | null;
  @Field(() => Boolean, asked('nothing is printed below it in its table'))
  leaf?: boolean | null;
}

@InputType({ description: WITHIN_REPORTS })
export class EvaluationFilter extends WithinReports implements domain.EvaluationFilter {
  @Field(() => [enums.EvaluationScope], asked('any of these: what is evaluated'))
  scope?: lists.EvaluationScope[] | null;
  @Field(() => StringFilter, asked('name of the project or task'))
  name?: StringFilter | null;
}

@InputType({ description: WITHIN_REPORTS })
export class PerformanceIndicatorFilter extends WithinReports implements domain.IndicatorFilter {
  @Field(() => EvaluationFilter, asked('of such evaluations'))
  evaluation?: EvaluationFilter | null;
  @Field(() => StringFilter, asked('name as printed'))
  name?: StringFilter | null;
  @Field(() => Boolean, asked('whether its target was met; indicators of which that is not known fit neither'))
  met?: boolean | null;
}

@InputType({ description: WITHIN_REPORTS })
export class ReportedFactFilter extends WithinReports implements domain.ReportedFactFilter {
  @Field(() => IntFilter, asked('fiscal year that the number is about'))
  override year?: IntFilter | null;
  @Field(() => [enums.MetricKey], asked('any of these metrics'))
  metric?: lists.MetricKey[] | null;
  @Field(() => StringFilter, asked('code of the account that it names'))
  accountCode?: StringFilter | null;
  @Field(() => StringFilter, asked('what the text calls it'))
  label?: StringFilter | null;
  @Field(() => [enums.FactKind], asked('any of these'))
  kind?: lists.FactKind[] | null;
  @Field(() => [enums.FactBase], asked('any of these'))
  base?: lists.FactBase[] | null;
  @Field(() => [enums.Stage], asked('any of these'))
  stage?: lists.Stage[] | null;
}

@InputType({ description: WITHIN_REPORTS })
export class FindingFilter extends WithinReports implements domain.FindingFilter {
  @Field(() => StringFilter, asked('id of the rule'))
  rule?: StringFilter | null;
  @Field(() => [enums.RuleKind], asked('any of these'))
  kind?: lists.RuleKind[] | null;
  @Field(() => [enums.Statement], asked('any that the rule joins'))
  statement?: lists.Statement[] | null;
  @Field(() => StringFilter, asked('account of any figure that it joins'))
  accountCode?: StringFilter | null;
  @Field(() => [enums.FindingOutcome], asked('any of these'))
  outcome?: lists.FindingOutcome[] | null;
}
