import { addressOf, go, here, onMove, type PageReference } from 'org/place';
import type { LightningElement } from 'lwc';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Page = Partial<PageReference>;
type Base = new () => LightningElement;

/** `NavigationMixin`: pages of the app, and addresses elsewhere in a window of their own. */
export const NavigationMixin = Object.assign(
  (base: Base): Base =>
    class extends base {
      [Navigate](page: Page, replace = false): void {
        const address = urlOf(page);
        if (page.type === 'standard__webPage') window.open(address, '_blank', 'noopener');
        else go(address, replace);
      }

      async [GenerateUrl](page: Page): Promise<string> {
        return urlOf(page);
      }
    },
  { Navigate, GenerateUrl } as const,
);

function urlOf(page: Page): string {
  const url = page.type === 'standard__webPage' ? page.attributes?.['url'] : addressOf(page);
  if (url === undefined) throw new Error(`The playground has no page of the type ${page.type}`);
  return url;
}

/** The wire adapter `CurrentPageReference`. */
export class CurrentPageReference {
  private readonly tell: (page: PageReference) => void;
  private stopListening = () => {};

  constructor(tell: (page: PageReference) => void) {
    this.tell = tell;
  }

  connect(): void {
    this.stopListening = onMove(this.tell);
    this.tell(here());
  }

  disconnect(): void {
    this.stopListening();
  }

  update(): void {}
}
