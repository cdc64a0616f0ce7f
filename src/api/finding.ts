import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { listRules, ruleOf } from '../app/list-rules.js';
import { sayFinding } from '../app/say-finding.js';
import type * as lists from '../domain/closed-lists.js';
import type * as domain from '../domain/finding.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { FindingFilter } from './filters.js';
import { LineItem } from './line-item.js';
import { found } from './loaders/found.js';
import { Source } from './printed.js';
import { Report } from './report.js';
import { ReportedFact } from './reported-fact.js';

@ObjectType({ simpleResolvers: true, description: 'What reports are checked by (勾稽关系).' })
export class Rule implements domain.Rule {
  @Field(() => ID, { description: 'Stable.' })
  id!: string;
  @Field(() => enums.RuleKind, { description: 'What it joins.' })
  kind!: lists.RuleKind;
  @Field(() => String, { description: 'The identity, in the words of the statements.' })
  title!: string;
  @Field(() => String, { description: 'The title, all in Chinese.' })
  titleZh!: string;
  @Field(() => enums.Statement, {
    nullable: true,
    description: 'Whose figure is held against the others; null: the text.',
  })
  statement!: lists.Statement | null;
}

const computed = { nullable: true, description: 'Computed, in `unit`; null where it could not be evaluated.' };

@ObjectType({ simpleResolvers: true, description: 'What came of one rule at one place of a report.' })
export class Finding implements Omit<
  records.StoredFinding,
  'reportId' | 'rule' | 'kind' | 'lineItemIds' | 'factIds' | 'source'
> {
  @Field(() => ID, { description: 'Opaque; the same on every store.' })
  id!: string;
  @Field(() => enums.FindingOutcome, { description: 'Whether it holds.' })
  outcome!: lists.FindingOutcome;
  @Field(() => String, {
    description: 'The figures, what was expected and what came, with the likely cause where one fits.',
  })
  message!: string;
  @Field(() => Decimal, computed)
  expected!: string | null;
  @Field(() => Decimal, { nullable: true, description: 'Printed, in `unit`.' })
  actual!: string | null;
  @Field(() => Decimal, {
    nullable: true,
    description: 'expected - actual, in `unit`: the parts less the printed whole.',
  })
  difference!: string | null;
  @Field(() => Decimal, { nullable: true, description: 'What rounding may hide, in `unit`.' })
  tolerance!: string | null;
  @Field(() => enums.Unit, { description: 'Of the four.' })
  unit!: lists.Unit;
  @Field(() => Source, { description: 'Where it shows.' })
  source!: Source;
}

@ObjectType({ simpleResolvers: true, description: 'How many findings of a report have each outcome.' })
export class FindingCounts {
  @Field(() => Int, { description: 'Hold to the last digit.' })
  exact!: number;
  @Field(() => Int, { description: 'Hold within rounding.' })
  rounding!: number;
  @Field(() => Int, { description: 'Do not hold.' })
  broken!: number;
  @Field(() => Int, { description: 'Could not be evaluated.' })
  notEvaluable!: number;
}

export const FindingConnection = connectionOf<records.StoredFinding>('Finding', () => Finding);

@ArgsType()
class FindingsArgs extends PageArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which ones; default: all of current reports.' })
  where?: FindingFilter | null;
}

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => [Rule], { description: 'The rules that reports are checked by, in the order of findings.' })
  rules(): readonly domain.Rule[] {
    return listRules();
  }

  @Query(() => FindingConnection, { description: 'What came of the rules, by report and in the order of the rules.' })
  findings(@Args(() => FindingsArgs) args: FindingsArgs, @Ctx() { loaders }: Context): object {
    return new FindingConnection(loaders.findings.list(args.where ?? null, pageOf(args)));
  }

  @FieldResolver(() => Report, { description: 'The report that was checked.' })
  report(@Root() { reportId }: records.StoredFinding, @Ctx() { loaders }: Context): Promise<records.StoredReport> {
    return found(loaders.reports.byId.load(reportId), `report ${reportId}`);
  }

  @FieldResolver(() => Rule, { description: 'By what.' })
  rule(@Root() finding: records.StoredFinding): domain.Rule {
    return ruleOf(finding);
  }

  @FieldResolver(() => String, {
    description:
      'In Chinese, made of the rule and the four figures: what is printed and what was computed. Which term is not there, and the likely cause, only `message` says.',
  })
  async messageZh(@Root() finding: records.StoredFinding, @Ctx() { loaders }: Context): Promise<string> {
    const [factId, itemId] = [finding.factIds[0], finding.lineItemIds[0]];
    const fact = factId === undefined ? null : await loaders.facts.byId.load(factId);
    const item = fact || itemId === undefined ? null : await loaders.lineItems.byId.load(itemId);
    return sayFinding(finding, fact ?? item);
  }

  @FieldResolver(() => [LineItem], { description: 'The figures that it joins: the whole, then its parts as printed.' })
  lineItems(
    @Root() { lineItemIds }: records.StoredFinding,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.StoredLineItem[]> {
    return Promise.all(lineItemIds.map((id) => found(loaders.lineItems.byId.load(id), `line item ${id}`)));
  }

  @FieldResolver(() => [ReportedFact], { description: 'The numbers of the text that it joins.' })
  facts(
    @Root() { factIds }: records.StoredFinding,
    @Ctx() { loaders }: Context,
  ): Promise<readonly records.StoredFact[]> {
    return Promise.all(factIds.map((id) => found(loaders.facts.byId.load(id), `reported fact ${id}`)));
  }
}

@Resolver(() => Report)
export class FindingsOfReport {
  @FieldResolver(() => [Finding], { description: 'What came of checking it, in the order of the rules.' })
  findings(
    @Root() { id }: records.StoredReport,
    @Ctx() { loaders }: Context,
    @Arg('outcome', () => [enums.FindingOutcome], { nullable: true, description: 'Any of these; default: all.' })
    outcome: lists.FindingOutcome[] | null,
  ): Promise<readonly records.StoredFinding[]> {
    return loaders.findings.byReport.load({ key: id, args: outcome ?? null });
  }

  @FieldResolver(() => FindingCounts, {
    nullable: true,
    description:
      'How many findings have each outcome; null: it was stored before reports were checked, and is when imported again.',
  })
  async findingCounts(
    @Root() { id }: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<FindingCounts | null> {
    const counts = await loaders.findings.countsByReport.load(id);
    if (!counts) return null;
    const { EXACT = 0, ROUNDING = 0, BROKEN = 0, NOT_EVALUABLE = 0 } = counts;
    return { exact: EXACT, rounding: ROUNDING, broken: BROKEN, notEvaluable: NOT_EVALUABLE };
  }
}
