import { LightningElement, api } from 'lwc';

/** Says that there is nothing here, and what would put something here. */
export default class TandemEmpty extends LightningElement {
  @api heading = '';
  @api hint = '';
}
