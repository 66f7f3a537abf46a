import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** The head of a screen: its name, what is put below that, and a button by which it is read anew. Tells by `refresh`. */
export default class TandemPageHeader extends LightningElement {
  labels = labels;

  @api heading = '';
  @api iconName = '';

  handleRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }
}
