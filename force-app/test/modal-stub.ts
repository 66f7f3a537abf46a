import { LightningElement } from 'lwc';

/** Stands in for `lightning/modal`, of which the preset has no stub: `open` is a mock, `close` tells by an event of that name. */
export default class LightningModal extends LightningElement {
  static open = jest.fn();

  close(result?: unknown): void {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}
