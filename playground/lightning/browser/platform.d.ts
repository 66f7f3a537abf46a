/** What the build makes of the package's metadata, see compile/navigation.ts. */
declare module 'org:navigation' {
  import type { LightningElement } from 'lwc';

  interface Tab {
    readonly name: string;
    readonly label: string;
    readonly load: () => Promise<{ readonly default: new () => LightningElement }>;
  }
  export const app: { readonly label: string };
  export const tabs: readonly Tab[];
}
