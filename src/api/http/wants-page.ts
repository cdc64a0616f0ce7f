import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

/** Whether a browser asks for a page, not a program for an answer. */
export function wantsPage({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' || !headers.accept?.includes('html')) return false;
  return new Negotiator({ headers }).mediaType(['application/json', 'text/html']) === 'text/html';
}
