import { getNamedType, getNullableType, isLeafType, isListType, validate } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createComplexityRule } from 'graphql-query-complexity';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { MOST_CELLS } from '../../app/compare-request.js';
import type { CompareRequest } from '../../app/compare-request.js';
import { DEFAULT_FIRST, MOST_FIRST } from './limits.js';

/**
 * How many objects a list is taken to have, by field or by type and field. What a page or a comparison repeats is counted there:
 * `nodes` once for each of `first`. 0: it stands once beside them; it must lead to nothing else, or it would be free.
 */
export const ASSUMED_SIZES: Readonly<Record<string, number>> = {
  nodes: 1,
  edges: 1,
  pageInfo: 0,
  sources: 3,
  'Comparison.cells': 1,
  'Comparison.warnings': 0,
  'Comparison.release': 0,
};
const ASSUMED_SIZE = 10;
/** Districts or departments, and years, of a comparison that names none. */
const ASSUMED_ENTITIES = 20;
const ASSUMED_YEARS = 10;

interface Question {
  readonly schema: GraphQLSchema;
  /** Valid, and of no more selections than the limit. */
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

/**
 * The number of objects that a valid query's answer may have. What can't be executed (a variable of the wrong type, an argument
 * that is missing) costs nothing: execution refuses it.
 */
export function estimateCost({ schema, document, operationName, variables = {} }: Question): number {
  let cost = 0;
  const rule = createComplexityRule({
    maximumComplexity: Number.MAX_VALUE,
    maxQueryNodes: Infinity,
    variables,
    ...(operationName != null && { operationName }),
    estimators: [estimateField],
    onComplete: (complexity) => (cost = complexity),
  });
  validate(schema, document, [rule], { maxErrors: Infinity });
  return cost;
}

function estimateField({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  if (isLeafType(getNamedType(field.type))) return 0;
  const name = `${type.name}.${field.name}`;
  if (name === 'Query.compare') return 1 + countCells(args['input']) * childComplexity;
  if (field.args.some((argument) => argument.name === 'first')) return 1 + sizeOfPage(args['first']) * childComplexity;
  const size = ASSUMED_SIZES[name] ?? ASSUMED_SIZES[field.name];
  return (size ?? (isListType(getNullableType(field.type)) ? ASSUMED_SIZE : 1)) * (1 + childComplexity);
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
