import type { IncomingMessage, ServerResponse } from 'node:http';
import express from 'express';
import type { Request, Response } from 'express';
import { refuse, refuseLength } from './error-answers.js';

/** Bytes of the longest body. */
export const BODY_LIMIT = 1_048_576;
const JSON_AS_USUAL = /^application\/json(?:; ?charset=utf-8)?$/i;

/** Whether the body is JSON in UTF-8 as it comes: what all clients send. */
export function isUsual({ headers }: IncomingMessage): boolean {
  return JSON_AS_USUAL.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;
}

/**
 * The bytes of a request's body.
 * @throws AppError TOO_LARGE
 */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const refuseAll = (actual?: number): void => {
      request.removeAllListeners('data').resume(); // what still comes is let go, so that the refusal is heard
      reject(refuseLength(BODY_LIMIT, actual));
    };
    if (announced > BODY_LIMIT) return refuseAll(announced);
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > BODY_LIMIT) return refuseAll();
      chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks, length)));
    request.once('error', ({ message }) => reject(refuse('a request that can be read', message)));
  });
}

/**
 * What the bytes say.
 * @throws AppError BAD_USER_INPUT where they are no JSON object or list
 */
export function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  const text = new TextDecoder().decode(bytes);
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null) throw refuse('a body of JSON', `no object: ${text.slice(0, 40)}`);
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse('a body of JSON', (error as Error).message);
  }
}

const readUnusual = express.json({ limit: BODY_LIMIT });

/**
 * What a body says that is compressed or in another charset; undefined where it is no JSON.
 * @throws Error of Express where it can't be read
 */
export function readOther(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  return new Promise((resolve, reject) => {
    readUnusual(request as Request, response as Response, (error?: unknown) =>
      error ? reject(error as Error) : resolve((request as Request).body),
    );
  });
}
