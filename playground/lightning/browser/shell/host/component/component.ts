import { LightningElement, api } from 'lwc';
import type { Loadable } from 'org:navigation';

/** A component of the package with what a page gives it: on record pages the record. */
export default class Component extends LightningElement {
  @api recordId?: string;
  @api objectApiName?: string;
  shown: unknown = null;
  private asked: Loadable | undefined;

  @api
  get loadable(): Loadable | undefined {
    return this.asked;
  }

  set loadable(loadable: Loadable | undefined) {
    if (loadable === this.asked) return;
    this.asked = loadable;
    this.shown = null;
    void loadable?.load().then((loaded) => {
      if (this.asked === loadable) this.shown = loaded.default;
    });
  }

  get isLoading(): boolean {
    return this.asked !== undefined && this.shown === null;
  }
}
