import { getNamedType, isLeafType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';

type Class = new () => object;
type Arguments = Readonly<Record<string, unknown>>;

/** A method that resolves a field, as type-graphql has noted it. */
interface FieldMethod {
  readonly kind: 'internal' | 'external';
  readonly target: Class;
  readonly methodName: string;
  readonly getObjectType: () => Class;
  readonly params: readonly Parameter[];
  readonly middlewares?: readonly unknown[];
}
interface Parameter {
  readonly index: number;
  readonly kind: string;
  readonly name?: string;
  readonly propertyName?: string;
}
interface NotedType {
  readonly name: string;
  readonly target: Class;
  readonly interfaceClasses?: readonly Class[];
  readonly fields?: readonly { readonly target: Class; readonly name: string; readonly schemaName: string }[];
}
interface Noted {
  readonly fieldResolvers: readonly FieldMethod[];
  readonly objectTypes: readonly NotedType[];
  readonly interfaceTypes: readonly NotedType[];
}

/** Reads one parameter of a method from what a resolver is given. */
type Read = (root: object, args: Arguments, context: Context, info: GraphQLResolveInfo) => unknown;

/**
 * Has the methods called that resolve the fields of rows, without what type-graphql does before: it sorts the parameters, looks for the
 * instance and asks for promises, for each value anew. A field whose arguments hold an input object stays with it.
 */
export function resolveByMethods(schema: GraphQLSchema, instanceOf: (resolver: Class) => object): void {
  const { fieldResolvers, objectTypes, interfaceTypes } = notesOfTypeGraphql();
  for (const { name, fields = [], interfaceClasses = [] } of objectTypes) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    const inherited = interfaceTypes.flatMap((own) =>
      interfaceClasses.includes(own.target) ? (own.fields ?? []) : [],
    );
    for (const noted of [...inherited, ...fields]) {
      const field = type.getFields()[noted.schemaName];
      const method = fieldResolvers.find(
        (own) => own.methodName === noted.name && own.kind === 'external' && own.getObjectType() === noted.target,
      );
      if (field && method) field.resolve = callMethod(field, method, instanceOf(method.target)) ?? field.resolve;
    }
  }
}

/** It keeps them for the whole process, and gives no other way to them. */
function notesOfTypeGraphql(): Noted {
  return (globalThis as unknown as { readonly TypeGraphQLMetadataStorage: Noted }).TypeGraphQLMetadataStorage;
}

function callMethod(
  { args }: GraphQLField<object, Context>,
  { methodName, params, middlewares = [] }: FieldMethod,
  instance: object,
): GraphQLFieldResolver<object, Context> | null {
  if (middlewares.length > 0 || args.some(({ type }) => !isLeafType(getNamedType(type)))) return null;
  const reads = [...params].sort((a, b) => a.index - b.index).map(readParameter);
  if (reads.includes(null)) return null;
  const [first, second, third, ...others] = reads as readonly Read[];
  const method = (instance as Record<string, (...given: readonly unknown[]) => unknown>)[methodName];
  if (!method) return null;
  return (root, own, context, info) =>
    method.call(
      instance,
      first?.(root, own, context, info),
      second?.(root, own, context, info),
      third?.(root, own, context, info),
      ...others.map((read) => read(root, own, context, info)),
    );
}

function readParameter({ kind, name = '', propertyName }: Parameter): Read | null {
  if (propertyName !== undefined) return null;
  if (kind === 'root') return (root) => root;
  if (kind === 'context') return (_root, _args, context) => context;
  if (kind === 'info') return (_root, _args, _context, info) => info;
  if (kind === 'args') return (_root, args) => args;
  return kind === 'arg' ? (_root, args) => args[name] : null;
}
