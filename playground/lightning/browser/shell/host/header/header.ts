import { LightningElement, api } from 'lwc';
import { tabs } from 'host/tabs';
import { app } from 'org:navigation';
import { go, type PageReference } from 'org/place';

/** Somebody as whom the playground can be used. */
interface Persona {
  readonly key: string;
  readonly name: string;
  readonly role: string;
}

/** What the server tells the page of who is signed in. */
interface SignedIn {
  readonly persona: string;
  readonly personas: readonly Persona[];
}

declare const signedIn: SignedIn;

/** The header of Lightning Experience: the tabs of the app, those of Salesforce that the screens need, and who is signed in. */
export default class Header extends LightningElement {
  @api place: PageReference | undefined;
  app = app;

  get tabs() {
    const own = tabs.map(({ name, label }) => ({ label, href: `/lightning/n/${name}` }));
    const standard = [
      { label: 'Home', href: '/lightning/page/home' },
      { label: 'Contacts', href: '/lightning/o/Contact/list' },
      { label: 'Leads', href: '/lightning/o/Lead/list' },
      { label: 'Events', href: '/lightning/o/Event/list' },
    ];
    return [...own, ...standard].map((tab, index) => {
      const isCurrent = this.isAt(tab.href, index);
      return {
        ...tab,
        isCurrent,
        current: isCurrent ? 'page' : undefined,
        itemClass: `slds-context-bar__item${isCurrent ? ' slds-is-active' : ''}`,
      };
    });
  }

  get current(): string {
    return this.tabs.find(({ isCurrent }) => isCurrent)?.label ?? app.label;
  }

  get personas() {
    return signedIn.personas.map(({ key, name, role }) => ({
      key,
      label: `${name} (${role})`,
      checked: key === signedIn.persona,
    }));
  }

  get person() {
    return signedIn.personas.find(({ key }) => key === signedIn.persona)?.name;
  }

  get isWide(): boolean {
    return !matchMedia('(max-width: 767px)').matches;
  }

  get phoneHref(): string {
    void this.place;
    return `/lightning/phone?page=${encodeURIComponent(location.pathname + location.search)}`;
  }

  handleOpen(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go((event.currentTarget as HTMLAnchorElement).href);
  }

  handleTab({ detail }: CustomEvent<{ value: string }>): void {
    go(detail.value);
  }

  async handlePersona({ detail }: CustomEvent<{ value: string }>) {
    await fetch('/lightning/session', { method: 'POST', body: detail.value });
    location.reload();
  }

  /** A record is below the list of its object; the app opens its first tab. */
  private isAt(href: string, index: number): boolean {
    const { type, attributes = {} } = this.place ?? {};
    if (type === 'standard__app') return index === 0;
    if (type === 'standard__navItemPage') return href.endsWith(`/n/${attributes['apiName']}`);
    if (type === 'standard__namedPage') return href.endsWith('/page/home');
    return href.includes(`/o/${attributes['objectApiName']}/`);
  }
}
