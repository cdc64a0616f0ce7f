import { saveQuestion } from '../../src/store/questions.js';
import type { Store } from '../../src/store/store.js';
import { comparisonId } from '../support/comparison-id.js';
import { exportText } from '../support/export-text.js';
import { FIVE_REPORTS } from '../support/fillings.js';
import { STORE_KINDS, useTestStore } from '../support/test-stores.js';
import { ask } from './ask.js';

const INPUT = {
  metrics: [
    { key: 'BASIC_EXPENDITURE' },
    { account: { classification: 'FUNCTIONAL', code: '2010301' }, name: '行政运行' },
  ],
  ...{ districts: ['440117', '440104'], years: [2019], where: { body: { contains: '政务' } } },
  ...{ normalise: 'SHARE_OF_TOTAL', baseline: { stages: ['ORIGINAL_BUDGET'] }, stages: null },
};
const ANSWER =
  '{ id verdict question warnings { message } cells { metric value baseline district { code } sources { id } } }';
const ASK = `query ($input: CompareInput!) { compare(input: $input) ${ANSWER} }`;
const RECALL = `query ($id: ID!) { comparison(id: $id) ${ANSWER} }`;

interface Answer {
  readonly id: string;
  readonly question: string;
  readonly cells: readonly { readonly value: string | null }[];
}

describe.each(STORE_KINDS)('a comparison made earlier on $name', (kind) => {
  const store = useTestStore(kind, FIVE_REPORTS);
  const recall = async (id: string) => ask<{ comparison: Answer | null }>(store(), RECALL, { id });

  test('is answered by its id as it was by its question, for one statement more; asking again writes nothing', async () => {
    const first = await ask<{ compare: Answer }>(store(), ASK, { input: INPUT });
    const again = await ask<{ compare: Answer }>(store(), ASK, { input: INPUT });
    const later = await recall(first.data.compare.id);
    expect(later.errors).toEqual([]);
    expect([later.data.comparison, later.extensions]).toEqual([first.data.compare, first.extensions]);
    // 776.00 / 1303.92, of 从化
    expect(later.data.comparison?.cells[0]?.value).toBe('0.59512854');
    expect([first.statements - again.statements, later.statements - again.statements]).toEqual([1, 1]);
  });

  test('repeats its question: defaults spelled out, what was not asked left away; asked again it has the same id', async () => {
    const { data } = await ask<{ compare: Answer }>(store(), ASK, { input: INPUT });
    const { id, question } = data.compare;
    expect(JSON.parse(question)).toEqual({
      ...{ metrics: INPUT.metrics, districts: INPUT.districts, years: [2019], where: INPUT.where },
      ...{ normalise: 'SHARE_OF_TOTAL', baseline: INPUT.baseline, of: 'DISTRICT', unit: 'WAN_YUAN' },
    });
    const again = await ask<{ compare: Answer }>(store(), ASK, { input: JSON.parse(question) as object });
    expect([again.data.compare.id, again.data.compare.question]).toEqual([id, question]);
  });

  test('that nobody made is null, and a hint says so', async () => {
    const { data, errors, extensions } = await recall('no such');
    expect([data.comparison, errors, extensions['hints']]).toEqual([null, [], ['no comparison has the id "no such"']]);
  });

  test('of a question that was never asked for its id is not kept', async () => {
    const input = { metrics: [{ key: 'REVENUE' }], years: [2017] };
    await ask(store(), 'query ($input: CompareInput!) { compare(input: $input) { verdict } }', { input });
    expect((await recall(comparisonId({ metrics: [{ key: 'REVENUE' }], years: [2017] }))).data.comparison).toBeNull();
  });

  test('whose question this version does not know or can not answer is refused as a fresh one is', async () => {
    const keep = (id: string, input: string) => saveQuestion(store(), { id, input });
    await keep('unknown-metric', '{"metrics":[{"key":"HAPPINESS"}]}');
    await keep('unknown-field', '{"metrics":[],"mood":"GOOD"}');
    await keep('not-meant', '{"metrics":[{}]}');
    const messages = [];
    for (const id of ['unknown-metric', 'unknown-field', 'not-meant']) {
      const { data, errors } = await recall(id);
      expect(data.comparison).toBeNull();
      messages.push(...errors.map(({ message, extensions }) => [message, extensions?.['code']]));
    }
    expect(messages).toEqual([
      [expect.stringMatching(/^question\.metrics\[0\]\.key: Value "HAPPINESS" does not exist/), 'BAD_USER_INPUT'],
      [expect.stringMatching(/^question: Field "mood" is not defined by type "CompareInput"/), 'BAD_USER_INPUT'],
      ['expected exactly one of key and account, got none', 'BAD_USER_INPUT'],
    ]);
  });

  test('is expected to hold as much as when it was asked', async () => {
    const years = Array.from({ length: 200 }, (_, place) => 1900 + place);
    const input = { metrics: Array.from({ length: 20 }, () => ({ key: 'EXPENDITURE' })), years };
    const kept = await ask<{ compare: Answer }>(
      store(),
      'query ($input: CompareInput!) { compare(input: $input) { id } }',
      {
        input,
      },
    );
    const cells = '{ cells { sources { report { department { reports { title } } } } } }';
    const asked = await ask(store(), `query ($input: CompareInput!) { compare(input: $input) ${cells} }`, { input });
    const recalled = await ask(store(), `query ($id: ID!) { comparison(id: $id) ${cells} }`, {
      id: kept.data.compare.id,
    });
    expect(asked.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['TOO_COSTLY']);
    expect(recalled.errors.map(({ message }) => message)).toEqual(asked.errors.map(({ message }) => message));
  });

  test('is exported by its id as by its question, and an export keeps its question too', async () => {
    const byInput = await exportText(store(), { table: 'comparison', input: '{"metrics":[{"key":"REVENUE"}]}' });
    const id = comparisonId({ metrics: [{ key: 'REVENUE' }] });
    expect(byInput.text).toContain(id);
    expect((await exportText(store(), { table: 'comparison', id })).text).toBe(byInput.text);
    expect((await recall(id)).data.comparison?.cells.length).toBeGreaterThan(3);
    await expect(exportText(store(), { table: 'comparison', id: 'no such' })).rejects.toMatchObject({
      ...{ code: 'BAD_USER_INPUT', message: 'expected the id of a comparison made earlier, got "no such"' },
    });
    for (const [parameters, got] of [
      [{}, 'none'],
      [{ id, input: '{}' }, 'both'],
    ] as const)
      await expect(exportText(store(), { table: 'comparison', ...parameters })).rejects.toMatchObject({
        message: `expected either input, a CompareInput, or id, of a comparison made earlier, got ${got}`,
      });
  });

  test('is answered, but not kept, where its question is too long or nothing may be written: a hint says so', async () => {
    const metrics = Array.from({ length: 60 }, (_, place) => ({
      key: 'REVENUE',
      name: `${place}`.padStart(1_000, '0'),
    }));
    const query = 'query ($input: CompareInput!) { compare(input: $input) { id question } }';
    const long = await ask<{ compare: Answer }>(store(), query, { input: { metrics, years: [2019] } });
    const { id, question } = long.data.compare;
    expect(question.length).toBeGreaterThan(60_000);
    expect(long.extensions['hints']).toEqual([
      `comparison ${id} is not kept to be asked for by its id: its input has ${question.length} characters, more than 50000`,
    ]);
    expect((await recall(id)).data.comparison).toBeNull();
    const readOnly = await ask<{ compare: Answer }>(refuseWriting(store()), query, {
      input: { metrics: [{ key: 'MEETINGS' }] },
    });
    expect(readOnly.extensions['hints']).toEqual([
      `comparison ${readOnly.data.compare.id} is not kept to be asked for by its id: expected a role that may do this in the database, got: read-only`,
    ]);
  });

  test('goes when there are too many: the oldest first', async () => {
    const others = Array.from({ length: 4 }, (_, place) => `older-${place}`);
    for (const id of others) {
      await saveQuestion(store(), { id, input: '{"metrics":[]}' }, 2);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const left = await store().client.$queryRaw<{ id: string }[]>`SELECT "id" FROM "Question" ORDER BY "createdAt"`;
    expect(left.map(({ id }) => id)).toEqual(others.slice(2));
  });
});

/** As a server that only reads says it. */
function refuseWriting(store: Store): Store {
  const refuse = () => Promise.reject(Object.assign(new Error('read-only'), { code: '25006' }));
  const client = new Proxy(store.client, {
    get: (target, name) => (name === '$executeRaw' ? refuse : (Reflect.get(target, name) as unknown)),
  });
  return { ...store, client };
}
