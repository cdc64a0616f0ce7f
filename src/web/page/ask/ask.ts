import type { TypedDocumentString } from '../generated/graphql';

/** What the API answered, and of which release. */
export interface Answer<T> {
  readonly data: T;
  readonly release: string;
  /** What was asked for and is not known, in English. */
  readonly hints: readonly string[];
}

/** `code` is the API's own; NO_CONNECTION where nothing came back. */
export class AskError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'AskError';
    this.code = code;
  }
}

interface Body<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly release?: string; readonly hints?: readonly string[] };
}

/** One question to the API, of a release or of the newest. An answer with an error is no answer: half a table would look whole. */
export async function ask<T, V>(
  question: TypedDocumentString<T, V>,
  variables: V,
  { signal, release }: { signal?: AbortSignal; release: string | undefined },
): Promise<Answer<T>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(release && { release }),
    },
    body: JSON.stringify({ query: question.text, variables }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new AskError('NO_CONNECTION', String(cause));
  });
  const body = await readBody<T>(response);
  const [error] = body.errors ?? [];
  if (error) throw new AskError(error.extensions?.code ?? 'UNKNOWN', error.message);
  if (!body.data) throw new AskError('NO_ANSWER', `expected an answer, got status ${response.status} without one`);
  const { release: answered = '', hints = [] } = body.extensions ?? {};
  return { data: body.data, release: answered, hints };
}

async function readBody<T>(response: Response): Promise<Body<T>> {
  try {
    return (await response.json()) as Body<T>;
  } catch {
    throw new AskError('NO_ANSWER', `expected JSON from the server, got status ${response.status}`);
  }
}
