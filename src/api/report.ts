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
import type * as lists from '../domain/closed-lists.js';
import type * as records from '../domain/records.js';
import { PageArgs, connectionOf, pageOf } from './connection.js';
import type { Context } from './context.js';
import { Department } from './department.js';
import * as enums from './enums.js';
import { ReportFilter } from './filters.js';
import { FiscalYear } from './fiscal-year.js';
import type { Soon } from './loaders/found.js';

@ObjectType({
  simpleResolvers: true,
  description: 'One publication: a departmental budget or final accounts of one year.',
})
export class Report implements Pick<records.StoredReport, 'id' | 'kind' | 'title' | 'sha256' | 'revision'> {
  @Field(() => ID, { description: 'Opaque; the same on every store.' })
  id!: string;
  @Field(() => enums.ReportKind, { description: '部门预算 or 部门决算.' })
  kind!: lists.ReportKind;
  @Field(() => String, { description: "The document's title as printed." })
  title!: string;
  @Field(() => String, { description: "SHA-256 of the document's bytes, lower-case hexadecimal." })
  sha256!: string;
  @Field(() => Int, { description: '1 for the first publication of this department, year, kind and unit scope.' })
  revision!: number;
}

export const ReportConnection = connectionOf<records.StoredReport>('Report', () => Report);

@ArgsType()
class ReportsArgs extends PageArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which ones; default: all current ones.' })
  where?: ReportFilter | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How a statement of a report was recognised, and how much of it was read.',
})
export class StatementReading implements records.StoredReading {
  @Field(() => enums.Statement, { description: 'Which statement it is.' })
  statement!: lists.Statement;
  @Field(() => String, { nullable: true, description: 'Its title as printed; null: lost.' })
  title!: string | null;
  @Field(() => enums.Recognition, { description: 'What it was known by.' })
  recognisedBy!: lists.Recognition;
  @Field(() => enums.PrintedUnit, { nullable: true, description: 'The unit it is printed in; null: not recorded.' })
  unit!: lists.PrintedUnit | null;
  @Field(() => enums.UnitBasis, { nullable: true, description: 'Where the unit is from; null: not recorded.' })
  unitBasis!: lists.UnitBasis | null;
  @Field(() => enums.Confidence, {
    nullable: true,
    description: 'How sure it is that this is the statement, in that unit; null: not recorded.',
  })
  confidence!: lists.Confidence | null;
  @Field(() => Int, { description: 'Printed rows.' })
  rowsSeen!: number;
  @Field(() => Int, { description: 'Rows of which every figure was read; the others are among the issues.' })
  rowsRead!: number;
}

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => ReportConnection, { description: 'Reports, the newest year first.' })
  reports(@Args(() => ReportsArgs) args: ReportsArgs, @Ctx() { loaders }: Context): object {
    return new ReportConnection(loaders.reports.list(args.where ?? null, pageOf(args)));
  }

  @Query(() => Report, {
    nullable: true,
    description: 'One report, superseded or not; null where the id is not known.',
  })
  report(
    @Arg('id', () => ID, { description: 'Id of a report.' }) id: string,
    @Ctx() { loaders }: Context,
  ): Promise<records.StoredReport | null> {
    return loaders.reports.named(id);
  }

  @FieldResolver(() => Department, { description: 'Who published it.' })
  department(@Root() { departmentId }: records.StoredReport, @Ctx() { loaders }: Context): Soon<records.Department> {
    return loaders.departments.of(departmentId);
  }

  @FieldResolver(() => FiscalYear, { description: 'The year that it is about.' })
  fiscalYear(@Root() { year }: records.StoredReport): FiscalYear {
    return { year };
  }

  @FieldResolver(() => String, { description: 'When it was imported into this store, ISO 8601 in UTC.' })
  importedAt(@Root() { importedAt }: records.StoredReport): string {
    return importedAt.toISOString();
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The publication it replaces, which is kept; null: none.',
  })
  async supersedes(
    @Root() { supersedesId }: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<records.StoredReport | null> {
    return supersedesId === null ? null : loaders.reports.byId.load(supersedesId);
  }

  @FieldResolver(() => Report, {
    nullable: true,
    description: 'The publication that replaced it; null: it is current.',
  })
  async supersededBy(
    @Root() { id, status }: records.StoredReport,
    @Ctx() { loaders }: Context,
  ): Promise<records.StoredReport | null> {
    return status === 'CURRENT' ? null : loaders.reports.superseding.load(id);
  }

  @FieldResolver(() => [enums.Statement], {
    description: 'Statements of which something was read, in the order of the document.',
  })
  statements(@Root() { statements }: records.StoredReport): lists.Statement[] {
    return statements.map(({ statement }) => statement);
  }

  @FieldResolver(() => [StatementReading], {
    description: 'How each of them was recognised and how much of it was read, in the order of the document.',
  })
  statementReadings(@Root() { statements }: records.StoredReport): readonly records.StoredReading[] {
    return statements;
  }
}

@Resolver(() => Department)
export class ReportsOfDepartment {
  @FieldResolver(() => [Report], { description: 'Its current reports, the newest year first.' })
  reports(@Root() { id }: records.Department, @Ctx() { loaders }: Context): Promise<readonly records.StoredReport[]> {
    return loaders.reports.byDepartment.load(id);
  }
}

@Resolver(() => FiscalYear)
export class ReportsOfYear {
  @FieldResolver(() => ReportConnection, { description: 'Current reports of the year.' })
  reports(@Root() { year }: FiscalYear, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context): object {
    return new ReportConnection(loaders.reports.ofYear(year, pageOf(args)));
  }
}
