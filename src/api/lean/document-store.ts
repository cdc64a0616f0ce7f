import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.js';

type DocumentStore = NonNullable<ApolloServerOptions<Context>['documentStore']>;

/** Characters of the texts of all documents, each of which takes some 30 bytes when it is read. */
const MOST_CHARACTERS = 1_000_000;

/** Documents that were read and found valid, so that both is done once; Apollo's own store lets them take five times as much. */
export function makeDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ loc }) => Math.max(1, loc?.end ?? 1),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
