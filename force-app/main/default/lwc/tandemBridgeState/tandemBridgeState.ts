import { LightningElement, api } from 'lwc';
import { isAlive, type Bridge } from 'c/tandemMailbox';
import { ago, fill } from 'c/tandemText';
import { labels } from './labels';

/** Whether the bridge is alive, since when it is not, and what keeps it from working. */
export default class TandemBridgeState extends LightningElement {
  /** The bridge; undefined when none has ever reported. */
  @api bridge: Bridge | undefined;

  /** The present time in milliseconds. */
  @api now = 0;

  get text(): string {
    const { bridge, now } = this;
    if (bridge?.heartbeat == null) return labels.never;
    if (!isAlive(bridge, now)) return fill(labels.silent, ago(bridge.heartbeat, now));
    return bridge.problem
      ? fill(labels.problem, bridge.problem)
      : fill(labels.alive, ago(bridge.heartbeat, now));
  }

  get isWell(): boolean {
    return isAlive(this.bridge, this.now) && !this.bridge?.problem;
  }

  get iconName(): string {
    return this.isWell ? 'utility:success' : 'utility:warning';
  }

  get variant(): string {
    return this.isWell ? 'success' : 'warning';
  }
}
