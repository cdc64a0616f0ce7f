import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { REFERENCE_FILES } from '../domain/reference-tables.js';
import type { ReferenceTexts } from '../domain/reference-tables.js';
import { buildReference } from '../domain/reference.js';
import type { Reference } from '../domain/reference.js';

/** `seeds/reference` of the project root, seen from src/app and from dist/app alike. */
const REFERENCE_FOLDER = new URL('../../seeds/reference/', import.meta.url);

let loaded: Reference | undefined;

/**
 * The reference of `seeds/reference`, read once.
 * @throws Error where a file is missing or a row does not fit (file, line, what was expected and what came).
 */
export function loadReference(): Reference {
  loaded ??= buildReference(readReferenceTexts());
  return loaded;
}

function readReferenceTexts(): ReferenceTexts {
  const read = (file: string): string => readFileSync(fileURLToPath(new URL(file, REFERENCE_FOLDER)), 'utf8');
  return {
    divisions: read(REFERENCE_FILES.divisions),
    accounts: read(REFERENCE_FILES.accounts),
    accountNames: read(REFERENCE_FILES.accountNames),
    accountChanges: read(REFERENCE_FILES.accountChanges),
    departmentNames: read(REFERENCE_FILES.departmentNames),
    annotations: read(REFERENCE_FILES.annotations),
    statistics: read(REFERENCE_FILES.statistics),
  };
}
