/** What the build makes of the package's metadata, see compile/org-module.ts. */
declare module 'org:navigation' {
  import type { LightningElement } from 'lwc';

  /** A component of the package. */
  export interface Loadable {
    readonly component: string;
    readonly load: () => Promise<{ readonly default: new () => LightningElement }>;
  }
  /** A component on a page, with what the page sets. */
  export interface Placed extends Loadable {
    readonly properties: Readonly<Record<string, string>>;
  }
  /** A component that may stand on pages of a kind. */
  export interface Placeable extends Loadable {
    readonly objects: readonly string[];
    readonly small: boolean;
  }
  export interface Tab {
    readonly name: string;
    readonly label: string;
    readonly object?: string;
    readonly regions: readonly (readonly Placed[])[];
  }
  export const app: {
    readonly label: string;
    readonly tabs: readonly Tab[];
    readonly utilities: readonly Placed[];
  };
  export const onRecordPages: readonly Placeable[];
  export const onHomePages: readonly Placeable[];
  export const withAddress: readonly Placeable[];
}

declare module 'lightning/toastContainer' {
  /** The one place of the page where toasts are shown; the first call makes it. */
  const container: { instance(): void };
  export default container;
}
