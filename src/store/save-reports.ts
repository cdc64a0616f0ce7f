import type { Finding } from '../domain/finding.js';
import type { Reference } from '../domain/reference.js';
import type { Report } from '../domain/report.js';
import { departmentRowOf } from './department-rows.js';
import { lockDepartments, lockWholeStore } from './locks.js';
import type { ReadyRules } from './ready-figures.js';
import { findTakenSlots, insertReports, spellSlot } from './report-writes.js';
import { retry } from './retry.js';
import { saveReport } from './save-report.js';
import type { SavedReport } from './save-report.js';
import { toKey } from './storable.js';
import type { Store, Writer } from './store.js';
import { findKnownDocuments, spellPlace } from './stored-documents.js';
import { makeStoredForm } from './stored-form.js';
import type { StoredForm } from './stored-form.js';
import { writeRelease } from './write-release.js';
import { countWrite } from './writes.js';

/** A report with what its rules found. */
export interface CheckedReport {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/**
 * Stores reports as if `saveReport` stored one after the other, and says what became of each, in their order. Those that are new, the first of
 * their department, year, kind and unit scope, go together: in one transaction, all of them or none, and one release. The others
 * follow, each in its own, in their order. Where it fails, what was committed by then stays.
 */
export async function saveReports(
  store: Store,
  batch: readonly CheckedReport[],
  reference: Reference,
  ready: ReadyRules | null = null,
): Promise<SavedReport[]> {
  const forms = await chooseNew(store, batch, reference);
  const stored = await saveTogether(store, [...forms.values()], ready);
  const saved: SavedReport[] = [];
  for (const own of batch) {
    const form = forms.get(own);
    const isStored = form !== undefined && stored.has(form);
    saved.push(
      isStored
        ? { outcome: 'STORED', reportId: form.row.id, supersedesId: null }
        : await saveReport(store, own.report, reference, own.findings, ready),
    );
  }
  return saved;
}

/** Those that nothing in the batch comes before, neither the same document nor one for the same slot, and whose document is not known. */
async function chooseNew(
  store: Store,
  batch: readonly CheckedReport[],
  reference: Reference,
): Promise<ReadonlyMap<CheckedReport, StoredForm>> {
  const known = await findKnownDocuments(
    store.client,
    batch.map(({ report }) => report),
  );
  const met = new Set<string>();
  const chosen = new Map<CheckedReport, StoredForm>();
  for (const own of batch) {
    const { report, findings } = own;
    const { id: departmentId } = departmentRowOf(report, reference).department;
    const [document, slot] = [
      spellPlace(report),
      spellSlot({ ...report, departmentId, unitScope: toKey(report.unitScope) }),
    ];
    if (!known.has(document) && !met.has(document) && !met.has(slot))
      chosen.set(own, makeStoredForm(report, findings, reference));
    met.add(document).add(slot);
  }
  return chosen;
}

/** Stores those of the reports whose document and slot are still free once their departments are locked, and says which they are. */
async function saveTogether(
  store: Store,
  forms: readonly StoredForm[],
  ready: ReadyRules | null,
): Promise<ReadonlySet<StoredForm>> {
  if (forms.length === 0) return new Set();
  return retry(() =>
    countWrite(store, (commits) =>
      store.transact(async (writer) => {
        await lockWholeStore(writer, { alone: false });
        await lockDepartments(
          writer,
          forms.map(({ department }) => department.id),
        );
        const free = await findFree(writer, forms);
        if (free.length === 0) return new Set<StoredForm>();
        const years = free.map(({ row: { departmentId, year } }) => ({ departmentId, year }));
        const departmentIds = [...new Set(years.map(({ departmentId }) => departmentId))];
        await writeRelease(writer, { forms: free, touched: { departmentIds, years }, leavings: null }, ready, () =>
          insertReports(
            writer,
            free.map(({ row, inner }) => ({ row, inner, superseded: null })),
          ),
        );
        commits();
        return new Set(free);
      }),
    ),
  );
}

async function findFree(writer: Writer, forms: readonly StoredForm[]): Promise<StoredForm[]> {
  const rows = forms.map(({ row }) => row);
  const [known, taken] = [await findKnownDocuments(writer, rows), await findTakenSlots(writer, rows)];
  return forms.filter(({ row }) => !known.has(spellPlace(row)) && !taken.has(spellSlot(row)));
}
