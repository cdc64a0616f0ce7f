import fc from 'fast-check';
import { getNamedType, isInterfaceType, isLeafType, isObjectType, parse, validate } from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { estimateCost } from '../../src/api/limits/cost.js';
import type { Cost } from '../../src/api/limits/cost.js';
import { makeSchema } from '../../src/api/schema.js';

/** A field that is asked for, with what is asked for below it. */
interface Asked {
  readonly name: string;
  readonly args: string;
  readonly type: string;
  readonly children: readonly Asked[];
}

const DEEPEST = 5;
/** What arguments that have to be there may be. */
const NEEDED: Readonly<Record<string, string>> = {
  id: '"1"',
  metric: 'REVENUE',
  year: '2019',
  stage: 'OUTTURN',
  classification: 'FUNCTIONAL',
  code: '"201"',
  fromYear: '2017',
  toYear: '2019',
  where: '{}',
  groupBy: '[DISTRICT]',
};
/** By their types. */
const INPUTS: Readonly<Record<string, string>> = {
  CompareInput: '{ metrics: [{ key: REVENUE }, { key: EXPENDITURE }], years: [2019] }',
  TrendInput: '{ metric: { key: REVENUE }, district: "440117" }',
  ExecutionInput: '{ district: "440117" }',
};

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await makeSchema();
});

const fieldsOf = (type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

const argumentsOf = ({ args }: GraphQLField<unknown, unknown>): fc.Arbitrary<string> => {
  const needed = args.flatMap(({ name, type }) => {
    const value = NEEDED[name] ?? INPUTS[getNamedType(type).name];
    return value === undefined ? [] : [`${name}: ${value}`];
  });
  const isPaged = args.some(({ name }) => name === 'first');
  const page = isPaged ? fc.option(fc.integer({ min: 0, max: 500 })) : fc.constant(null);
  return page.map((first) => [...needed, ...(first === null ? [] : [`first: ${first}`])].join(', '));
};

/** What may be asked of any object, however deep. */
const TYPE_NAME: Asked = { name: '__typename', type: 'String', args: '', children: [] };

/** One field or more of a type, each once. */
function selectionOf(type: GraphQLNamedType, depth: number): fc.Arbitrary<readonly Asked[]> {
  const fields = fieldsOf(type).filter((field) => depth < DEEPEST || fieldsOf(getNamedType(field.type)).length === 0);
  if (fields.length === 0) return fc.constant(isLeafType(type) ? [] : [TYPE_NAME]);
  return fc
    .subarray([...fields], { minLength: 1, maxLength: Math.min(3, fields.length) })
    .chain((chosen) => fc.tuple(...chosen.map((field) => askedOf(field, depth))));
}

function askedOf(field: GraphQLField<unknown, unknown>, depth: number): fc.Arbitrary<Asked> {
  const type = getNamedType(field.type);
  return fc.record({
    name: fc.constant(field.name),
    type: fc.constant(type.name),
    args: argumentsOf(field),
    children: selectionOf(type, depth + 1),
  });
}

/** A query; built late, as the schema has to be there. */
const query = fc.constant(null).chain(() => selectionOf(schema.getQueryType()!, 1));

type Spelling = (asked: readonly Asked[], type: string) => string;

function spell({ name, args, type, children }: Asked, within: Spelling, alias = ''): string {
  return `${alias}${name}${args && `(${args})`}${children.length > 0 ? ` { ${within(children, type)} }` : ''}`;
}

const plain: Spelling = (asked) => asked.map((own) => spell(own, plain)).join(' ');
const aliased: Spelling = (asked) => asked.map((own, index) => spell(own, aliased, `a${index}: `)).join(' ');
const inline: Spelling = (asked, type) => asked.map((own) => `... on ${type} { ${spell(own, inline)} }`).join(' ');

function spellNamed(asked: readonly Asked[]): string {
  const fragments: string[] = [];
  const named: Spelling = (children, type) =>
    children
      .map((own) => {
        const text = spell(own, named);
        fragments.push(`fragment F${fragments.length} on ${type} { ${text} }`);
        return `...F${fragments.length - 1}`;
      })
      .join(' ');
  const operation = `{ ${named(asked, 'Query')} }`;
  return [operation, ...fragments].join(' ');
}

/** All of one, and of the other what the one has not. */
function merge(one: readonly Asked[], other: readonly Asked[]): readonly Asked[] {
  const added = other.filter(({ name }) => !one.some((own) => own.name === name));
  const kept = one.map((own) => {
    const same = other.find(({ name }) => name === own.name);
    return same ? { ...own, children: merge(own.children, same.children) } : own;
  });
  return [...kept, ...added];
}

function estimate(text: string): Cost {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return estimateCost({ schema, document });
}

test('a query costs the same with aliases, with inline and with named fragments', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const cost = estimate(`{ ${plain(asked, 'Query')} }`);
      expect(estimate(`{ ${aliased(asked, 'Query')} }`)).toEqual(cost);
      expect(estimate(`{ ${inline(asked, 'Query')} }`)).toEqual(cost);
      expect(estimate(spellNamed(asked))).toEqual(cost);
    }),
  );
});

test('asking for more never costs less', () => {
  fc.assert(
    fc.property(query, query, (one, other) => {
      const less = estimate(`{ ${plain(one, 'Query')} }`);
      const more = estimate(`{ ${plain(merge(one, other), 'Query')} }`);
      expect(more.objects).toBeGreaterThanOrEqual(less.objects);
      expect(more.values).toBeGreaterThanOrEqual(less.values);
    }),
  );
});
