import type { Finding } from '../domain/finding.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { addRelease, findReleasedReports } from './add-release.js';
import type { PrismaClient } from './generated/client.js';
import { lockDepartments, lockReferenceTables, lockWholeStore } from './locks.js';
import { findLeavings, removeLeavings } from './leavings.js';
import { findDocument, isInPlace, noteDocument } from './stored-documents.js';
import type { StoredDocument } from './stored-documents.js';
import { makeStoredForm } from './stored-form.js';
import type { StoredForm } from './stored-form.js';
import { forgetReadyFigures, refreshReadyFigures } from './ready-figures.js';
import type { ReadyRules, Touched } from './ready-figures.js';
import { insertInnerRows, insertReport, replaceReport, supersedeCurrent } from './report-writes.js';
import { markReferenceRows, refreshDepartmentName, upsertReferenceRows } from './reference-writes.js';
import { retry } from './retry.js';
import type { Runner, Store } from './store.js';
import { withdrawReport } from './withdraw-report.js';
import { countWrite } from './writes.js';

export type SaveOutcome =
  /** The first publication for its department, year, kind and unit scope. */
  | 'STORED'
  /** The same document was read by this reader, or a newer one, before. */
  | 'UNCHANGED'
  /** The same document, read by a newer reader: what the older one read is gone, the ids stay. */
  | 'REPLACED'
  /** Another document for the same department, year, kind and unit scope: the one before is superseded and kept. */
  | 'REVISED';

export interface SavedReport {
  readonly outcome: SaveOutcome;
  readonly reportId: string;
  readonly supersedesId: string | null;
}

/** An import waits for others of the same department, and writes all of a report: both take their time. */
const PATIENCE = { maxWait: 120_000, timeout: 300_000 };

/**
 * Stores a report, with what its rules found, in one transaction: all of it or nothing. Run again, or by several processes at once, it leaves the same. Order of
 * writing: locks, reference tables, report, what is in it, ready figures (without the rules for them the department has none), release.
 */
export async function saveReport(
  store: Store,
  report: Report,
  reference: Reference,
  findings: readonly Finding[] = [],
  ready: ReadyRules | null = null,
): Promise<SavedReport> {
  const known = await findDocument(store.client, report);
  if (known && known.readerVersion >= report.readerVersion) return unchanged(known);
  const form = makeStoredForm(report, findings, reference);
  return retry(async () => {
    const before = await findDocument(store.client, report);
    return countWrite(store, (commits) =>
      store.client.$transaction(async (tx) => {
        const saved = await save({ ...store, client: tx as PrismaClient }, form, before, ready);
        if (saved.outcome !== 'UNCHANGED') commits();
        return saved;
      }, PATIENCE),
    );
  });
}

function unchanged({ reportId, supersedesId }: StoredDocument): SavedReport {
  return { outcome: 'UNCHANGED', reportId, supersedesId };
}

/** @param inside the store, as the transaction sees it */
async function save(
  inside: Store,
  form: StoredForm,
  seen: StoredDocument | null,
  ready: ReadyRules | null,
): Promise<SavedReport> {
  const tx = inside.client;
  const departmentIds = [form.department.id, ...(seen ? [seen.departmentId] : [])];
  await lockWholeStore(tx, { alone: false });
  await lockDepartments(tx, departmentIds);
  const known = await findDocument(tx, form.row);
  if (known && !departmentIds.includes(known.departmentId)) throw new MovedMeanwhile();
  if (known && known.readerVersion >= form.row.readerVersion) return unchanged(known);
  const before = await findReleasedReports(tx, departmentIds);
  const leavings = known ? await findLeavings(tx, known, form) : null;
  await lockReferenceTables(tx, { alone: leavings !== null });
  const refreshed = await upsertReferenceRows(tx, form);
  const saved = await saveRows(tx, form, known);
  await noteDocument(tx, form);
  if (ready) await refreshReadyFigures(inside, ready, { departmentIds, years: yearsOf(form, known) });
  else await forgetReadyFigures(tx, departmentIds);
  if (leavings) await removeLeavings(tx, leavings);
  for (const id of departmentIds) await refreshDepartmentName(tx, id);
  const after = await findReleasedReports(tx, departmentIds);
  const rewritten = refreshed || leavings !== null;
  const release = await addRelease(tx, { departmentIds, before, after, rewritten });
  await markReferenceRows(tx, form, release);
  return saved;
}

async function saveRows(tx: Runner, form: StoredForm, known: StoredDocument | null): Promise<SavedReport> {
  const { row } = form;
  if (known && isInPlace(known, form)) {
    const { current } = await replaceReport(tx, row);
    await insertInnerRows(tx, row, form.inner, current);
    return { outcome: 'REPLACED', reportId: row.id, supersedesId: known.supersedesId };
  }
  // A newer reader may find that a document is about another department or year.
  if (known) await withdrawReport(tx, known);
  const superseded = await supersedeCurrent(tx, row);
  await insertReport(tx, row, superseded);
  await insertInnerRows(tx, row, form.inner, true);
  const supersedesId = superseded?.id ?? null;
  return { outcome: known ? 'REPLACED' : supersedesId ? 'REVISED' : 'STORED', reportId: row.id, supersedesId };
}

/** The report's own, and where it stood before. */
function yearsOf({ row }: StoredForm, known: StoredDocument | null): Touched['years'] {
  return [row, ...(known ? [known] : [])].map(({ departmentId, year }) => ({ departmentId, year }));
}

/** Another import moved the document between the look and the lock; the next attempt sees where to. */
class MovedMeanwhile extends Error {
  readonly code = '40001';
}
