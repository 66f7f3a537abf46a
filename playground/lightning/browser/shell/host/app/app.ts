import { LightningElement } from 'lwc';
import { tabs } from 'host/tabs';
import ToastContainer from 'lightning/toastContainer';
import { app } from 'org:navigation';
import { here, onMove, type PageReference } from 'org/place';

/** Lightning Experience around the package's app: header, the page of the present address, utility bar and toasts. */
export default class App extends LightningElement {
  place: PageReference = here();

  /** Another page is another element; another state of the same page is not. */
  get pages() {
    const { type, attributes } = this.place;
    return [{ key: JSON.stringify([type, attributes]), place: this.place }];
  }

  get isPhone(): boolean {
    return matchMedia('(max-width: 767px)').matches;
  }

  get hasUtilities(): boolean {
    return app.utilities.length > 0 && !this.isPhone;
  }

  get mainClass(): string {
    return `slds-p-around_small${this.hasUtilities ? ' slds-p-bottom_xx-large' : ''}`;
  }

  override connectedCallback(): void {
    ToastContainer.instance();
    this.tell();
    onMove((place) => {
      this.place = place;
      this.tell();
    });
  }

  private tell(): void {
    const { attributes } = this.place;
    const tab = app.tabs.find(({ name }) => name === attributes['apiName']) ?? tabs[0];
    document.title = `${attributes['objectApiName'] ?? attributes['pageName'] ?? tab?.label ?? ''} | Salesforce`;
  }
}
