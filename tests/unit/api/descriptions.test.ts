import { getNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema, GraphQLType } from 'graphql';
import { makeSchema } from '../../../src/api/schema.js';

interface Described {
  /** `Type.field(argument)`. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Everything of our own in the schema that can be described. */
function listDescribed(schema: GraphQLSchema): Described[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type): Described[] => {
    const own = { name: type.name, type: '', text: type.description ?? '' };
    if (isEnumType(type))
      return [own, ...type.getValues().map((value) => describeItem(`${type.name}.${value.name}`, '', value))];
    if (isInputObjectType(type))
      return [
        own,
        ...Object.values(type.getFields()).map((field) => describeTyped(`${type.name}.${field.name}`, field)),
      ];
    if (!isObjectType(type) && !isInterfaceType(type)) return [own];
    return [
      ...(type.name === 'Query' ? [] : [own]),
      ...Object.values(type.getFields()).flatMap((field) => [
        describeTyped(`${type.name}.${field.name}`, field),
        ...field.args.map((argument) => describeTyped(`${type.name}.${field.name}(${argument.name})`, argument)),
      ]),
    ];
  });
}

function describeItem(
  name: string,
  type: string,
  { description }: { description?: string | null | undefined },
): Described {
  return { name, type, text: description ?? '' };
}

function describeTyped(name: string, item: { type: GraphQLType; description?: string | null | undefined }): Described {
  return describeItem(name, getNamedType(item.type).name, item);
}

const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

let all: Described[];
beforeAll(async () => {
  all = listDescribed(await makeSchema());
});

test('everything in the schema says more than its name', () => {
  const silent = all.filter(({ name, text }) => {
    const words = squeeze(text);
    return text.trim() === '' || words === squeeze(name.split(/[.(]/).at(-1) ?? '');
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});

const UNIT = /元|unit|RATIO|PERCENT|points|POINTS|INDEX/;

test('every figure says its unit', () => {
  const figures = all.filter(({ type }) => type === 'Decimal');
  expect(figures.length).toBeGreaterThan(12);
  expect(figures.filter(({ text }) => !UNIT.test(text)).map(({ name }) => name)).toEqual([]);
});

test('every value of a closed list that stands in Chinese documents has its Chinese term', () => {
  const lists = ['Stage', 'Flow', 'Fund', 'Part', 'Statement', 'ReportKind', 'MetricKey', 'AccountLevel', 'AmountUnit'];
  const values = all.filter(({ name }) => lists.includes(name.split('.')[0] ?? '') && name.includes('.'));
  expect(values.length).toBeGreaterThan(80);
  expect(values.filter(({ text }) => !/[\u4e00-\u9fff]/.test(text)).map(({ name }) => name)).toEqual([]);
});
