import { LightningElement, api } from 'lwc';
import { tabs } from 'host/tabs';
import { app, onHomePages, withAddress, type Loadable } from 'org:navigation';
import type { PageReference } from 'org/place';

/** What an address shows: a tab's page, the home page, a list, a record, or a component that has an address. */
export default class Page extends LightningElement {
  @api place: PageReference | undefined;

  /** The components of the page, region by region; nothing for pages of other kinds. */
  get regions() {
    const regions = this.components;
    if (!regions || regions.length === 0) return undefined;
    return regions.map((components, index) => ({
      key: String(index),
      components,
      columnClass: `slds-col slds-size_1-of-1${regions.length > 1 ? ` slds-large-size_${index === 0 ? 8 : 4}-of-12` : ''}`,
    }));
  }

  /** The record or list of the page; another one has a page of its own, which is made anew. */
  get subjects() {
    const { objectApiName = this.tab?.object, recordId } = this.place?.attributes ?? {};
    if (objectApiName === undefined) return undefined;
    return [{ key: `${objectApiName} ${recordId ?? ''}`, objectApiName, recordId }];
  }

  private get tab() {
    const name = this.place?.attributes['apiName'];
    if (this.place?.type === 'standard__app') return tabs[0] ?? app.tabs[0];
    return app.tabs.find((tab) => tab.name === name);
  }

  private get components(): readonly (readonly Loadable[])[] | undefined {
    switch (this.place?.type) {
      case 'standard__namedPage':
        return [onHomePages];
      case 'standard__component':
        return [
          withAddress.filter(
            ({ component }) => `c__${component}` === this.place?.attributes['componentName'],
          ),
        ];
      default:
        return this.tab?.regions;
    }
  }
}
