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
  import type { WireAdapterConstructor } from 'lwc';

  type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };

  export interface RecordInput {
    /** Of a record that is created; an update names the record in `fields.Id`. */
    readonly apiName?: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  }
  export interface RecordData {
    readonly id: string;
    readonly apiName: string;
    readonly fields: Readonly<
      Record<string, { readonly value: unknown; readonly displayValue?: string | null }>
    >;
    readonly lastModifiedDate: string | null;
  }
  export const getRecord: WireAdapterConstructor<
    {
      recordId?: string | undefined;
      fields?: readonly FieldReference[] | undefined;
      optionalFields?: readonly FieldReference[] | undefined;
    },
    { data?: RecordData; error?: unknown }
  >;
  export function getFieldValue(record: RecordData | undefined, field: FieldReference): unknown;
  export function getFieldDisplayValue(
    record: RecordData | undefined,
    field: FieldReference,
  ): string | null | undefined;
  /** Creates a record with the rights of the person; rejects with a `FetchResponse` whose body tells why. */
  export function createRecord(input: RecordInput): Promise<RecordData>;
  /** Changes a record; `ifUnmodifiedSince`, its last modified date, has it refused when somebody else saved in between. */
  export function updateRecord(
    input: RecordInput,
    options?: { readonly ifUnmodifiedSince?: string },
  ): Promise<RecordData>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(
    records: readonly { readonly recordId: string }[],
  ): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';

  type ObjectReference = string | { readonly objectApiName: string };

  export interface FieldInfo {
    readonly apiName: string;
    readonly label: string;
    /** For example `String`, `Picklist`, `Reference`. */
    readonly dataType: string;
    readonly length: number;
    readonly calculated: boolean;
    readonly compound: boolean;
    readonly compoundFieldName: string | null;
    readonly createable: boolean;
    readonly custom: boolean;
    readonly filterable: boolean;
    readonly inlineHelpText: string | null;
    readonly nameField: boolean;
    readonly precision: number;
    readonly referenceToInfos: readonly { readonly apiName: string }[];
    readonly relationshipName: string | null;
    readonly required: boolean;
    readonly scale: number;
    readonly sortable: boolean;
    readonly unique: boolean;
    readonly updateable: boolean;
  }
  export interface RecordTypeInfo {
    readonly available: boolean;
    readonly defaultRecordTypeMapping: boolean;
    readonly master: boolean;
    readonly name: string;
    readonly recordTypeId: string;
  }
  export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly createable: boolean;
    readonly deletable: boolean;
    readonly updateable: boolean;
    readonly defaultRecordTypeId: string;
    readonly fields: Readonly<Record<string, FieldInfo>>;
    readonly recordTypeInfos: Readonly<Record<string, RecordTypeInfo>>;
  }
  export interface PicklistValues {
    readonly defaultValue: { readonly value: string; readonly label: string } | null;
    readonly values: readonly { readonly value: string; readonly label: string }[];
  }
  export const getObjectInfo: WireAdapterConstructor<
    { objectApiName?: ObjectReference | undefined },
    { data?: ObjectInfo; error?: unknown }
  >;
  /** Each result with the status of its own; what the person may not read is an error among them. */
  export const getObjectInfos: WireAdapterConstructor<
    { objectApiNames?: readonly ObjectReference[] | undefined },
    {
      data?: { readonly results: readonly { readonly statusCode: number; readonly result: ObjectInfo }[] };
      error?: unknown;
    }
  >;
  export const getPicklistValues: WireAdapterConstructor<
    {
      recordTypeId?: string | undefined;
      fieldApiName?: string | { readonly objectApiName: string; readonly fieldApiName: string } | undefined;
    },
    { data?: PicklistValues; error?: unknown }
  >;
  export const getPicklistValuesByRecordType: WireAdapterConstructor<
    { recordTypeId?: string | undefined; objectApiName?: ObjectReference | undefined },
    { data?: { readonly picklistFieldValues: Readonly<Record<string, PicklistValues>> }; error?: unknown }
  >;
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

declare module 'lightning/platformShowToastEvent' {
  /** Has the page show a toast; `lightning/toast` does the same and is what the package's components use. */
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: {
      readonly title: string;
      readonly message?: string;
      readonly variant?: 'info' | 'success' | 'warning' | 'error';
      readonly mode?: 'dismissible' | 'pester' | 'sticky';
    });
  }
}

declare module 'lightning/navigation' {
  import type { LightningElement, WireAdapterConstructor } from 'lwc';

  /** A page of the app (LWC guide, "PageReference Types"). */
  export interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly state?: Readonly<Record<string, string>>;
  }
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  interface Navigation {
    [Navigate](page: PageReference, replace?: boolean): void;
    [GenerateUrl](page: PageReference): Promise<string>;
  }
  export const NavigationMixin: ((
    base: typeof LightningElement,
  ) => Omit<typeof LightningElement, 'prototype'> & (new () => LightningElement & Navigation)) & {
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
  export const CurrentPageReference: WireAdapterConstructor<Record<never, never>, PageReference>;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';

  /** A dialog: declare its `open` as `ModalOpen` with the properties it is given and what it closes with. */
  export default class LightningModal extends LightningElement {
    close(result?: unknown): void;
    disableClose: boolean;
  }
  export type ModalOpen<Properties, Result> = (
    properties: Properties & {
      readonly label: string;
      readonly size?: 'small' | 'medium' | 'large' | 'full';
      readonly description?: string;
    },
  ) => Promise<Result | undefined>;
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

declare module '@salesforce/user/Id' {
  /** The user who is signed in, by the 18-character id. */
  const userId: string;
  export default userId;
}

declare module 'lightning/prompt' {
  interface Question {
    readonly label: string;
    readonly message: string;
    readonly defaultValue?: string;
  }
  /** What was typed; null when the person gave up. */
  const prompt: { open(question: Question): Promise<string | null> };
  export default prompt;
}
