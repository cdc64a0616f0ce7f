import {
  Kind,
  TypeInfo,
  ValidationContext,
  getEnterLeaveForKind,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  visit,
} from 'graphql';
import type { ASTNode, DocumentNode, GraphQLField, GraphQLSchema } from 'graphql';
import { createComplexityRule } from 'graphql-query-complexity';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { MOST_CELLS } from '../../app/compare-request.js';
import type { CompareRequest } from '../../app/compare-request.js';
import { DEFAULT_FIRST, MOST_FIRST } from './limits.js';

/** Too little to count, but not nothing. */
const TRACE = 1e-6;

/**
 * How often something stands in an answer, by field or by type and field; else a list has ten, and all else is one. What a page or
 * a comparison repeats is multiplied there, so `nodes` is one here and what stands beside it nothing. For pageInfo a page has to be
 * read, even if none of its rows is asked for. What is nothing must lead to no other list: that would be free.
 */
export const ASSUMED_SIZES: Readonly<Record<string, number>> = {
  nodes: 1,
  edges: 1,
  totalCount: 0,
  pageInfo: TRACE,
  sources: 3,
  warnings: 1,
  'Report.findings': 600,
  'Report.reportedFacts': 150,
  'Query.rules': 100,
  'Query.statistics': 100,
  'ComparisonCell.statistics': 2,
  'Coverage.cells': 50,
  'Finding.lineItems': 5,
  'Finding.facts': 2,
  'Aggregation.verdict': 0,
  'Aggregation.warnings': 0,
  'Aggregation.total': 0,
  'Comparison.cells': 1,
  'Comparison.id': 0,
  'Comparison.question': 0,
  'Comparison.verdict': 0,
  'Comparison.warnings': 0,
  'ExecutionYear.items': 30,
  'Ranking.verdict': 0,
  'Ranking.warnings': 0,
};
const ASSUMED_SIZE = 10;
/** Are nothing themselves; what they lead to counts as if it stood in every row: it may be a list. */
const ONCE: readonly string[] = ['Comparison.release', 'Ranking.release', 'Aggregation.release'];
/** Values that a computed one counts as: half of what it takes, so that 20,000 cells with printed sources still pass. */
const COMPUTED = 5;
/** Districts or departments, and years, of a comparison that names none. */
const ASSUMED_ENTITIES = 20;
const ASSUMED_YEARS = 10;

interface Question {
  readonly schema: GraphQLSchema;
  /** Valid, and within the limits of its size. */
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
  /** What a comparison made earlier asks for, by its id; null: nothing that can be answered. */
  readonly recall?: (id: string) => CompareRequest | null;
}

/** How much an answer is expected to hold. */
export interface Cost {
  readonly objects: number;
  /** Numbers, texts and so on; what is computed counts more. */
  readonly values: number;
}

/**
 * What a valid query's answer may hold. What can't be executed (a variable of the wrong type, an argument that is missing) costs
 * nothing: execution refuses it.
 * @param onLeftOut is told of each such part: with other variables it may cost something
 */
export function estimateCost(question: Question, onLeftOut: () => void = () => undefined): Cost {
  return { objects: count(question, 'objects', onLeftOut), values: count(question, 'values', onLeftOut) };
}

/**
 * Whether variables have a say in it: those that stand in what `estimateCost` looks at. Where they have none, the operation costs the same
 * each time that it can be executed.
 */
export function isCostOfVariables(document: DocumentNode): boolean {
  let found = false;
  const lookWithin = (node: ASTNode): void => void visit(node, { Variable: () => void (found = true) });
  visit(document, {
    Directive: lookWithin,
    Field: ({ name: { value: field }, arguments: given = [] }) =>
      given.filter(({ name: { value: name } }) => isLookedAt(field, name)).forEach(lookWithin),
  });
  return found;
}

function isLookedAt(field: string, argument: string): boolean {
  return (
    argument === 'first' ||
    (field === 'compare' && argument === 'input') ||
    (field === 'comparison' && argument === 'id')
  );
}

function count(question: Question, counted: keyof Cost, onLeftOut: () => void): number {
  const { schema, document, operationName, variables = {}, recall = () => null } = question;
  let cost = 0;
  const rule = createComplexityRule({
    maximumComplexity: Number.MAX_VALUE,
    maxQueryNodes: Infinity,
    variables,
    ...(operationName !== undefined && { operationName }),
    estimators: [estimateField(counted, recall)],
    onComplete: (complexity) => (cost = complexity),
  });
  const visitor = rule(new ValidationContext(schema, document, new TypeInfo(schema), onLeftOut));
  const { enter, leave } = getEnterLeaveForKind(visitor, Kind.OPERATION_DEFINITION);
  // The rule walks operations by itself; a validator that walks along takes as long again.
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION)
      for (const count of [enter, leave]) count?.call(visitor, definition, undefined, undefined, [], []);
  return cost;
}

function estimateField(counted: keyof Cost, recall: NonNullable<Question['recall']>): ComplexityEstimator {
  return ({ type, field, args, childComplexity }) => {
    const own = isLeafType(getNamedType(field.type)) === (counted === 'values') ? weigh(field) : 0;
    const name = `${type.name}.${field.name}`;
    const asked = name === 'Query.compare' ? args['input'] : name === 'Query.comparison' ? recall(args['id']) : null;
    if (asked) return own + countCells(asked) * Math.max(1, settle(childComplexity));
    if (field.args.some((argument) => argument.name === 'first'))
      return own + sizeOfPage(args['first']) * settle(childComplexity);
    if (ONCE.includes(name)) return childComplexity;
    const size = ASSUMED_SIZES[name] ?? ASSUMED_SIZES[field.name];
    return (size ?? (isListType(getNullableType(field.type)) ? ASSUMED_SIZE : 1)) * (own + childComplexity);
  };
}

/** A leaf with arguments (an amount, whose unit can be chosen) is computed: measured, that takes ten times as long as one that is read. */
function weigh({ type, args }: GraphQLField<unknown, unknown>): number {
  return isLeafType(getNamedType(type)) && args.length > 0 ? COMPUTED : 1;
}

/** Where there are but traces, a row is one object. */
function settle(childComplexity: number): number {
  return childComplexity > 0 ? Math.max(1, Math.floor(childComplexity)) : 0;
}

/** What is out of bounds is refused, with its own sentence, when the page is asked for. */
function sizeOfPage(first: number | null | undefined): number {
  return Math.min(Math.max(first ?? DEFAULT_FIRST, 0), MOST_FIRST);
}

function countCells({ metrics, districts, departments, years, stages }: CompareRequest): number {
  const entities = (departments ?? districts)?.length ?? ASSUMED_ENTITIES;
  const cells = metrics.length * entities * (years?.length ?? ASSUMED_YEARS) * (stages?.length ?? 1);
  return Math.min(cells, MOST_CELLS);
}
