import { addRelease, findReleasedReports } from './add-release.js';
import { removeLeavings } from './leavings.js';
import type { Leavings } from './leavings.js';
import { lockReferenceTables } from './locks.js';
import { forgetReadyFigures, refreshReadyFigures } from './ready-figures.js';
import type { ReadyRules, Touched } from './ready-figures.js';
import {
  markReferenceRows,
  mergeReferenceRows,
  refreshDepartmentNames,
  upsertReferenceRows,
} from './reference-writes.js';
import type { Writer } from './store.js';
import { noteDocuments } from './stored-documents.js';
import type { StoredForm } from './stored-form.js';

/** What a transaction is about to change. */
export interface ReportChange {
  readonly forms: readonly StoredForm[];
  /** Its departments are locked. */
  readonly touched: Touched;
  /** What may be left behind; null: nothing. */
  readonly leavings: Leavings | null;
}

/**
 * Writes reports by `writeRows`, and around them whatever depends on them, in this order: reference tables, reports with what is in them,
 * ready figures (without the rules for them the departments have none), release.
 */
export async function writeRelease<T>(
  writer: Writer,
  { forms, touched, leavings }: ReportChange,
  ready: ReadyRules | null,
  writeRows: () => Promise<T>,
): Promise<T> {
  const { departmentIds } = touched;
  const before = await findReleasedReports(writer, departmentIds);
  await lockReferenceTables(writer, { alone: leavings !== null });
  const shared = mergeReferenceRows(forms);
  const refreshed = await upsertReferenceRows(writer, shared);
  const written = await writeRows();
  await noteDocuments(writer, forms);
  if (ready) await refreshReadyFigures(writer, ready, touched);
  else await forgetReadyFigures(writer, departmentIds);
  if (leavings) await removeLeavings(writer, leavings);
  await refreshDepartmentNames(writer, departmentIds);
  const after = await findReleasedReports(writer, departmentIds);
  const rewritten = refreshed || leavings !== null;
  const release = await addRelease(writer, { departmentIds, before, after, rewritten });
  await markReferenceRows(writer, shared, release);
  return written;
}
