import { LightningElement, api, wire } from 'lwc';
import { reduceErrors } from 'c/tandemErrors';
import type { Assignment, Configuration } from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import getProfiles from '@salesforce/apex/TandemProfiles.getProfiles';
import ASSIGNEE from '@salesforce/schema/Tandem_Assignment__c.Assignee_Id__c';
import ASSIGNMENT from '@salesforce/schema/Tandem_Assignment__c';
import CONFIGURATION from '@salesforce/schema/Tandem_Assignment__c.Configuration__c';
import PROFILE from '@salesforce/schema/Tandem_Assignment__c.Profile_Id__c';
import PROFILE_NAME from '@salesforce/schema/Tandem_Assignment__c.Profile_Name__c';
import USER from '@salesforce/schema/Tandem_Assignment__c.User__c';
import LightningConfirm from 'lightning/confirm';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { labels } from './labels';

/** How many are shown at first, and how many more each time. */
const SHOWN_AT_ONCE = 50;

interface Profile {
  readonly Id: string;
  readonly Name: string;
}

/** Who is in a configuration. Each change is saved at once; `change` tells that the rows are to be read again. */
export default class TandemPeople extends LightningElement {
  labels = labels;
  userFilter = { criteria: [{ fieldPath: 'IsActive', operator: 'eq', value: true }] };
  userDisplay = { additionalFields: ['Email'] };

  @api configurationId!: string;

  @api configurations: readonly Configuration[] = [];

  profiles: readonly Profile[] = [];
  profilesError: unknown;
  /** A profile is chosen, in place of a user. */
  byProfile = false;
  chosenId: string | null = null;
  isSaving = false;
  errors: unknown;
  most = SHOWN_AT_ONCE;

  @wire(getProfiles)
  handleProfiles({ data, error }: { data?: readonly unknown[]; error?: unknown }): void {
    this.profiles = (data ?? []) as readonly Profile[];
    this.profilesError = error;
  }

  get configuration(): Configuration | undefined {
    return this.configurations.find(({ id }) => id === this.configurationId);
  }

  get people(): readonly Assignment[] {
    return this.configuration?.people ?? [];
  }

  get rows() {
    return this.people.slice(0, this.most).map((one) => ({
      ...one,
      kind: one.isProfile ? labels.profile : labels.user,
      icon: one.isProfile ? 'utility:groups' : 'utility:user',
      removeName: fill(labels.remove, one.name),
    }));
  }

  get hasPeople(): boolean {
    return this.people.length > 0;
  }

  get hasMore(): boolean {
    return this.people.length > this.most;
  }

  get kinds() {
    return [
      { value: 'user', label: labels.user },
      { value: 'profile', label: labels.profile },
    ];
  }

  get kind(): string {
    return this.byProfile ? 'profile' : 'user';
  }

  get profileOptions() {
    return this.profiles.map(({ Id, Name }) => ({ value: Id, label: Name }));
  }

  get profilesFailed(): boolean {
    return this.byProfile && this.profilesError !== undefined;
  }

  /** Where the chosen one is now. */
  get present(): { readonly configuration: Configuration; readonly assignment: Assignment } | undefined {
    for (const configuration of this.configurations) {
      const assignment = configuration.people.find(({ assigneeId }) => assigneeId === this.chosenId);
      if (assignment) return { configuration, assignment };
    }
    return undefined;
  }

  get isHere(): boolean {
    return this.present?.configuration.id === this.configurationId;
  }

  /** What adding the chosen one does. */
  get effect(): string {
    if (this.chosenId === null) return '';
    if (this.isHere) return labels.isHere;
    if (this.present)
      return fill(labels.moves, this.present.assignment.name, this.present.configuration.name);
    return this.configuration?.active ? labels.startsToSync : labels.syncsLater;
  }

  get addLabel(): string {
    return this.present && !this.isHere ? labels.move : labels.add;
  }

  get cannotAdd(): boolean {
    return this.chosenId === null || this.isHere || this.isSaving;
  }

  get reasons(): string[] {
    const reasons = this.errors === undefined ? [] : reduceErrors(this.errors);
    // The assignee is the key of an assignment.
    return reasons.map((reason) => (reason.startsWith('duplicate value') ? labels.taken : reason));
  }

  handleKind({ detail }: CustomEvent<{ value: string }>): void {
    this.byProfile = detail.value === 'profile';
    this.choose(null);
  }

  handleUser({ detail }: CustomEvent<{ recordId: string | null }>): void {
    this.choose(detail.recordId);
  }

  handleProfile({ detail }: CustomEvent<{ value: string }>): void {
    this.choose(detail.value);
  }

  handleMore(): void {
    this.most += SHOWN_AT_ONCE;
  }

  async handleAdd(): Promise<void> {
    const { present, configurationId, chosenId } = this;
    if (chosenId === null) return;
    const configuration = { [CONFIGURATION.fieldApiName]: configurationId };
    await this.save(() => {
      if (present) return updateRecord({ fields: { ...configuration, Id: present.assignment.id } });
      const fields = {
        ...configuration,
        [ASSIGNEE.fieldApiName]: chosenId,
        ...this.assigneeFields(chosenId),
      };
      return createRecord({ apiName: ASSIGNMENT.objectApiName, fields });
    });
  }

  async handleRemove({ target }: Event): Promise<void> {
    const { id = '', name = '' } = (target as HTMLElement).dataset;
    const label = fill(labels.remove, name);
    if (!(await LightningConfirm.open({ label, message: labels.removeConfirm, theme: 'warning' }))) return;
    await this.save(() => deleteRecord(id));
  }

  private assigneeFields(chosenId: string): Readonly<Record<string, string>> {
    if (!this.byProfile) return { [USER.fieldApiName]: chosenId };
    const name = this.profiles.find(({ Id }) => Id === chosenId)?.Name ?? '';
    return { [PROFILE.fieldApiName]: chosenId, [PROFILE_NAME.fieldApiName]: name };
  }

  private choose(id: string | null): void {
    this.chosenId = id;
    this.errors = undefined;
  }

  /** What another admin did in between shows once the rows are read again. */
  private async save(write: () => Promise<unknown>): Promise<void> {
    this.isSaving = true;
    this.errors = undefined;
    try {
      await write();
      this.chosenId = null;
      this.template
        ?.querySelector<HTMLElement & { clearSelection(): void }>('[data-picker]')
        ?.clearSelection();
    } catch (error) {
      this.errors = error;
    }
    this.isSaving = false;
    this.dispatchEvent(new CustomEvent('peoplechange', { bubbles: true, composed: true }));
  }
}
