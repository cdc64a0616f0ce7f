import { format, resolveConfig } from 'prettier';
import type { Answered } from '../measure/check.js';
import { median } from '../measure/check.js';
import type { Exported } from '../measure/export.js';
import type { Run } from '../measure/rounds.js';
import { CONTENDERS } from '../questions/question.js';
import type { Contender, Question } from '../questions/question.js';
import { EXPORT_GOAL, GOALS } from './goals.js';
import { ANSWERS_PER_CPU, RATE, divideRuns, findRuns } from './ratios.js';
import type { Quantity } from './ratios.js';

/** All that was found. */
export interface Results {
  readonly setting: readonly string[];
  readonly questions: readonly Question[];
  /** By key of the question. */
  readonly answered: ReadonlyMap<string, ReadonlyMap<Contender, Answered>>;
  readonly runs: readonly Run[];
  readonly exports: readonly Exported[];
}

const NAMES: Readonly<Record<Contender, string>> = {
  product: 'duizhao',
  floor: 'floor',
  postgraphile: 'PostGraphile 5',
  prisma: 'Prisma + DataLoader + Apollo',
};

/** The connections that goals are set for. */
const JUDGED_AT = 16;

/** The results as docs/benchmarks.md has them. */
export async function writeMarkdown(results: Results): Promise<string> {
  const text = [
    '# Benchmarks',
    INTRODUCTION,
    listOf(results.setting),
    ...writeRatios(results),
    ...writeAnswers(results),
    ...writeExports(results.exports),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig('docs/benchmarks.md')), parser: 'markdown' });
}

const INTRODUCTION = `> **中文简介** — 本页由 \`npm run bench\` 写成：同一个数据库上，本产品、最低成本的手写服务（floor）与两个同类方案回答同样的问题，先逐值核对答案，再轮流测速。
> 看比值，不看绝对值；差异在 20 % 以内没有意义。

Written by \`npm run bench\` ([how](../bench/README.md#beside-others)). All answer the same questions on the same database; their figures were compared before anything was timed. Ratios
are what counts, the median of the rounds; differences under 20 % mean nothing.

- **duizhao** as \`npm run --silent cli -- serve\` serves it: limits, headers and log on. _First_: no request comes twice; _again_: the same request again.
- **floor**: node:http and named statements over the ready figures, no cache, no limits, no warnings or verdict.
- **PostGraphile 5** with aggregates, and **Prisma + DataLoader + Apollo**: over base rows, with the indexes that there are. What they leave to their client (shares, a ranking) is not timed.`;

function writeRatios({ questions, runs }: Results): readonly string[] {
  const counts = [...new Set(runs.map(({ connections }) => connections))];
  return [
    ['Answers a second', RATE, true] as const,
    ['Answers for the same CPU, server and database together', ANSWERS_PER_CPU, false] as const,
  ].flatMap(([title, quantity, hasGoals]) =>
    counts.flatMap((connections) => [
      `## ${title}, ${connections === 1 ? '1 connection' : `${connections} connections`}`,
      writeTable(
        ['', 'first × floor', 'again × floor', '× PostGraphile', '× Prisma'],
        questions.map(({ key, title: about }) => [
          `${key} ${about}`,
          ...ratiosOf({ runs, quantity, key, connections, hasGoals: hasGoals && connections === JUDGED_AT }),
        ]),
      ),
    ]),
  );
}

interface Row {
  readonly runs: readonly Run[];
  readonly quantity: Quantity;
  readonly key: string;
  readonly connections: number;
  readonly hasGoals: boolean;
}

/** With goals: beside each what it is to reach, and bold where it doesn't. */
function ratiosOf({ runs, quantity, key, connections, hasGoals }: Row): readonly string[] {
  const goal = hasGoals ? GOALS[key] : undefined;
  const against = (other: Exclude<Contender, 'product'>, asked: Run['asked']): number | null =>
    divideRuns(runs, quantity, { question: key, connections, asked }, other);
  return [
    judge(against('floor', 'FIRST'), goal?.first.must, goal && `${goal.first.must}, aim ${goal.first.aim}`),
    judge(against('floor', 'AGAIN'), goal?.again),
    judge(against('postgraphile', 'FIRST'), goal?.postgraphile),
    judge(against('prisma', 'FIRST'), goal?.prisma),
  ];
}

function judge(ratio: number | null, goal?: number, described = String(goal)): string {
  if (ratio === null) return '–';
  if (goal === undefined) return spell(ratio);
  return ratio >= goal ? `${spell(ratio)} (≥ ${described})` : `**${spell(ratio)}** (≥ ${described}: not met)`;
}

function writeAnswers({ questions, runs, answered }: Results): readonly string[] {
  const rows = questions.flatMap(({ key }) =>
    turnsOf(runs, key).map(({ contender, asked, connections }) => {
      const own = findRuns(runs, { question: key, connections, contender, asked });
      const middle = (quantity: (run: Run) => number): string => spell(median(own.map(quantity)));
      const answer = answered.get(key)?.get(contender);
      return [
        key,
        `${NAMES[contender]}${contender === 'product' ? `, ${asked.toLowerCase()}` : ''}`,
        String(connections),
        middle(({ rate }) => rate),
        middle(({ milliseconds }) => milliseconds.median),
        middle(({ milliseconds }) => milliseconds.slow),
        middle(({ cpu }) => cpu.server),
        middle(({ cpu }) => cpu.database ?? NaN),
        asked === 'AGAIN' ? '' : String(answer?.statements ?? ''),
        answer?.bytes.toLocaleString('en') ?? '',
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    '## Each by itself',
    'CPU in milliseconds an answer, without parallel workers of PostgreSQL. Statements as the protocol executes them, BEGIN and COMMIT included; bytes of the body, uncompressed.',
    writeTable(
      ['', 'who', 'conn.', 'answers/s', 'median ms', '99 % ms', 'CPU server', 'CPU database', 'statements', 'bytes'],
      rows,
    ),
  ];
}

function turnsOf(runs: readonly Run[], key: string): readonly Run[] {
  const order = (run: Run): number => run.connections * 100 + CONTENDERS.indexOf(run.contender) * 10;
  return runs
    .filter(({ question, round }) => question === key && round === 0)
    .sort((one, other) => order(one) - order(other) || (one.asked < other.asked ? 1 : -1));
}

function writeExports(exports: readonly Exported[]): readonly string[] {
  if (exports.length === 0) return [];
  const of = (contender: Exported['contender'], quantity: (own: Exported) => number): number =>
    median(exports.filter((own) => own.contender === contender).map(quantity));
  const rows = (['product', 'floor'] as const).map((contender) => [
    contender === 'product' ? 'duizhao' : 'COPY (SELECT row_to_json …)',
    of(contender, (own) => own.rows).toLocaleString('en'),
    of(contender, ({ bytes }) => bytes).toLocaleString('en'),
    spell(of(contender, ({ milliseconds }) => milliseconds)),
    spell(of(contender, ({ first }) => first)),
    spell(of(contender, ({ growth }) => growth)),
  ]);
  const speed = of('floor', ({ milliseconds }) => milliseconds) / of('product', ({ milliseconds }) => milliseconds);
  const [first, growth] = [of('product', (own) => own.first), of('product', (own) => own.growth)];
  const { speed: least, first: latest, growth: most } = EXPORT_GOAL;
  return [
    '## Q5 an export of line items as NDJSON',
    writeTable(['who', 'rows', 'bytes', 'ms', 'first byte ms', 'growth MB'], rows),
    listOf([
      `speed ${judge(speed, least, `${least} × COPY`)}`,
      `first byte ${first <= latest ? spell(first) : `**${spell(first)}**`} ms (≤ ${latest})`,
      `growth ${growth <= most ? spell(growth) : `**${spell(growth)}**`} MB (≤ ${most})`,
    ]),
  ];
}

function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

function writeTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Three digits that count. */
function spell(number: number): string {
  if (Number.isNaN(number)) return '–';
  return number >= 100
    ? Math.round(number).toLocaleString('en')
    : String(Number(number.toPrecision(number < 1 ? 2 : 3)));
}
