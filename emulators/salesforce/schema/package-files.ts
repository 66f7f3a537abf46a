import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { ValidationRuleMetadata } from '../rules/validation-rule.ts';
import type { SharingModel } from './object-type.ts';

/** A custom field as Metadata API writes it; flags and numbers already read from their text. */
export interface FieldMetadata {
  readonly fullName: string;
  readonly type: string;
  readonly label?: string | undefined;
  readonly length?: number | undefined;
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
  readonly required?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly caseSensitive?: boolean | undefined;
  readonly externalId?: boolean | undefined;
  readonly defaultValue?: string | undefined;
  readonly values?:
    readonly { fullName: string; label?: string | undefined; default?: boolean | undefined }[] | undefined;
  readonly restricted?: boolean | undefined;
  readonly referenceTo?: string | undefined;
  readonly relationshipName?: string | undefined;
  readonly deleteConstraint?: 'SetNull' | 'Cascade' | 'Restrict' | undefined;
  readonly reparentableMasterDetail?: boolean | undefined;
  readonly displayFormat?: string | undefined;
  readonly inlineHelpText?: string | undefined;
  readonly formula?: string | undefined;
}

export interface ObjectMetadata {
  readonly name: string;
  readonly label: string;
  readonly pluralLabel: string;
  readonly nameField: FieldMetadata;
  readonly sharingModel: SharingModel;
}

export interface PermissionSetMetadata {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly objects: readonly { object: string; allowed: Readonly<Record<string, boolean>> }[];
  readonly fields: readonly { field: string; readable: boolean; editable: boolean }[];
  readonly userPermissions: readonly string[];
  /** Apex classes that it gives access to. */
  readonly classes: readonly string[];
  /** Tabs that it shows. */
  readonly tabs: readonly string[];
}

/** What a source folder such as `force-app/main/default` says about objects, fields, validation rules, permission sets, Apex and tabs. */
export interface PackageMetadata {
  readonly objects: readonly ObjectMetadata[];
  /** Fields by the object whose folder holds them; `Activity` stands for Event and Task. */
  readonly fields: readonly { object: string; field: FieldMetadata }[];
  /** Validation rules by object, with the file that holds each. */
  readonly validationRules: readonly { object: string; file: string; rule: ValidationRuleMetadata }[];
  readonly permissionSets: readonly PermissionSetMetadata[];
  /** The source of Apex classes by name. */
  readonly classes: ReadonlyMap<string, string>;
  /** Labels of tabs by name; that of an object is its plural. */
  readonly tabs: ReadonlyMap<string, string>;
}

type Xml = Record<string, unknown>;

const repeated = new Set([
  'value',
  'objectPermissions',
  'fieldPermissions',
  'userPermissions',
  'classAccesses',
  'tabSettings',
]);
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => repeated.has(name) });

/** Reads a folder in source format (Salesforce DX guide, "Salesforce DX Project Structure and Source Format"). */
export function readPackage(folder: string): PackageMetadata {
  const objectFolders = list(join(folder, 'objects'));
  const objects: ObjectMetadata[] = [];
  const fields: { object: string; field: FieldMetadata }[] = [];
  const validationRules: { object: string; file: string; rule: ValidationRuleMetadata }[] = [];
  for (const object of objectFolders) {
    const definition = join(folder, 'objects', object, `${object}.object-meta.xml`);
    if (object.endsWith('__c') && existsSync(definition)) objects.push(objectMetadata(object, definition));
    const fieldFolder = join(folder, 'objects', object, 'fields');
    for (const file of list(fieldFolder)) {
      fields.push({ object, field: fieldMetadata(rootOf(join(fieldFolder, file), 'CustomField')) });
    }
    const ruleFolder = join(folder, 'objects', object, 'validationRules');
    for (const name of list(ruleFolder)) {
      const file = join(ruleFolder, name);
      validationRules.push({ object, file, rule: ruleMetadata(rootOf(file, 'ValidationRule')) });
    }
  }
  const setFolder = join(folder, 'permissionsets');
  const permissionSets = list(setFolder).map((file) => permissionSetMetadata(join(setFolder, file)));
  const classFolder = join(folder, 'classes');
  const sources = list(classFolder).filter((file) => file.endsWith('.cls'));
  const classes = new Map(
    sources.map((file) => [basename(file, '.cls'), readFileSync(join(classFolder, file), 'utf8')]),
  );
  const tabs = new Map(
    list(join(folder, 'tabs')).map((file) => tabMetadata(join(folder, 'tabs', file), objects)),
  );
  return { objects, fields, validationRules, permissionSets, classes, tabs };
}

function list(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];
}

function rootOf(file: string, element: string): Xml {
  const root = (parser.parse(readFileSync(file, 'utf8')) as Xml)[element];
  if (typeof root !== 'object' || root === null) throw new Error(`${file}: no <${element}> element`);
  return root as Xml;
}

function objectMetadata(name: string, file: string): ObjectMetadata {
  const xml = rootOf(file, 'CustomObject');
  const label = textOf(xml, 'label') ?? name;
  return {
    name,
    label,
    pluralLabel: textOf(xml, 'pluralLabel') ?? label,
    nameField: { ...fieldMetadata((xml['nameField'] ?? { type: 'Text' }) as Xml), fullName: 'Name' },
    sharingModel: (textOf(xml, 'sharingModel') ?? 'ReadWrite') as SharingModel,
  };
}

function ruleMetadata(xml: Xml): ValidationRuleMetadata {
  return {
    name: textOf(xml, 'fullName') ?? '',
    active: flagOf(xml, 'active') ?? false,
    formula: textOf(xml, 'errorConditionFormula') ?? '',
    message: textOf(xml, 'errorMessage') ?? '',
    field: textOf(xml, 'errorDisplayField'),
  };
}

function fieldMetadata(xml: Xml): FieldMetadata {
  const valueSet = xml['valueSet'] as Xml | undefined;
  const definition = valueSet?.['valueSetDefinition'] as Xml | undefined;
  const values = definition?.['value'] as Xml[] | undefined;
  return {
    fullName: textOf(xml, 'fullName') ?? '',
    type: textOf(xml, 'type') ?? 'Text',
    label: textOf(xml, 'label'),
    length: numberOf(xml, 'length'),
    precision: numberOf(xml, 'precision'),
    scale: numberOf(xml, 'scale'),
    required: flagOf(xml, 'required'),
    unique: flagOf(xml, 'unique'),
    caseSensitive: flagOf(xml, 'caseSensitive'),
    externalId: flagOf(xml, 'externalId'),
    defaultValue: textOf(xml, 'defaultValue'),
    values: values?.map((value) => ({
      fullName: textOf(value, 'fullName') ?? '',
      label: textOf(value, 'label'),
      default: flagOf(value, 'default'),
    })),
    restricted: valueSet ? flagOf(valueSet, 'restricted') : undefined,
    referenceTo: textOf(xml, 'referenceTo'),
    relationshipName: textOf(xml, 'relationshipName'),
    deleteConstraint: textOf(xml, 'deleteConstraint') as FieldMetadata['deleteConstraint'],
    reparentableMasterDetail: flagOf(xml, 'reparentableMasterDetail'),
    displayFormat: textOf(xml, 'displayFormat'),
    inlineHelpText: textOf(xml, 'inlineHelpText'),
    formula: textOf(xml, 'formula'),
  };
}

function permissionSetMetadata(file: string): PermissionSetMetadata {
  const xml = rootOf(file, 'PermissionSet');
  const name = basename(file).replace('.permissionset-meta.xml', '');
  const many = (key: string) => (xml[key] ?? []) as Xml[];
  return {
    name,
    label: textOf(xml, 'label') ?? name,
    description: textOf(xml, 'description'),
    objects: many('objectPermissions').map((one) => ({
      object: textOf(one, 'object') ?? '',
      allowed: {
        Read: flagOf(one, 'allowRead') ?? false,
        Create: flagOf(one, 'allowCreate') ?? false,
        Edit: flagOf(one, 'allowEdit') ?? false,
        Delete: flagOf(one, 'allowDelete') ?? false,
        ViewAllRecords: flagOf(one, 'viewAllRecords') ?? false,
        ModifyAllRecords: flagOf(one, 'modifyAllRecords') ?? false,
      },
    })),
    fields: many('fieldPermissions').map((one) => ({
      field: textOf(one, 'field') ?? '',
      readable: flagOf(one, 'readable') ?? false,
      editable: flagOf(one, 'editable') ?? false,
    })),
    userPermissions: many('userPermissions')
      .filter((one) => flagOf(one, 'enabled') === true)
      .map((one) => textOf(one, 'name') ?? ''),
    classes: many('classAccesses')
      .filter((one) => flagOf(one, 'enabled') === true)
      .map((one) => textOf(one, 'apexClass') ?? ''),
    tabs: many('tabSettings')
      .filter((one) => textOf(one, 'visibility') === 'Visible')
      .map((one) => textOf(one, 'tab') ?? ''),
  };
}

function tabMetadata(file: string, objects: readonly ObjectMetadata[]): [name: string, label: string] {
  const name = basename(file).replace('.tab-meta.xml', '');
  const plural = objects.find((object) => object.name === name)?.pluralLabel;
  return [name, textOf(rootOf(file, 'CustomTab'), 'label') ?? plural ?? name];
}

function textOf(xml: Xml, key: string): string | undefined {
  const value = xml[key];
  return typeof value === 'string' ? value : undefined;
}

function numberOf(xml: Xml, key: string): number | undefined {
  const value = textOf(xml, key);
  return value === undefined ? undefined : Number(value);
}

function flagOf(xml: Xml, key: string): boolean | undefined {
  const value = textOf(xml, key);
  return value === undefined ? undefined : value === 'true';
}
