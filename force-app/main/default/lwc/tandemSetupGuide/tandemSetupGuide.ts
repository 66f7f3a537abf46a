import { LightningElement, api } from 'lwc';
import { isAlive, type Bridge, type Request } from 'c/tandemMailbox';
import type { Configuration } from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import LightningConfirm from 'lightning/confirm';
import { NavigationMixin } from 'lightning/navigation';
import { labels } from './labels';
import { stepsOf, type Found, type Step } from './steps';
import { warningsOf } from './warnings';

const ICONS: Readonly<Record<Step['state'], { readonly icon: string; readonly variant?: string }>> = {
  done: { icon: 'utility:success', variant: 'success' },
  attention: { icon: 'utility:warning', variant: 'warning' },
  todo: { icon: 'utility:routing_offline' },
};

/**
 * The steps from an installed package to the first sync, each with its state. Tells by `choose`, `open`, `create`, `test`, `preview`
 * and `activated` what a person wants.
 */
export default class TandemSetupGuide extends NavigationMixin(LightningElement) {
  labels = labels;

  @api bridge: Bridge | undefined;
  @api now = 0;
  /** The newest connection test, and whom it was about. */
  @api test: Request | undefined;
  @api testedName = '';
  /** Who asked for it, when that was somebody else. */
  @api testAskedBy = '';
  @api configurations: readonly Configuration[] = [];
  /** The configuration that is set up. */
  @api configuration: Configuration | undefined;
  /** How many field mappings of it differ from the usual ones. */
  @api mappings = 0;
  /** Its newest preview. */
  @api preview: Request | undefined;
  /** Whether the configuration, or who and what belongs to it, was changed after the preview. */
  @api isStale = false;
  /** Who asked for the preview, when that was somebody else. */
  @api previewAskedBy = '';

  /** The step that a person opened; undefined for the first that is not done. */
  openName: string | undefined;

  /** The class of the preview, which is loaded once its step is open. */
  previewPanel: typeof LightningElement | undefined;
  previewPanelError: unknown;

  /** A step to open, as somebody asked for elsewhere. */
  @api
  get step(): string | undefined {
    return this.openName;
  }

  set step(name: string | undefined) {
    if (name) this.openName = name;
  }

  override renderedCallback(): void {
    const isShown = this.steps.some(({ isPreview, isOpen }) => isPreview && isOpen);
    if (isShown && !this.previewPanel && !this.previewPanelError) void this.loadPreview();
  }

  get found(): Found {
    const { bridge, now, test, configuration, mappings, preview, isStale } = this;
    return { bridge, now, test, configuration, mappings, preview, isStale };
  }

  get all(): Step[] {
    return stepsOf(this.found);
  }

  get steps() {
    const next = this.all.find(({ state }) => state !== 'done')?.name ?? 'activation';
    const open = this.openName ?? next;
    return this.all.map((step, index) => ({
      ...step,
      ...ICONS[step.state],
      number: fill(labels.step, index + 1, step.title),
      stateName: labels[step.state],
      isOpen: step.name === open,
      chevron: step.name === open ? 'utility:chevrondown' : 'utility:chevronright',
      expanded: String(step.name === open),
      hasNext: step.state === 'done' && this.openName === step.name && next !== step.name,
      isBridge: step.name === 'bridge',
      isTest: step.name === 'test',
      isConfiguration: step.name === 'configuration',
      isMappings: step.name === 'mappings',
      isPreview: step.name === 'preview',
      isActivation: step.name === 'activation',
    }));
  }

  get done(): number {
    return this.all.filter(({ state }) => state === 'done').length;
  }

  get percent(): number {
    return Math.round((this.done / this.all.length) * 100);
  }

  get progress(): string {
    return fill(labels.progress, this.done, this.all.length);
  }

  get isAlive(): boolean {
    return isAlive(this.bridge, this.now);
  }

  get needsHelp(): boolean {
    return !this.isAlive;
  }

  get help(): string[] {
    return this.bridge?.heartbeat == null ? labels.bridgeStart : labels.bridgeRepair;
  }

  get testAbout(): string {
    return fill(labels.testAbout, this.testedName || labels.unknownPerson);
  }

  get hasConfiguration(): boolean {
    return this.configuration !== undefined;
  }

  get hasSeveral(): boolean {
    return this.configurations.length > 1;
  }

  get configurationOptions() {
    return this.configurations.map(({ id, name }) => ({ value: id, label: name }));
  }

  get configurationId(): string {
    return this.configuration?.id ?? '';
  }

  get canPreview(): boolean {
    return (this.configuration?.people.length ?? 0) > 0;
  }

  get needsPeople(): boolean {
    return !this.canPreview;
  }

  get isActive(): boolean {
    return this.configuration?.active ?? false;
  }

  get warnings(): string[] {
    return warningsOf(this.found);
  }

  get hasWarnings(): boolean {
    return this.warnings.length > 0;
  }

  get willHappen(): string {
    return fill(
      labels.activationEffect,
      this.configuration?.name ?? '',
      this.configuration?.people.length ?? 0,
    );
  }

  handleToggle({ currentTarget }: Event): void {
    this.openName = (currentTarget as HTMLElement).dataset['name'];
  }

  handleNext(): void {
    this.openName = undefined;
  }

  handleChoose({ detail }: CustomEvent<{ value: string }>): void {
    this.tell('choose', { id: detail.value });
  }

  handleCreate(): void {
    this.tell('create');
  }

  handleEdit(): void {
    const section = this.canPreview ? 'contacts' : 'people';
    this.tell('open', { id: this.configurationId, section });
  }

  handleMappings(): void {
    this.tell('open', { id: this.configurationId, section: 'mappings' });
  }

  /** Whoever asks for something in a step waits for the answer there, also when it makes the step done. */
  handleTest({ detail }: CustomEvent<{ userId: string }>): void {
    this.openName = 'test';
    this.tell('test', detail);
  }

  handlePreview(): void {
    this.openName = 'preview';
    this.tell('preview');
  }

  async handleActivate(): Promise<void> {
    if (this.hasWarnings) {
      const { activate: label } = labels;
      const message = fill(labels.activateAnyway, this.warnings.join(' '));
      if (!(await LightningConfirm.open({ label, message, theme: 'warning' }))) return;
    }
    this.openName = 'activation';
    this.tell('activated');
  }

  handleStatus(): void {
    this[NavigationMixin.Navigate]({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Tandem_Status' },
    });
  }

  private async loadPreview(): Promise<void> {
    try {
      this.previewPanel = (await import('c/tandemPreview')).default;
    } catch (error) {
      this.previewPanelError = error;
    }
  }

  private tell(event: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(event, { detail }));
  }
}
