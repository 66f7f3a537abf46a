import userId from '@salesforce/user/Id';
import { LightningElement, wire } from 'lwc';
import { reduceErrors } from 'c/tandemErrors';
import { hiddenIn } from 'c/tandemHidden';
import { bridgeOf, isAlive, requestOf, type Bridge, type Request } from 'c/tandemMailbox';
import { ask, askAbout } from 'c/tandemRequests';
import {
  OPTIONAL_SETTINGS,
  SETTINGS,
  configurationsOf,
  isCut,
  type Configuration,
  type SettingsData,
} from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import { Timer } from 'c/tandemTimer';
import ACTIVE from '@salesforce/schema/Tandem_Configuration__c.Active__c';
import CONFIGURATION from '@salesforce/schema/Tandem_Configuration__c';
import NAME from '@salesforce/schema/Tandem_Configuration__c.Name';
import LightningConfirm from 'lightning/confirm';
import { graphql, type GraphqlResult } from 'lightning/graphql';
import LightningPrompt from 'lightning/prompt';
import Toast from 'lightning/toast';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { labels } from './labels';
import { isStale, rowsOf } from './previewed';
import { PROGRESS, type AskedNode, type ProgressData } from './queries';

/** How often the screen looks again: soon while something is on its way. */
const POLL_MS = { busy: 3_000, quiet: 30_000 };

/** Where the set-up is done: an assistant, every configuration, and the editor of one. */
export default class TandemSetup extends LightningElement {
  labels = labels;

  settings: GraphqlResult<SettingsData> = {};
  progress: GraphqlResult<ProgressData> = {};
  /** What was read last: a look that fails leaves it in place, and with it what an admin is editing. */
  settingsData: SettingsData | undefined;
  progressData: ProgressData | undefined;
  /** The present time in milliseconds, as of the last look at the bridge. */
  now: number | undefined;
  /** What the progress that is known was asked with. */
  askedWith = '';
  tab = 'guide';
  /** The configuration that the assistant is about, once it was chosen. */
  chosenId: string | undefined;
  /** The configuration that is edited, and the section to begin with. */
  openId: string | undefined;
  section = 'general';
  /** The step of the assistant that was asked for. */
  step: string | undefined;

  /** The classes of the list and the editor: most of the code of this screen, so they are loaded once they are shown. */
  list: typeof LightningElement | undefined;
  editor: typeof LightningElement | undefined;

  private timer = new Timer();

  @wire(graphql, { query: SETTINGS })
  handleSettings(result: GraphqlResult<SettingsData>): void {
    if (!result.data && !result.errors) return;
    this.settings = result;
    this.settingsData = result.data ?? this.settingsData;
  }

  @wire(graphql, { query: PROGRESS, variables: '$variables' })
  handleProgress(result: GraphqlResult<ProgressData>): void {
    if (!result.data && !result.errors) return;
    this.progress = result;
    this.progressData = result.data ?? this.progressData;
    this.now = Date.now();
    this.askedWith = JSON.stringify(this.variables);
    this.timer.after(this.isBusy ? POLL_MS.busy : POLL_MS.quiet, () => {
      void this.lookAtProgress();
    });
  }

  override disconnectedCallback(): void {
    this.timer.stop();
  }

  get variables() {
    const id = this.guided?.id;
    const its = id ? { Configuration__c: { eq: id } } : { Id: { eq: null } };
    const previews = id ? { Kind__c: { eq: 'Preview' }, ...its } : its;
    return { previews, people: its, filters: its, mappings: its };
  }

  get errors(): unknown {
    return this.settings.errors ?? this.progress.errors;
  }

  get isLoading(): boolean {
    return !this.errors && !this.isRead;
  }

  get isRead(): boolean {
    return this.settingsData !== undefined && this.progressData !== undefined;
  }

  get configurations(): Configuration[] {
    return configurationsOf(this.settingsData);
  }

  get isCut(): boolean {
    return isCut(this.settingsData);
  }

  /** What who looks may not see of configurations. */
  get hiddenText(): string {
    return hiddenIn(this.settingsData?.uiapi.query.Tandem_Configuration__c.edges[0]?.node, OPTIONAL_SETTINGS);
  }

  /** The one that was chosen, else the first that is not active yet. */
  get guided(): Configuration | undefined {
    const { configurations, chosenId } = this;
    return (
      configurations.find(({ id }) => id === chosenId) ??
      configurations.find(({ active }) => !active) ??
      configurations[0]
    );
  }

  get bridge(): Bridge | undefined {
    return bridgeOf(this.progressData?.uiapi.query.Tandem_Bridge__c.edges[0]?.node);
  }

  get isAlive(): boolean {
    return isAlive(this.bridge, this.now ?? 0);
  }

  get testNode() {
    return this.progressData?.uiapi.query.tests.edges[0]?.node;
  }

  get test(): Request | undefined {
    return this.testNode && requestOf(this.testNode);
  }

  get testedName(): string {
    return this.testNode?.User__r?.Name.value ?? '';
  }

  /** Who else asked for the test. */
  get testAskedBy(): string {
    return askedBy(this.testNode);
  }

  get previewNode() {
    return this.progressData?.uiapi.query.previews.edges[0]?.node;
  }

  get preview(): Request | undefined {
    return this.previewNode && requestOf(this.previewNode);
  }

  get previewAskedBy(): string {
    return askedBy(this.previewNode);
  }

  get mappings(): number {
    return this.progressData?.uiapi.query.mappings.totalCount ?? 0;
  }

  get isStale(): boolean {
    return isStale(this.progressData?.uiapi.query, this.guided);
  }

  get isBusy(): boolean {
    return !this.isAlive || [this.test, this.preview].some((request) => request?.isOpen);
  }

  get isEditing(): boolean {
    return this.isRead && this.configurations.some(({ id }) => id === this.openId);
  }

  get isLoadingEditor(): boolean {
    return this.isEditing && !this.editor;
  }

  handleTab({ target }: Event): void {
    this.tab = (target as HTMLElement & { value: string }).value;
    if (this.tab === 'configurations') void this.loadList();
  }

  handleRefresh(): void {
    void this.look();
  }

  handleChoose({ detail }: CustomEvent<{ id: string }>): void {
    this.chosenId = detail.id;
  }

  handleOpen({ detail }: CustomEvent<{ id: string; section?: string }>): void {
    this.edit(detail.id, detail.section ?? 'general');
  }

  handleClose(): void {
    this.openId = undefined;
    void this.look();
  }

  async handleTest({ detail }: CustomEvent<{ userId: string }>): Promise<void> {
    await ask(this, 'TestConnection', [detail.userId]);
    await this.lookAtProgress();
  }

  async handlePreview(): Promise<void> {
    const configurationId = this.guided?.id ?? '';
    const parameters = rowsOf(this.progressData?.uiapi.query);
    await askAbout(this, 'Preview', [{ configurationId, parameters }]);
    await this.lookAtProgress();
  }

  /** Asks for a name and opens the new configuration, which is not active. */
  async handleCreate(): Promise<void> {
    const name = await LightningPrompt.open({
      label: labels.create,
      message: labels.createName,
      defaultValue: '',
    });
    if (!name?.trim()) return;
    await this.attempt(labels.createFailed, async () => {
      const { id } = await createRecord({
        apiName: CONFIGURATION.objectApiName,
        fields: { [NAME.fieldApiName]: name.trim().slice(0, 80) },
      });
      await this.settings.refresh?.();
      this.edit(id, 'people');
    });
  }

  /** Opens the copy of a configuration, which has no people yet. */
  async handleCloned({ detail }: CustomEvent<{ id: string }>): Promise<void> {
    await this.settings.refresh?.();
    this.edit(detail.id, 'people');
  }

  /** Leads to the step of the assistant that says what activation does. */
  handleActivate({ detail }: CustomEvent<{ id?: string } | null>): void {
    this.chosenId = detail?.id ?? this.openId;
    this.openId = undefined;
    this.tab = 'guide';
    this.step = 'activation';
    void this.look();
  }

  handleActivated(): Promise<void> {
    return this.setActive(this.guided?.id, true);
  }

  async handleDeactivate({ detail }: CustomEvent<{ id?: string } | null>): Promise<void> {
    const id = detail?.id ?? this.openId;
    const { deactivate: label, deactivateConfirm: message } = labels;
    if (await LightningConfirm.open({ label, message, theme: 'warning' })) await this.setActive(id, false);
  }

  async handleRemove({ detail }: CustomEvent<{ id: string }>): Promise<void> {
    const name = this.configurations.find(({ id }) => id === detail.id)?.name ?? '';
    const label = fill(labels.remove, name);
    if (!(await LightningConfirm.open({ label, message: labels.removeConfirm, theme: 'warning' }))) return;
    await this.attempt(labels.removeFailed, () => deleteRecord(detail.id));
  }

  /** The settings of an active configuration or its people were saved. */
  async handleSaved(): Promise<void> {
    const id = this.openId ?? '';
    const active = this.configurations.find((one) => one.id === id)?.active ?? false;
    if (active) await askAbout(this, 'SyncNow', [{ configurationId: id }]);
    await this.look();
  }

  private edit(id: string, section: string): void {
    this.section = section;
    this.chosenId = id;
    this.openId = id;
    void this.loadEditor();
  }

  private async loadEditor(): Promise<void> {
    try {
      this.editor = (await import('c/tandemConfiguration')).default;
    } catch (error) {
      this.openId = undefined;
      this.tellFailed(labels.editorFailed, error);
    }
  }

  private async loadList(): Promise<void> {
    try {
      this.list = (await import('c/tandemConfigurations')).default;
    } catch (error) {
      this.tellFailed(labels.editorFailed, error);
    }
  }

  /** The bridge reads the settings every ten minutes, unless it is asked. */
  private setActive(id: string | undefined, active: boolean): Promise<void> {
    const configurationId = id ?? '';
    return this.attempt(labels.saveFailed, async () => {
      await updateRecord({ fields: { Id: configurationId, [ACTIVE.fieldApiName]: active } });
      await askAbout(this, 'SyncNow', [{ configurationId }]);
    });
  }

  /** Does something and reads what came of it; what the org refuses is told by a toast. */
  private async attempt(failed: string, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.tellFailed(failed, error);
    }
    await this.look();
  }

  private tellFailed(label: string, error: unknown): void {
    const message = reduceErrors(error).join(' ');
    Toast.show({ label, message, variant: 'error', mode: 'sticky' }, this);
  }

  private async look(): Promise<void> {
    await Promise.all([this.settings.refresh?.(), this.lookAtProgress()]);
  }

  /** After a change of what is asked the answer is on its way; asking the former question again would take its place. */
  private async lookAtProgress(): Promise<void> {
    if (this.askedWith === JSON.stringify(this.variables)) await this.progress.refresh?.();
  }
}

/** The name of somebody else who asked for something; empty when it was the person who looks. */
function askedBy(node: AskedNode | undefined): string {
  if (!node || node.CreatedBy?.Id === userId) return '';
  return node.CreatedBy?.Name.value ?? labels.unknownPerson;
}
