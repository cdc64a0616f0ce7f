import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import type { Example } from '../../src/api/examples/example.js';
import { EXAMPLES } from '../../src/api/examples/examples.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';
import { CHECKED } from './example-answers/checked.js';
import { COMPUTED } from './example-answers/computed.js';
import { LISTED } from './example-answers/listed.js';
import { SCALED } from './example-answers/scaled.js';
import { SUMMED } from './example-answers/summed.js';

const ANSWERS = { ...CHECKED, ...COMPUTED, ...LISTED, ...SCALED, ...SUMMED };
const OPERATIONS = EXAMPLES.map((example) => [nameOf(example), example] as const);

describe.each(STORE_KINDS)('examples over the five published reports on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);

  test.each(OPERATIONS)('%s answers what the documents print', async (name, { query, variables, errorCodes }) => {
    const { statements, shows } = ANSWERS[name] ?? { shows: {} };
    const reply = await ask<object>(store(), query, variables);
    for (const [place, value] of Object.entries(shows)) expect(reply).toHaveProperty(place, value);
    expect(reply.errors.map(({ extensions }) => extensions?.['code'])).toEqual(errorCodes ?? []);
    expect('hints' in reply.extensions).toBe(Object.keys(shows).some((place) => place.startsWith('extensions.hints')));
    expect(reply.statements).toBe(statements);
  });

  test.each([
    ['FirstPage', 'NextPage', 'lineItems'],
    ['WhoGrewMost', 'WhoGrewMostNext', 'rank'],
  ])('the page of %s ends where %s begins', async (...[firstName, nextName, field]) => {
    const [first, next] = [firstName, nextName].map((name) => OPERATIONS.find(([own]) => own === name)?.[1]);
    const { data } = await ask<Record<string, { pageInfo: { endCursor: string } }>>(
      store(),
      first?.query ?? '',
      first?.variables,
    );
    expect(next?.variables).toEqual({ ...first?.variables, after: data[field]?.pageInfo.endCursor });
  });

  test('what a unit of the budget lists is 515.00 less than its total, as the example says', async () => {
    const example = OPERATIONS.find(([name]) => name === 'ProjectsByUnit')?.[1];
    const { data } = await ask<{ lineItems: { nodes: { unitName: string | null; leaf: boolean; amount: string }[] } }>(
      store(),
      example?.query ?? '',
      example?.variables,
    );
    const own = data.lineItems.nodes.filter(({ unitName, leaf }) => leaf && unitName?.endsWith('本级'));
    // 004:458–623: 6.00, 3823.00, 733.00 … 250.00
    const fen = own.map(({ amount }) => BigInt(amount.replace('.', ''))).reduce((sum, amount) => sum + amount, 0n);
    expect([own.length, fen]).toEqual([20, 12_585_00n]);
  });
});

describe('the menu of examples', () => {
  test('begins with two districts side by side', () => {
    expect([EXAMPLES[0]?.title, nameOf(EXAMPLES[0])]).toEqual(['Two districts side by side', 'SideBySide']);
  });

  test('has 40 at least, no two of one title or operation; each has an answer that was read by hand', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(40);
    const names = OPERATIONS.map(([name]) => name);
    for (const own of [EXAMPLES.map(({ title }) => title), EXAMPLES.map(({ titleZh }) => titleZh), names])
      expect(new Set(own).size).toBe(EXAMPLES.length);
    expect(Object.keys(ANSWERS).sort()).toEqual(names.sort());
  });

  test('its groups have two examples at least, that follow each other, and one heading in each language', () => {
    const headings = EXAMPLES.map(({ group, groupZh }) => `${groupZh} ${group}`);
    const groups = headings.filter((heading, place) => heading !== headings[place - 1]);
    for (const own of [groups, EXAMPLES.map(({ group }) => group), EXAMPLES.map(({ groupZh }) => groupZh)])
      expect(new Set(own).size).toBe(groups.length);
    for (const group of groups) expect(headings.filter((heading) => heading === group).length).toBeGreaterThan(1);
  });

  test('each says in Chinese and English what is learnt, and what to look at', () => {
    for (const [name, { query }] of OPERATIONS) {
      const comment = query.split('\n').slice(0, 5);
      const form = [/^# .*[\u4e00-\u9fff]/, /^# [A-Z]/, /^# 看/, /^# Look at /, /^query /];
      expect([name, comment.map((line, place) => form[place]?.test(line))]).toEqual([name, form.map(() => true)]);
    }
  });

  test('variables are those that the question declares, and what a reader would change is one', () => {
    for (const [name, { query, variables = {} }] of OPERATIONS) {
      const declared = operationOf(query).variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
      expect([name, Object.keys(variables)]).toEqual([name, declared]);
    }
  });

  test('documentation and pages link to examples that are there', () => {
    const files = ['README.md', ...listFiles('docs'), ...listFiles('src/web')].filter((file) =>
      /\.(md|html|tsx?)$/.test(file),
    );
    const linked = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/[?&]example=([A-Za-z]\w*)/g)].map(([, name]) => name),
    );
    expect(linked.filter((name) => !OPERATIONS.some(([own]) => own === name))).toEqual([]);
  });
});

function operationOf(query: string): OperationDefinitionNode {
  const [operation, ...others] = parse(query).definitions.filter((node) => node.kind === 'OperationDefinition');
  if (!operation || others.length > 0) throw new Error(`expected one operation, got ${others.length + 1}: ${query}`);
  return operation;
}

function nameOf(example: Example | undefined): string {
  return operationOf(example?.query ?? '').name?.value ?? '';
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
