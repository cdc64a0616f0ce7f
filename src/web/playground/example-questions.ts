/** A question to begin with: `GET /playground/examples.json` answers a list of these. */
export interface ExampleQuestion {
  title: string;
  titleZh: string;
  query: string;
  variables?: Record<string, unknown> | undefined;
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
