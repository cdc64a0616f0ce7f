import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApolloServer, HTTPGraphQLRequest, HTTPGraphQLResponse } from '@apollo/server';
import { makeAnswers } from '../answers/answers.js';
import type { Answer, Given } from '../answers/answers.js';
import { chooseEncoding, makeBody } from '../answers/body.js';
import { findNewestState, keepQuestions, makeContext, newestStateSeen } from '../context.js';
import type { Context, Holdings } from '../context.js';
import type { Footprint } from '../footprint.js';
import { deadlineOf } from './deadline.js';
import { varyBy } from './headers.js';
import { readQuestion } from './question.js';
import { noteAnswered, requestIdOf, toOperation } from './request-log.js';

export interface EndpointOptions extends Holdings {
  readonly apollo: ApolloServer<Context>;
  /** Seconds that a request may take. */
  readonly timeout: number;
  /** Bytes of answers that are kept. */
  readonly cacheSize: number;
}

/** Answers one request; rejects, before anything is sent, where it can't be read. */
export type Endpoint = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** How often a request is answered anew where something was imported meanwhile: the last time nothing can come between. */
const ATTEMPTS = 3;
/** Seconds for which an answer of a named release may be given without asking here: its figures stay, but a later version may compute others. */
const LASTING = 86_400;

export function makeEndpoint({ apollo, timeout, cacheSize, ...holdings }: EndpointOptions): Endpoint {
  const answers = makeAnswers(
    {
      newestState: () => findNewestState(holdings),
      stateSeen: () => newestStateSeen(holdings),
      keepQuestions: (questions) => keepQuestions(holdings, questions),
    },
    cacheSize,
  );
  return async (request, response) => {
    varyBy(response, 'accept, accept-encoding, release');
    const { key, read } = await readQuestion(request, response);
    const signal = deadlineOf(response, timeout);
    const make = (): Promise<Answer> =>
      answerOnce(apollo, holdings, { asked: read(), signal: signal(), requestId: requestIdOf(response) });
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const given = await answers.ask({ key, encoding, signal, make });
    noteAnswered(response, { operation: given.answer.operation, repeated: given.isRepeated });
    send(request, response, given);
  };
}

interface Asked {
  readonly asked: HTTPGraphQLRequest;
  readonly signal: AbortSignal;
  readonly requestId: string;
}

async function answerOnce(apollo: ApolloServer<Context>, holdings: Holdings, own: Asked): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === ATTEMPTS;
    const { answer, isMixed } = await execute(apollo, makeOwnContext(holdings, own, isLast), own.asked);
    if (!isMixed || isLast || own.signal.aborted) return answer;
  }
}

function makeOwnContext(holdings: Holdings, { requestId, signal }: Asked, inTransaction: boolean): Context {
  return makeContext(holdings, requestId, signal, { inTransaction });
}

async function execute(
  apollo: ApolloServer<Context>,
  context: Context,
  asked: HTTPGraphQLRequest,
): Promise<{ answer: Answer; isMixed: boolean }> {
  try {
    const answered = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: asked,
      context: async () => context,
    });
    return { answer: toAnswer(answered, context.footprint, asked), isMixed: context.footprint.isMixed };
  } finally {
    // Whatever became of the request, its connection to the store is let go.
    await context.close().catch(() => undefined);
  }
}

function toAnswer(
  { status, headers, body }: HTTPGraphQLResponse,
  footprint: Footprint,
  asked: HTTPGraphQLRequest,
): Answer {
  if (body.kind !== 'complete') throw new Error('expected an answer in one piece, got one in several');
  const { state, isPinned, isPassing, questions } = footprint;
  return {
    status: status ?? 200,
    headers: [...headers],
    body: makeBody(Buffer.from(body.string)),
    operation: operationOf(asked),
    isWhole: state !== null,
    isPinned,
    again: state === null || isPassing ? null : { state, questions },
  };
}

function operationOf({ body, search }: HTTPGraphQLRequest): string | undefined {
  const given = (body as { operationName?: unknown } | undefined)?.operationName;
  return toOperation(given ?? new URLSearchParams(search).get('operationName'));
}

function send({ method, headers }: IncomingMessage, response: ServerResponse, { answer, form }: Given): void {
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (form.encoding !== 'identity') response.setHeader('content-encoding', form.encoding);
  if (method === 'GET' && answer.isWhole) {
    const etag = form.etag();
    response.setHeader('etag', etag);
    if (answer.again && answer.isPinned) response.setHeader('cache-control', `public, max-age=${LASTING}`);
    if (isKnown(headers['if-none-match'], etag)) {
      response.removeHeader('content-type');
      response.removeHeader('content-encoding');
      response.writeHead(304).end();
      return;
    }
  }
  response.writeHead(answer.status, { 'content-length': form.bytes.length }).end(form.bytes);
}

/** Whether a client has these bytes. */
function isKnown(tags: string | undefined, etag: string): boolean {
  return (
    tags !== undefined &&
    tags.split(',').some((tag) => /^(?:W\/)?(.*)$/.exec(tag.trim())?.[1] === etag || tag.trim() === '*')
  );
}
