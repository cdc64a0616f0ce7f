import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/store/generated/client.js';
import { makeLoaders } from './prisma-loaders.js';
import type { Loaders } from './prisma-loaders.js';
import { RESOLVERS, TYPE_DEFS } from './prisma-schema.js';

// What a careful team builds first: Apollo as it comes, Prisma over the base rows, DataLoader for what is nested.

/** What resolvers are given, of one request. */
export interface Context {
  readonly prisma: PrismaClient;
  readonly loaders: Loaders;
}

const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env['DATABASE_URL'], max: 10 }) });
const server = new ApolloServer<Context>({ typeDefs: TYPE_DEFS, resolvers: RESOLVERS });
await startStandaloneServer(server, {
  listen: { port: Number(process.env['PORT']), host: '127.0.0.1' },
  context: () => Promise.resolve({ prisma, loaders: makeLoaders(prisma) }),
});
process.stdout.write('ready\n');
process.on('SIGTERM', () => process.exit(0));
