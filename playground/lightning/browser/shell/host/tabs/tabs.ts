import { app } from 'org:navigation';

declare const signedIn: { readonly tabs: readonly string[] };

/** The tabs of the app that the org shows the person who is signed in; standard ones are for everybody. */
export const tabs = app.tabs.filter(
  ({ name }) => name.startsWith('standard-') || signedIn.tabs.includes(name),
);
