/** The playground with this question in it, ready to run. */
export function addressOfPlayground({ text, variables }: { text: string; variables: object }): string {
  const search = new URLSearchParams({ query: tidyQuestion(text), variables: JSON.stringify(variables, null, 2) });
  return `/graphql?${search.toString()}`;
}

/** As a person would have written it: without the empty lines and the indentation that it has in the page's program. */
export function tidyQuestion(text: string): string {
  const lines = text.trim().split('\n');
  return lines
    .map((line, index) => (index === 0 || line.startsWith('    fragment') ? line.trimStart() : line))
    .join('\n');
}
