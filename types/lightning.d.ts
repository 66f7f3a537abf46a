/**
 * The modules of the platform as far as the components use them. Salesforce's own package of types knows neither the data
 * adapters nor `open` of its dialogs (https://www.npmjs.com/package/@salesforce/lightning-types).
 */

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface GraphqlError {
    readonly message: string;
  }
  /** What a wire of `graphql` is provisioned with: nothing at first, then data or errors, and a way to ask again. */
  export interface GraphqlResult<Data = unknown> {
    readonly data?: Data | undefined;
    readonly errors?: readonly GraphqlError[] | undefined;
    readonly refresh?: () => Promise<void>;
  }
  export interface GraphqlDocument {
    readonly kind: 'Document';
  }
  export function gql(text: TemplateStringsArray, ...values: readonly string[]): GraphqlDocument;
  export const graphql: WireAdapterConstructor<
    { query: GraphqlDocument | undefined; variables?: Readonly<Record<string, unknown>> | undefined },
    // The data are what the query asks for: the component says their type.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    GraphqlResult<any>
  >;
}

declare module 'lightning/uiRecordApi' {
  export interface RecordInput {
    readonly apiName: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  }
  /** Creates a record with the rights of the person; rejects with a `FetchResponse` whose body tells why. */
  export function createRecord(input: RecordInput): Promise<{ readonly id: string }>;
}

declare module 'lightning/toast' {
  interface Toast {
    readonly label: string;
    readonly message?: string;
    readonly variant?: 'info' | 'success' | 'warning' | 'error';
    readonly mode?: 'dismissible' | 'sticky';
  }
  const toast: { show(toast: Toast, source: EventTarget): void };
  export default toast;
}

declare module 'lightning/confirm' {
  interface Question {
    readonly label: string;
    readonly message: string;
    readonly theme?: 'default' | 'warning' | 'error';
  }
  const confirm: { open(question: Question): Promise<boolean> };
  export default confirm;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

declare module '@salesforce/i18n/locale' {
  /** As BCP 47, for example `en-US`. */
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  /** The person's time zone by its IANA name. */
  const timeZone: string;
  export default timeZone;
}
