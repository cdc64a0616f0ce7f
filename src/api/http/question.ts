import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HeaderMap } from '@apollo/server';
import type { HTTPGraphQLRequest } from '@apollo/server';
import Negotiator from 'negotiator';
import { isUsual, parseBody, readBytes, readOther } from './read-body.js';

/** What was asked, as it came. */
export interface Question {
  /** Requests with one key have the same answer from one release; null: not to be told apart by their bytes. */
  readonly key: string | null;
  /**
   * What Apollo is asked.
   * @throws AppError BAD_USER_INPUT where the body is no JSON
   */
  read(): HTTPGraphQLRequest;
}

/** The headers that decide on an answer, besides those of its form: Apollo asks for one of these, so that no form of another site can ask. */
const MEANT = ['content-type', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;
/** What Apollo chooses from, spelled as it spells them. */
const MEDIA_TYPES = [
  'application/json; charset=utf-8',
  'application/graphql-response+json; charset=utf-8',
  'application/json; callbackSpec=1.0; charset=utf-8',
];

/** @throws AppError TOO_LARGE, and Error of Express where the body can't be read */
export async function readQuestion(request: IncomingMessage, response: ServerResponse): Promise<Question> {
  const { method = '', url = '' } = request;
  const search = searchOf(url);
  if (method === 'POST' && !isUsual(request)) {
    const body = await readOther(request, response);
    return { key: null, read: () => ({ method, headers: headersOf(request), search, body }) };
  }
  const bytes = method === 'POST' ? await readBytes(request) : null;
  return {
    key: method === 'POST' || method === 'GET' ? makeKey(request, bytes) : null,
    read: () => ({ method, headers: headersOf(request), search, body: bytes === null ? undefined : parseBody(bytes) }),
  };
}

function makeKey({ method, url, headers }: IncomingMessage, bytes: Buffer | null): string {
  const type = headers.accept === undefined ? '' : new Negotiator({ headers }).mediaType(MEDIA_TYPES);
  const meant = method === 'GET' ? MEANT.map((name) => headers[name] ?? null) : [];
  const head = JSON.stringify([method, url, headers['release'] ?? null, type ?? null, ...meant]);
  return createHash('sha256')
    .update(head)
    .update(bytes ?? '')
    .digest('base64');
}

function searchOf(url: string): string {
  const place = url.indexOf('?');
  return place < 0 ? '' : url.slice(place);
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}
