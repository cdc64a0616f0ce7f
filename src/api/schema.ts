import 'reflect-metadata';
import { assertInterfaceType, lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AccountResolver } from './account.js';
import { AggregationResolver, AggregationRowResolver } from './aggregation.js';
import { ChangeResolver, ChangesOfRelease } from './change.js';
import { ComparisonCellResolver, ComparisonResolver } from './comparison.js';
import { CoverageCellResolver, CoverageOfComparison, CoverageResolver } from './coverage.js';
import { CrosswalkResolver } from './crosswalk.js';
import { DepartmentResolver, DepartmentsOfDistrict } from './department.js';
import { DistrictResolver } from './district.js';
import { EvaluationResolver, EvaluationsOfReport, MoneyOfEvaluation } from './evaluation.js';
import { ExecutionResolver, ExecutionRowResolver } from './execution.js';
import { ExplanationOfCell, ExplanationOfValue, ExplanationResolver, ExplanationStepResolver } from './explanation.js';
import { FindingResolver, FindingsOfReport } from './finding.js';
import { FiscalYearResolver, YearsOfDepartment } from './fiscal-year.js';
import { IssuesOfReport } from './issue.js';
import { resolveByMethods } from './lean/resolvers.js';
import { LineItemResolver, LineItemsOfReport } from './line-item.js';
import { MetricResolver } from './metric.js';
import { IndicatorsOfEvaluation, IndicatorsOfReport, PerformanceIndicatorResolver } from './performance-indicator.js';
import { PerformanceOfReport, RatesOfEvaluation } from './performance-rates.js';
import { PrintedResolver, SourceResolver, typeOfPrinted } from './printed.js';
import { RankingResolver } from './ranking.js';
import { ReleaseResolver } from './release.js';
import { ReportResolver, ReportsOfDepartment, ReportsOfYear } from './report.js';
import { FactsOfReport, ReportedFactResolver } from './reported-fact.js';
import { TrendResolver } from './trend.js';
import { StatisticResolver, StatisticsOfCell } from './statistic.js';
import { ValueOfDepartment, ValueOfDistrict, ValueResolver } from './value.js';

let built: Promise<GraphQLSchema> | undefined;

/** The schema, made of the code once. */
export function makeSchema(): Promise<GraphQLSchema> {
  return (built ??= build());
}

async function build(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      DistrictResolver,
      DepartmentResolver,
      DepartmentsOfDistrict,
      FiscalYearResolver,
      YearsOfDepartment,
      ReportResolver,
      ReportsOfDepartment,
      ReportsOfYear,
      PrintedResolver,
      SourceResolver,
      IssuesOfReport,
      AccountResolver,
      CrosswalkResolver,
      LineItemResolver,
      LineItemsOfReport,
      EvaluationResolver,
      EvaluationsOfReport,
      MoneyOfEvaluation,
      RatesOfEvaluation,
      PerformanceOfReport,
      PerformanceIndicatorResolver,
      IndicatorsOfEvaluation,
      IndicatorsOfReport,
      ReportedFactResolver,
      FactsOfReport,
      FindingResolver,
      FindingsOfReport,
      MetricResolver,
      StatisticResolver,
      StatisticsOfCell,
      ReleaseResolver,
      ChangeResolver,
      ChangesOfRelease,
      ValueResolver,
      ValueOfDistrict,
      ValueOfDepartment,
      ComparisonResolver,
      ComparisonCellResolver,
      ExplanationResolver,
      ExplanationStepResolver,
      ExplanationOfValue,
      ExplanationOfCell,
      AggregationResolver,
      AggregationRowResolver,
      CoverageResolver,
      CoverageCellResolver,
      CoverageOfComparison,
      RankingResolver,
      TrendResolver,
      ExecutionResolver,
      ExecutionRowResolver,
    ],
    validate: false,
    container: { get: instanceOf },
  });
  resolveByMethods(schema, instanceOf);
  // type-graphql makes a promise of it, for every row; compiled operations wait for none.
  assertInterfaceType(schema.getType('Printed')).resolveType = typeOfPrinted;
  return schema;
}

const instances = new Map<new () => object, object>();

/** One of each class of resolvers: type-graphql would go through a list of them, for every field. */
function instanceOf(resolver: new () => object): object {
  const instance = instances.get(resolver) ?? new resolver();
  instances.set(resolver, instance);
  return instance;
}

/** The schema as text, types and fields in alphabetical order: what schema.graphql holds. */
export async function printSchemaText(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await makeSchema()))}\n`;
}
