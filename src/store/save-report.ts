import type { Finding } from '../domain/finding.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { lockDepartments, lockWholeStore } from './locks.js';
import { findLeavings } from './leavings.js';
import { findDocument, isInPlace } from './stored-documents.js';
import type { StoredDocument } from './stored-documents.js';
import { makeStoredForm } from './stored-form.js';
import type { StoredForm } from './stored-form.js';
import type { ReadyRules } from './ready-figures.js';
import { insertInnerRows, insertReports, replaceReport, supersedeCurrent } from './report-writes.js';
import { retry } from './retry.js';
import type { Store, Writer } from './store.js';
import { withdrawReport } from './withdraw-report.js';
import { writeRelease } from './write-release.js';
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

/**
 * Stores a report, with what its rules found, in one transaction: all of it or nothing. Run again, or by several processes at once, it leaves the same.
 * Without the rules for ready figures the department has none.
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
      store.transact(async (writer) => {
        const saved = await save(writer, form, before, ready);
        if (saved.outcome !== 'UNCHANGED') commits();
        return saved;
      }),
    );
  });
}

function unchanged({ reportId, supersedesId }: StoredDocument): SavedReport {
  return { outcome: 'UNCHANGED', reportId, supersedesId };
}

async function save(
  writer: Writer,
  form: StoredForm,
  seen: StoredDocument | null,
  ready: ReadyRules | null,
): Promise<SavedReport> {
  const departmentIds = [form.department.id, ...(seen ? [seen.departmentId] : [])];
  await lockWholeStore(writer, { alone: false });
  await lockDepartments(writer, departmentIds);
  const known = await findDocument(writer, form.row);
  if (known && !departmentIds.includes(known.departmentId)) throw new MovedMeanwhile();
  if (known && known.readerVersion >= form.row.readerVersion) return unchanged(known);
  const leavings = known ? await findLeavings(writer, known, form) : null;
  const years = [form.row, ...(known ? [known] : [])].map(({ departmentId, year }) => ({ departmentId, year }));
  const change = { forms: [form], touched: { departmentIds, years }, leavings };
  return writeRelease(writer, change, ready, () => saveRows(writer, form, known));
}

async function saveRows(writer: Writer, form: StoredForm, known: StoredDocument | null): Promise<SavedReport> {
  const { row, inner } = form;
  if (known && isInPlace(known, form)) {
    const { current } = await replaceReport(writer, row);
    await insertInnerRows(writer, [{ row, inner, current }]);
    return { outcome: 'REPLACED', reportId: row.id, supersedesId: known.supersedesId };
  }
  // A newer reader may find that a document is about another department or year.
  if (known) await withdrawReport(writer, known);
  const superseded = await supersedeCurrent(writer, row);
  await insertReports(writer, [{ row, inner, superseded }]);
  const supersedesId = superseded?.id ?? null;
  return { outcome: known ? 'REPLACED' : supersedesId ? 'REVISED' : 'STORED', reportId: row.id, supersedesId };
}

/** Another import moved the document between the look and the lock; the next attempt sees where to. */
class MovedMeanwhile extends Error {
  readonly code = '40001';
}
