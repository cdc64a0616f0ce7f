import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { answerPage, answerRanking, answerReport, answerShares, answerTrend } from './answers.js';
import { readNames } from './names.js';
import { COPY_LINE_ITEMS } from './statements.js';

// The least that could answer the questions: node:http, one or two named statements, JSON of JavaScript. It checks nothing,
// limits nothing and says nothing of what can't be compared.

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const names = await readNames(pool);

const ANSWERS = {
  '/report': answerReport,
  '/shares': answerShares,
  '/trend': answerTrend,
  '/ranking': answerRanking,
  '/page': answerPage,
};

createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor');
  respond(pathname, searchParams, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
}).listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => process.exit(0));

async function respond(path: string, parameters: URLSearchParams, response: ServerResponse): Promise<void> {
  if (path === '/export') return exportRows(parameters, response);
  const answer = ANSWERS[path as keyof typeof ANSWERS];
  const body = Buffer.from(JSON.stringify({ data: await answer({ pool, names }, parameters) }));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}

async function exportRows(parameters: URLSearchParams, response: ServerResponse): Promise<void> {
  const client = await pool.connect();
  try {
    const districts = (parameters.get('districts') ?? '').split(',').map((code) => client.escapeLiteral(code));
    await pipeline(client.query(copyTo(COPY_LINE_ITEMS(districts.join()))), response);
  } finally {
    client.release();
  }
}
