import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { ComparedCell } from '../app/compare-figures.js';
import * as app from '../app/explain-figure.js';
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { ComparisonCell } from './comparison.js';
import type { Context } from './context.js';
import { Decimal } from './decimal.js';
import * as enums from './enums.js';
import { Finding } from './finding.js';
import { found } from './loaders/found.js';
import { Printed } from './printed.js';
import { Value, loadSources } from './value.js';
import type { Source } from './value.js';

@ObjectType({ simpleResolvers: true, description: 'One step of a computation.' })
export class ExplanationStep implements Omit<app.ExplainedStep, 'lineItemIds' | 'factIds'> {
  @Field(() => String, { description: 'Whose figure it is, or what is done.' })
  label!: string;
  @Field(() => String, { description: 'The label in Chinese.' })
  labelZh!: string;
  @Field(() => String, { description: 'With the figures as they are taken, in `unit` (those of a share in 万元).' })
  expression!: string;
  @Field(() => String, { description: 'The same expression; where it is words, as a missing reason, in Chinese.' })
  expressionZh!: string;
  @Field(() => Decimal, { nullable: true, description: 'In `unit`; null: there is none, and the expression says why.' })
  value!: string | null;
  @Field(() => enums.Unit, { description: 'Of the value.' })
  unit!: lists.Unit;
}

@ObjectType({ simpleResolvers: true, description: 'How a figure came about, and what else is printed of it.' })
export class Explanation {
  /** The cell that is explained. */
  cell!: ComparedCell;
}

@Resolver(() => ExplanationStep)
export class ExplanationStepResolver {
  @FieldResolver(() => [Printed], { description: 'The printed rows and numbers of the text that enter it.' })
  sources(@Root() step: app.ExplainedStep, @Ctx() context: Context): Promise<Source[]> {
    return loadSources(step, context);
  }
}

async function namesOf(ids: readonly string[], { loaders }: Context): Promise<ReadonlyMap<string, string>> {
  const departments = await Promise.all(ids.map((id) => loaders.departments.byId.load(id)));
  return new Map(departments.flatMap((own) => (own ? [[own.id, own.name] as const] : [])));
}

async function explain({ cell }: Explanation, context: Context): Promise<ReturnType<typeof app.explainFigure>> {
  return app.explainFigure(cell, await namesOf(app.departmentsOf(cell), context), context.reference);
}

async function loadFindings({ cell }: Explanation, { loaders }: Context): Promise<records.StoredFinding[]> {
  const { lineItemIds, factIds } = app.figuresOf(cell);
  const lists = await Promise.all([...lineItemIds, ...factIds].map((id) => loaders.findings.byFigure.load(id)));
  return [...new Map(lists.flat().map((finding) => [finding.id, finding])).values()];
}

@Resolver(() => Explanation)
export class ExplanationResolver {
  @FieldResolver(() => String, { description: 'The computation in one line.' })
  async formula(@Root() explanation: Explanation, @Ctx() context: Context): Promise<string> {
    return (await explain(explanation, context)).formula;
  }

  @FieldResolver(() => String, { description: 'The same in Chinese, metrics by their Chinese names.' })
  async formulaZh(@Root() explanation: Explanation, @Ctx() context: Context): Promise<string> {
    return (await explain(explanation, context)).formulaZh;
  }

  @FieldResolver(() => [ExplanationStep], {
    description:
      'Each department, their sum, the share, the baseline; why there is no value, and why it may not be compared.',
  })
  async steps(@Root() explanation: Explanation, @Ctx() context: Context): Promise<readonly app.ExplainedStep[]> {
    return (await explain(explanation, context)).steps;
  }

  @FieldResolver(() => [Printed], { description: 'Other places that state one of its figures, agreeing or not.' })
  async alsoPrinted(@Root() explanation: Explanation, @Ctx() context: Context): Promise<Source[]> {
    const { lineItemIds, factIds } = app.figuresOf(explanation.cell);
    const findings = await loadFindings(explanation, context);
    return loadSources(app.alsoPrinted([...lineItemIds, ...factIds], findings), context);
  }

  @FieldResolver(() => [Finding], { description: 'What came of the rules that its figures take part in.' })
  findings(@Root() explanation: Explanation, @Ctx() context: Context): Promise<records.StoredFinding[]> {
    return loadFindings(explanation, context);
  }

  @FieldResolver(() => String, {
    description: 'The documents behind it with their hash, and the release; empty where there is no document.',
  })
  async citation(
    @Root() { cell }: Explanation,
    @Ctx() context: Context,
    @Arg('format', () => enums.CitationFormat, { nullable: true, defaultValue: 'GBT7714', description: 'Its form.' })
    format: lists.CitationFormat | null,
  ): Promise<string> {
    const sources = (await loadSources(app.figuresOf(cell), context)).map(({ source }) => source);
    const ids = [...new Set(sources.map(({ reportId }) => reportId))];
    const reports = await Promise.all(ids.map((id) => found(context.loaders.reports.byId.load(id), `report ${id}`)));
    const owners = await Promise.all(
      reports.map(({ departmentId }) => found(context.loaders.departments.byId.load(departmentId), departmentId)),
    );
    const { id } = await context.release();
    return app.citeSources(
      sources,
      new Map(reports.map((own) => [own.id, own])),
      new Map(owners.map((own) => [own.id, own])),
      context.reference,
      id,
      format ?? 'GBT7714',
    );
  }
}

const EXPLANATION = 'How it came about, step by step, with the printed rows behind each.';

@Resolver(() => Value)
export class ExplanationOfValue {
  @FieldResolver(() => Explanation, { description: EXPLANATION })
  explanation(@Root() cell: ComparedCell): Explanation {
    return { cell };
  }
}

@Resolver(() => ComparisonCell)
export class ExplanationOfCell {
  @FieldResolver(() => Explanation, { description: EXPLANATION })
  explanation(@Root() cell: ComparedCell): Explanation {
    return { cell };
  }
}
