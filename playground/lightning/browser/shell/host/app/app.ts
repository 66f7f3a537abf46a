import { LightningElement } from 'lwc';
import { app, tabs } from 'org:navigation';

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

/** The header of Lightning Experience with the tabs of the package's app, and below it the component of the chosen one. */
export default class App extends LightningElement {
  app = app;
  page: unknown = null;

  get chosen() {
    const name = location.pathname.split('/').at(-1);
    return tabs.find((tab) => tab.name === name) ?? tabs[0];
  }

  get tabs() {
    return tabs.map((tab) => ({
      ...tab,
      href: `/lightning/n/${tab.name}`,
      current: tab === this.chosen ? 'page' : undefined,
      itemClass: `slds-context-bar__item${tab === this.chosen ? ' slds-is-active' : ''}`,
    }));
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

  get isNarrow() {
    return matchMedia('(max-width: 767px)').matches;
  }

  override connectedCallback() {
    document.title = `${this.chosen?.label ?? ''} | Salesforce`;
    void this.chosen?.load().then((component) => {
      this.page = component.default;
    });
  }

  async handlePersona({ detail }: CustomEvent<{ value: string }>) {
    await fetch('/lightning/session', { method: 'POST', body: detail.value });
    location.reload();
  }
}
