import { reduceErrors, statusOf } from 'c/tandemErrors';
import { fill } from 'c/tandemText';
import Toast from 'lightning/toast';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { labels } from './labels';

type Fields = Readonly<Record<string, string | null>>;

/** What is to become of one row. */
export type Change =
  | { readonly kind: 'create'; readonly key: string; readonly object: string; readonly fields: Fields }
  | {
      readonly kind: 'update';
      readonly key: string;
      readonly id: string;
      readonly fields: Fields;
      /** When it was last changed as far as is known here: a later change of somebody else is not overwritten. */
      readonly modified: string | null;
    }
  | { readonly kind: 'delete'; readonly key: string; readonly id: string };

/** What became of it: the row as it is saved now, null when it is deleted; or why nothing became of it. */
export interface Outcome {
  readonly change: Change;
  readonly saved?: { readonly id: string; readonly modified: string | null } | null;
  readonly errors?: readonly string[];
}

/** Saves rows one after the other, since rows of one configuration lock it; one that fails keeps no other from being saved. */
export async function saveRows(changes: readonly Change[]): Promise<readonly Outcome[]> {
  const [change, ...others] = changes;
  if (!change) return [];
  const outcome = await save(change).then(
    (saved): Outcome => ({ change, saved }),
    (error: unknown): Outcome => ({ change, errors: reasonsOf(error) }),
  );
  return [outcome, ...(await saveRows(others))];
}

/** Tells the person what became of the rows. */
export function tellSaved(source: EventTarget, outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ errors }) => errors).length;
  if (failed === 0) Toast.show({ label: labels.saved, variant: 'success' }, source);
  else {
    const label = fill(labels.savedNotAll, outcomes.length - failed, outcomes.length);
    Toast.show({ label, variant: 'error', mode: 'sticky' }, source);
  }
}

async function save(change: Change) {
  if (change.kind === 'delete') {
    await deleteRecord(change.id).catch((error: unknown) => {
      if (statusOf(error) !== 404) throw error;
    });
    return null;
  }
  const record =
    change.kind === 'create'
      ? await createRecord({ apiName: change.object, fields: change.fields })
      : await updateRecord(
          { fields: { ...change.fields, Id: change.id } },
          change.modified === null ? {} : { ifUnmodifiedSince: change.modified },
        );
  return { id: record.id, modified: record.lastModifiedDate };
}

function reasonsOf(error: unknown): readonly string[] {
  return statusOf(error) === 412 ? [labels.changedMeanwhile] : reduceErrors(error);
}
