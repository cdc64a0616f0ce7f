// The types of the page's questions (src/web/page/**/*.graphql), made from schema.graphql: a question that the schema does not answer fails the build.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as documents from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse, Source } from 'graphql';

const HEAD = `// Made by the build from schema.graphql and the page's questions.
/** The text of a question, with the types of its answer and variables. */
export class TypedDocumentString<TResult, TVariables> {
  declare readonly types?: (variables: TVariables) => TResult;
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
`;

/** Writes types and texts of the questions in `files` to `output`. */
export async function makePageTypes(files, output) {
  const made = await codegen({
    filename: output,
    schema: parse(readFileSync('schema.graphql', 'utf8')),
    documents: files.map((location) => ({
      location,
      document: parse(new Source(readFileSync(location, 'utf8'), location)),
    })),
    config: {
      scalars: { Decimal: 'string', ID: 'string' },
      strictScalars: true,
      enumsAsTypes: true,
      immutableTypes: true,
      useTypeImports: true,
      documentMode: 'string',
      dedupeFragments: true,
    },
    plugins: [{ operations: {} }, { documents: {} }],
    pluginMap: { operations, documents },
  });
  // The plugin's own class extends String and needs a package for its types.
  const own = made
    .replace(/^import .*graphql-typed-document-node.*\n/m, '')
    .replace(/^export class TypedDocumentString[\s\S]*?^\}\n/m, '')
    .replace(/`, \{"fragmentName":"\w+"\}\)/g, '`)');
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, HEAD + own);
}
