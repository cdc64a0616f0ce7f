import { Kind, parse } from 'graphql';

/** A question to begin with: `GET /playground/examples.json` answers a list of these. */
export interface ExampleQuestion {
  group: string;
  groupZh: string;
  title: string;
  titleZh: string;
  query: string;
  variables?: Record<string, unknown> | undefined;
}

/** What an editor begins with. */
export interface OpenedQuestion {
  query: string;
  variables: string;
}

/** The server's questions; without them the page still opens, with an empty menu. */
export async function fetchExamples(): Promise<ExampleQuestion[]> {
  try {
    const answer = await fetch('/playground/examples.json');
    return answer.ok ? ((await answer.json()) as ExampleQuestion[]) : [];
  } catch {
    return [];
  }
}

/** Variables as the editor shows them; empty where a question has none. */
export function printVariables({ variables }: ExampleQuestion): string {
  return variables && Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : '';
}

/** Question by question those that have all words in a title or in their text, in either language. */
export function filterExamples(examples: ExampleQuestion[], text: string): ExampleQuestion[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return examples.filter(({ group, groupZh, title, titleZh, query }) => {
    const own = [group, groupZh, title, titleZh, query].join('\n').toLowerCase();
    return words.every((word) => own.includes(word));
  });
}

/** Under their headings, in the order given. */
export function groupExamples(examples: ExampleQuestion[]): ExampleQuestion[][] {
  const groups = new Map<string, ExampleQuestion[]>();
  for (const example of examples) groups.set(example.group, [...(groups.get(example.group) ?? []), example]);
  return [...groups.values()];
}

/** What the page's address asks for: `?example=` the name of a question's operation, or `?query=` and `?variables=`; null: nothing. */
export function findAskedFor(examples: ExampleQuestion[], search: string): OpenedQuestion | null {
  const asked = new URLSearchParams(search);
  const query = asked.get('query');
  if (query !== null) return { query, variables: asked.get('variables') ?? '' };
  const name = asked.get('example');
  const example = name === null ? undefined : examples.find((own) => nameOf(own) === name);
  return example ? { query: example.query, variables: printVariables(example) } : null;
}

function nameOf({ query }: ExampleQuestion): string | undefined {
  const operation = parse(query).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operation && 'name' in operation ? operation.name?.value : undefined;
}
