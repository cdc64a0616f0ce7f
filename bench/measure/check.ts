import type { Asked, Contender, Figures, Question } from '../questions/question.js';
import type { Sample } from '../questions/sample.js';
import type { CountedDatabase } from './statement-count.js';
import type { Server } from './server.js';

/** What one contender's answers to a question are, beside their figures. */
export interface Answered {
  readonly figures: number;
  /** Of the body. */
  readonly bytes: number;
  readonly statements: number;
}

interface Checked {
  readonly question: Question;
  readonly sample: Sample;
  readonly servers: ReadonlyMap<Contender, Server>;
  readonly database: CountedDatabase;
}

/** The first of them find nothing ready, compiled or planned. */
const WARMING = 20;
const COMPARED = 5;

/**
 * Asks everybody the same and compares what they say; as it is on the way, counts what it takes them, the median of five.
 * @throws Error where somebody says something else than the floor
 */
export async function checkAnswers({
  question,
  sample,
  servers,
  database,
}: Checked): Promise<ReadonlyMap<Contender, Answered>> {
  const seen = new Map<Contender, Answered[]>([...servers.keys()].map((contender) => [contender, []]));
  for (let nth = 0; nth < WARMING + COMPARED; nth += 1) {
    const forms = question.make(sample, nth);
    let expected: Figures | null = null;
    for (const contender of ['floor', ...[...servers.keys()].filter((name) => name !== 'floor')] as const) {
      const server = servers.get(contender);
      if (!server) continue;
      const { asked, read } = forms[contender];
      database.take();
      const body = await ask(server.url, asked);
      const figures = read(JSON.parse(body));
      expected ??= figures;
      refuseOther(`${question.key}: ${contender}`, expected, figures);
      if (nth >= WARMING)
        seen
          .get(contender)
          ?.push({ figures: figures.length, bytes: Buffer.byteLength(body), statements: database.take() });
    }
  }
  return new Map([...seen].map(([contender, answers]) => [contender, medianOf(answers)]));
}

async function ask(url: string, { path, body }: Asked): Promise<string> {
  const response = await fetch(`${url}${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`expected an answer from ${url}${path}, got ${response.status}: ${text}`);
  return text;
}

function refuseOther(who: string, expected: Figures, figures: Figures): void {
  if (expected.length === 0) throw new Error(`${who}: expected figures, got none`);
  const place = Array.from({ length: Math.max(expected.length, figures.length) }, (_, at) => at).find(
    (at) => expected[at] !== figures[at],
  );
  if (place !== undefined)
    throw new Error(
      `${who}: expected ${expected[place] ?? 'no more'} at place ${place}, got ${figures[place] ?? 'no more'}`,
    );
}

function medianOf(answers: readonly Answered[]): Answered {
  const middle = (own: (answer: Answered) => number): number => median(answers.map(own));
  return {
    figures: middle(({ figures }) => figures),
    bytes: middle(({ bytes }) => bytes),
    statements: middle(({ statements }) => statements),
  };
}

/** The middle value, of an even number the lower of the two; NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
