import { LightningElement } from 'lwc';
import { app } from 'org:navigation';

/** The utility bar of the app, with its items as the app's metadata says; one can be open. */
export default class UtilityBar extends LightningElement {
  open: string | undefined;

  get utilities() {
    return app.utilities.map((placed) => {
      const {
        label = placed.component,
        icon = 'fallback',
        height = '480',
        width = '340',
      } = placed.properties;
      const isOpen = placed.component === this.open;
      return {
        loadable: placed,
        component: placed.component,
        label,
        icon: icon.includes(':') ? icon : `utility:${icon}`,
        isOpen,
        pressed: String(isOpen),
        size: `height: ${Number(height)}px; width: ${Number(width)}px`,
        itemClass: `slds-utility-bar__item${isOpen ? ' slds-is-active' : ''}`,
      };
    });
  }

  handleToggle(event: MouseEvent): void {
    const { component } = (event.currentTarget as HTMLElement).dataset;
    this.open = component === this.open ? undefined : component;
  }

  handleClose(): void {
    this.open = undefined;
  }
}
