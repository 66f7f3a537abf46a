import { LightningElement, api } from 'lwc';
import { answerIn, STEP_ICONS, type Answer, type Step } from 'c/tandemAnswers';
import type { Request } from 'c/tandemMailbox';
import { labels } from './labels';

const VARIANTS: Readonly<Partial<Record<Step['result'], string>>> = {
  passed: 'success',
  warning: 'warning',
  failed: 'error',
};

/** Tests the connection of one user. Tells by `ask` with the user's id; the answer comes with the request. */
export default class TandemConnectionTest extends LightningElement {
  labels = labels;
  userFilter = { criteria: [{ fieldPath: 'IsActive', operator: 'eq', value: true }] };
  userDisplay = { additionalFields: ['Email'] };

  /** The newest test, if there was one. */
  @api request: Request | undefined;

  /** Whom the newest test was about. */
  @api about = '';

  /** Who asked for it, when that was somebody else. */
  @api askedBy = '';

  /** Whether a bridge is there to answer. */
  @api isAlive = false;

  chosenId: string | null = null;

  get answer(): Answer {
    return answerIn(this.request?.result);
  }

  get isOpen(): boolean {
    return this.request?.isOpen ?? false;
  }

  /** What somebody else asked for keeps nobody from asking. */
  get waitsForOwn(): boolean {
    return this.isOpen && this.askedBy === '';
  }

  get cannotAsk(): boolean {
    return this.chosenId === null || this.waitsForOwn;
  }

  get steps() {
    return (this.answer.steps ?? []).map((step) => ({
      ...step,
      icon: STEP_ICONS[step.result] ?? 'utility:question',
      variant: VARIANTS[step.result],
      outcome: labels[step.result],
    }));
  }

  get hasSteps(): boolean {
    return !this.isOpen && this.steps.length > 0;
  }

  /** What the bridge answered in place of steps: that it refused, or failed. */
  get refusal(): string {
    if (!this.request || this.isOpen || this.hasSteps) return '';
    return [this.request.text, this.answer.remedy].filter(Boolean).join(' ');
  }

  handleUser({ detail }: CustomEvent<{ recordId: string | null }>): void {
    this.chosenId = detail.recordId;
  }

  handleAsk(): void {
    this.dispatchEvent(new CustomEvent('ask', { detail: { userId: this.chosenId } }));
  }
}
