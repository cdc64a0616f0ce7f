import { EXPORT_FORMATS, EXPORT_TABLES } from '../app/export-table.js';
import type { ExportFormat, ExportQuestion, ExportRequest, ExportTable } from '../app/export-table.js';
import { AppError } from '../domain/app-error.js';
import { parseJson } from './coerce-input.js';
import { readInput } from './input-from-json.js';
import { checkVariables } from './limits/variables.js';

/** What can be said of an export, as texts: `where` and `input` are JSON, the rest names of the API's enums. */
export interface ExportParameters {
  readonly where?: string | undefined;
  readonly input?: string | undefined;
  readonly orderBy?: string | undefined;
  readonly unit?: string | undefined;
  /** Of a comparison that was made earlier. */
  readonly id?: string | undefined;
}

/** What stands around the question. */
export interface ExportForm {
  readonly table: string;
  readonly format: string;
  readonly bom: boolean;
  /** Null: the newest. */
  readonly releaseId: string | null;
}

/** The input of the comparison with this id, as JSON; null where it is not known. */
type FindQuestion = (id: string) => Promise<string | null>;

type ParameterName = keyof ExportParameters;

/** The same, as the API gets it for its variables. */
type Variables = Readonly<Partial<Record<ParameterName, unknown>>>;

/** What each table can be asked. */
const PARAMETERS: Readonly<Record<ExportTable, readonly ParameterName[]>> = {
  'line-items': ['where', 'orderBy', 'unit'],
  indicators: ['where'],
  facts: ['where'],
  findings: ['where'],
  comparison: ['input', 'id'],
  statistics: [],
};

/**
 * The export that is asked for.
 * @throws AppError BAD_USER_INPUT, TOO_COSTLY where the API would refuse it too
 */
export async function readExportRequest(
  { table, format, bom, releaseId }: ExportForm,
  parameters: ExportParameters,
  findQuestion: FindQuestion,
): Promise<ExportRequest> {
  const known = oneOf<ExportTable>('a table', EXPORT_TABLES, table);
  const asked = { format: oneOf<ExportFormat>('a format', EXPORT_FORMATS, format), bom, releaseId };
  if (bom && asked.format !== 'csv') throw refuse('a byte order mark in csv only', asked.format);
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined);
  const [unknown] = given.find(([name]) => !PARAMETERS[known].some((own) => own === name)) ?? [];
  if (unknown !== undefined) throw refuse(`${PARAMETERS[known].join(', ') || 'no parameter'} for ${known}`, unknown);
  const variables = readVariables(parameters);
  checkVariables(variables);
  return { question: await readQuestion(known, variables, findQuestion), ...asked };
}

/** What was not given is not there. */
function readVariables({ where, input, ...names }: ExportParameters): Variables {
  return {
    ...(where !== undefined && { where: parseJson('where', where) }),
    ...(input !== undefined && { input: parseJson('input', input) }),
    ...Object.fromEntries(Object.entries(names).filter(([, name]) => name !== undefined)),
  };
}

async function readQuestion(
  table: ExportTable,
  { where, input, orderBy, unit, id }: Variables,
  findQuestion: FindQuestion,
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
    case 'facts':
      return { table, where: await readFilter('ReportedFactFilter', where) };
    case 'findings':
      return { table, where: await readFilter('FindingFilter', where) };
    case 'comparison':
      if ((input === undefined) === (id === undefined))
        throw refuse(
          'either input, a CompareInput, or id, of a comparison made earlier',
          id === undefined ? 'none' : 'both',
        );
      return {
        table,
        input: await readInput('input', 'CompareInput', input ?? (await recall(String(id), findQuestion))),
      };
    case 'statistics':
      return { table };
  }
}

async function recall(id: string, findQuestion: FindQuestion): Promise<unknown> {
  const question = await findQuestion(id);
  if (question === null) throw refuse('the id of a comparison made earlier', JSON.stringify(id));
  return parseJson('the question', question);
}

/** Null, as in the API, and nothing at all are no filter. */
async function readFilter<T>(typeName: string, value: unknown): Promise<T | null> {
  return value === null || value === undefined ? null : readInput('where', typeName, value);
}

function oneOf<T extends string>(what: string, values: readonly T[], value: string): T {
  if ((values as readonly string[]).includes(value)) return value as T;
  throw refuse(`${what} (${values.join(', ')})`, JSON.stringify(value));
}

function refuse(expected: string, got: string): AppError {
  return new AppError('BAD_USER_INPUT', `expected ${expected}, got ${got}`);
}
