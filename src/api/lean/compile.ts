import { GraphQLScalarType, GraphQLSchema, Kind, getVariableValues, visit } from 'graphql';
import type {
  DefinitionNode,
  DocumentNode,
  ExecutionResult,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLFormattedError,
  OperationDefinitionNode,
  ValueNode,
  VariableDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { AppError } from '../../domain/app-error.js';
import type { Context } from '../context.js';
import { formatError, isFailure } from '../errors.js';
import { measureOperation } from '../limits/query-size.js';

/** What an operation leads to. */
interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: readonly GraphQLFormattedError[];
}
export type Variables = Readonly<Record<string, unknown>>;

/** An operation as one function. */
export interface CompiledOperation {
  /** Fields and fragments, written out: what it takes to keep it. */
  readonly selections: number;
  /** Null where it is for graphql-js to say what is wrong, or to read variables that are not given. */
  run(context: Context, variables: Variables): Promise<Answer | null>;
}

/** Compiles a valid operation; null where the function would not do all that graphql-js does. */
export type Compiler = (document: DocumentNode, operation: OperationDefinitionNode) => CompiledOperation | null;

/** Fields and fragments of the largest operation that is compiled, which takes half a millisecond and 9 kB for each. */
const MOST_SELECTIONS = 500;

/** What variables are to the compiler: it would write out every type they have, and one that holds itself (`MetricInput.over`) has no end. */
const GIVEN = new GraphQLScalarType({ name: 'Given', description: 'A variable that graphql-js has read.' });

export function makeCompiler(schema: GraphQLSchema): Compiler {
  const { types, ...config } = schema.toConfig();
  const own = new GraphQLSchema({ ...config, types: [...types, GIVEN] });
  return (document, operation) => {
    if (!canCompile(document, operation)) return null;
    const given = { ...operation, variableDefinitions: operation.variableDefinitions?.map(takeAsGiven) };
    const definitions = document.definitions.map((definition) => (definition === operation ? given : definition));
    const compiled = compileQuery<Answer['data'], Variables>(own, { ...document, definitions }, operation.name?.value, {
      disablingCapturingStackErrors: true,
    });
    if (!isCompiledQuery(compiled)) return null;
    const readVariables = makeVariableReader(schema, document, operation);
    return {
      selections: measure(document, operation).selections,
      run: async (context, variables) => {
        const read = readVariables(variables);
        if (read === null) return null;
        const answer = settle(await compiled.query(undefined, context, read));
        if (answer === null) context.forgetHints();
        return answer;
      },
    };
  };
}

/** What graphql-js leads to as well: all that was asked for, or all but one field of the query itself, that was refused and may be null. */
function settle({ data, errors = [] }: ExecutionResult<Answer['data']>): Answer | null {
  if (!data) return null;
  const [error, ...others] = errors;
  if (!error) return { data };
  const { originalError: refusal } = error;
  if (others.length > 0 || error.path?.length !== 1 || !(refusal instanceof AppError) || isFailure(refusal.code))
    return null;
  return { data, errors: [formatError(error, refusal)] };
}

/**
 * `@skip` and `@include` stay with graphql-js: the compiler notes them at a field, though a fragment may be spread with and without. So
 * do questions about the schema, of which the compiler has a type more.
 */
function canCompile(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const { directives, selections } = measure(document, operation);
  return directives === 0 && selections <= MOST_SELECTIONS && !asksForSchema(document);
}

function measure(document: DocumentNode, operation: OperationDefinitionNode): ReturnType<typeof measureOperation> {
  const fragments = document.definitions.filter(isFragment);
  return measureOperation(operation, (name) => fragments.find((fragment) => fragment.name.value === name));
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  const look = ({ name: { value } }: FieldNode): void => void (found ||= value === '__schema' || value === '__type');
  visit(document, { Field: look });
  return found;
}

function takeAsGiven(definition: VariableDefinitionNode): VariableDefinitionNode {
  const { defaultValue: _settled, ...others } = definition;
  return { ...others, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: GIVEN.name } } };
}

/**
 * Reads variables by graphql-js, their defaults filled in. Null where they are refused, or where one that stands inside a literal is not
 * given: there the compiled function has null for what is absent.
 */
function makeVariableReader(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (variables: Variables) => Variables | null {
  const inside = findVariablesInLiterals(document);
  return (variables) => {
    const { coerced } = getVariableValues(schema, variableDefinitions, variables);
    return coerced === undefined || inside.some((name) => coerced[name] == null) ? null : coerced;
  };
}

function findVariablesInLiterals(document: DocumentNode): string[] {
  const found = new Set<string>();
  const collect = (literal: ValueNode): void =>
    void visit(literal, { Variable: ({ name }) => void found.add(name.value) });
  visit(document, { ListValue: collect, ObjectValue: collect });
  return [...found];
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}
