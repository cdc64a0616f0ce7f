import { readFileSync } from 'node:fs';
import { TypeInfo, buildSchema, getNamedType, isObjectType, parse, print, visit, visitWithTypeInfo } from 'graphql';
import type { GraphQLObjectType, SelectionNode } from 'graphql';
import { EXAMPLES } from '../../src/api/examples/examples.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

const SCHEMA = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Fields that are sentences, with those that say the same in Chinese. */
const PAIRS = [
  ['message', 'messageZh'],
  ['formula', 'formulaZh'],
  ['label', 'labelZh'],
  ['expression', 'expressionZh'],
] as const;

/** Sentences that stand beside what a question asks for: the field, the type behind it, and what is asked for. */
const SENTENCES = [
  ['warnings', 'Warning', 'code message messageZh'],
  ['breaks', 'Warning', 'code message messageZh'],
  ['explanation', 'Explanation', 'formula formulaZh steps { label labelZh expression expressionZh }'],
] as const;

/** The question with all sentences that it could ask for, in both languages. */
function askBoth(query: string): string {
  const types = new TypeInfo(SCHEMA);
  return print(
    visit(
      parse(query),
      visitWithTypeInfo(types, {
        SelectionSet: {
          leave: (node) => {
            const type = types.getParentType();
            if (!isObjectType(type)) return undefined;
            return { ...node, selections: [...node.selections, ...sentencesOf(type)] };
          },
        },
      }),
    ),
  );
}

function sentencesOf(type: GraphQLObjectType): SelectionNode[] {
  return SENTENCES.flatMap(([name, of, asked]) => {
    const field = type.getFields()[name];
    if (!field || getNamedType(field.type).name !== of) return [];
    const [definition] = parse(`{ both_${name}: ${name} { ${asked} } }`).definitions;
    return definition?.kind === 'OperationDefinition' ? [...definition.selectionSet.selections] : [];
  });
}

/** All sentences of an answer that are there in both languages. */
function pairsIn(answer: unknown): readonly (readonly [english: string, chinese: string])[] {
  if (Array.isArray(answer)) return answer.flatMap(pairsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const own = answer as Record<string, unknown>;
  const found = PAIRS.flatMap(([name, nameZh]) => {
    const [english, chinese] = [own[name], own[nameZh]];
    return typeof english === 'string' && typeof chinese === 'string' ? [[english, chinese] as const] : [];
  });
  return [...found, ...Object.values(own).flatMap(pairsIn)];
}

/** Lists of warnings in an answer. */
function warningsIn(answer: unknown): readonly (readonly { message: string; messageZh: string }[])[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    name === 'both_warnings' ? [value as { message: string; messageZh: string }[]] : warningsIn(value),
  );
}

/** How many a sentence names before it counts them. */
const MOST_NAMED = 3;

/** The figures, years and codes of a sentence. Where an English one says how many more there are, a Chinese one says how many in all. */
function numbersOf(sentence: string): string[] {
  const more = sentence.replace(/等(\d+)[项个]/g, (_, all: string) => ` ${Number(all) - MOST_NAMED} `);
  return (more.match(/\d+(?:\.\d+)?/g) ?? []).sort();
}

describe.each(STORE_KINDS)('all sentences beside the examples, over the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const answerAll = async (): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const { query, variables, errorCodes } of EXAMPLES.filter((example) => !example.errorCodes)) {
      const { data, errors } = await ask<object>(store(), askBoth(query), variables);
      expect([errors, errorCodes]).toEqual([[], undefined]);
      answers.push(data);
    }
    return answers;
  };

  test('have the same figures, years and codes in Chinese as in English, and Chinese words where those have words', async () => {
    const pairs = new Map((await answerAll()).flatMap(pairsIn));
    expect(pairs.size).toBeGreaterThan(400);
    for (const [english, chinese] of pairs) {
      expect([chinese, numbersOf(chinese)]).toEqual([chinese, numbersOf(english)]);
      expect([chinese, /[A-Za-z]/.test(english) === false || /[\u4e00-\u9fff]/.test(chinese)]).toEqual([chinese, true]);
    }
  });

  test('are as many in Chinese, each said once', async () => {
    const lists = (await answerAll()).flatMap(warningsIn);
    expect(lists.flat().length).toBeGreaterThan(100);
    for (const own of lists)
      expect(new Set(own.map(({ messageZh }) => messageZh)).size).toBe(new Set(own.map(({ message }) => message)).size);
  });

  test('take no more statements in both languages than in one', async () => {
    const statementsOf = async (explanation: string): Promise<number> => {
      const input = 'metrics: [{ key: EXPENDITURE }], baseline: { district: "440104", year: 2019 }';
      const reply = await ask(
        store(),
        `{ compare(input: { ${input} }) { warnings { message } cells { ${explanation} } } }`,
      );
      expect(reply.errors).toEqual([]);
      return reply.statements;
    };
    const english = await statementsOf('explanation { formula steps { label expression } }');
    const both =
      'explanation { formula formulaZh steps { label labelZh expression expressionZh } } warnings { messageZh }';
    expect(await statementsOf(both)).toBe(english);
  });
});

describe.each(STORE_KINDS)('Chinese sentences over the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);

  test('budget 2023 of 番禺 beside final accounts', async () => {
    const { data } = await ask<{ compare: { warnings: { code: string; messageZh: string }[] } }>(
      store(),
      '{ compare(input: { metrics: [{ key: EXPENDITURE }], years: [2017, 2019, 2020, 2023] }) { warnings { code messageZh } } }',
    );
    const [stage] = data.compare.warnings;
    expect(stage).toEqual({
      code: 'STAGE_MISMATCH',
      messageZh:
        '本年支出：广州市2019年、2020年、越秀区2019年等5项为决算数，番禺区2023年为年初预算数——不是同一阶段的数',
    });
  });

  test('a broken identity, by its rule and the four figures', async () => {
    const { data, statements } = await ask<{ findings: { nodes: { messageZh: string; rule: object }[] } }>(
      store(),
      '{ findings(where: { district: { eq: "440113" }, rule: { eq: "REVENUE.TREE" }, outcome: [BROKEN] }, first: 1) { nodes { messageZh rule { titleZh } } } }',
    );
    // 623.18 + 7806.18 + 301.18 + 683.82 = 9414.36
    expect(data.findings.nodes).toEqual([
      {
        messageZh:
          '核对规则：收入表：合计 ≈ Σ 类，类 ≈ Σ 款，款 ≈ Σ 项。“政府办公厅(室)及相关机构事务·合计”印为9929.37万元，计算得9414.36万元，多515.01万元，不符',
        rule: { titleZh: '收入表：合计 ≈ Σ 类，类 ≈ Σ 款，款 ≈ Σ 项' },
      },
    ]);
    // The release, the page, the figures.
    expect(statements).toBe(3);
  });
});
