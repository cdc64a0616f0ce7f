import { EXPORT_FORMATS, EXPORT_TABLES } from '../app/export-table.js';
import type { ExportFormat, ExportQuestion, ExportRequest, ExportTable } from '../app/export-table.js';
import { AppError } from '../domain/app-error.js';
import { parseJson, readInput } from './input-from-json.js';

/** What can be said of an export, as texts: `where` and `input` are JSON, the rest names of the API's enums. */
export interface ExportParameters {
  readonly where?: string | undefined;
  readonly input?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly unit?: string | undefined;
}

/** What each table can be asked. */
const PARAMETERS: Readonly<Record<ExportTable, readonly (keyof ExportParameters)[]>> = {
  'line-items': ['where', 'orderBy', 'unit'],
  indicators: ['where'],
  comparison: ['input'],
};

/**
 * The export that is asked for.
 * @throws AppError BAD_USER_INPUT where the API would refuse it too
 */
export async function readExportRequest(
  { table, format, bom }: { readonly table: string; readonly format: string; readonly bom: boolean },
  parameters: ExportParameters,
): Promise<ExportRequest> {
  const known = oneOf<ExportTable>('a table', EXPORT_TABLES, table);
  const asked = { format: oneOf<ExportFormat>('a format', EXPORT_FORMATS, format), bom };
  if (bom && asked.format !== 'csv') throw refuse('a byte order mark in csv only', asked.format);
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const [unknown] = given.find(([name]) => !PARAMETERS[known].some((own) => own === name)) ?? [];
  if (unknown !== undefined) throw refuse(`${PARAMETERS[known].join(', ')} for ${known}`, unknown);
  return { question: await readQuestion(known, parameters), ...asked };
}

async function readQuestion(
  table: ExportTable,
  { where, input, orderBy, unit }: ExportParameters,
): Promise<ExportQuestion> {
  switch (table) {
    case 'line-items':
      return {
        table,
        where: await readFilter('LineItemFilter', where),
        orderBy: orderBy === undefined ? 'PRINTED' : await readInput('orderBy', 'LineItemOrder', orderBy),
        unit: unit === undefined ? 'WAN_YUAN' : await readInput('unit', 'AmountUnit', unit),
      };
    case 'indicators':
      return { table, where: await readFilter('PerformanceIndicatorFilter', where) };
    case 'comparison':
      if (input === undefined) throw refuse('input, the CompareInput of a comparison', 'none');
      return { table, input: await readInput('input', 'CompareInput', parseJson('input', input)) };
  }
}

/** Null, as in the API, and nothing at all are no filter. */
async function readFilter<T>(typeName: string, json: string | undefined): Promise<T | null> {
  const value = json === undefined ? null : parseJson('where', json);
  return value === null ? null : readInput('where', typeName, value);
}

function oneOf<T extends string>(what: string, values: readonly T[], value: string): T {
  if ((values as readonly string[]).includes(value)) return value as T;
  throw refuse(`${what} (${values.join(', ')})`, JSON.stringify(value));
}

function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got ${got}`);
}
