import { childrenOf, parseXml, valueOf, type Element } from './element.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './source.ts';

/** A metadata file that is well-formed. `name` comes from the file's name, `object` from its folder under `objects`. */
export interface MetadataFile {
  readonly path: string;
  readonly root: Element;
  readonly name: string;
  readonly object: string | undefined;
}

/** A custom field with what rules ask most often. `required` holds for master-detail fields too. */
export interface Field {
  readonly file: MetadataFile;
  readonly object: string;
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** API values of a picklist, in their order; empty for other types. */
  readonly values: readonly string[];
}

/** The package as its files describe it. */
export interface SalesforcePackage {
  readonly files: readonly MetadataFile[];
  /** Fields by object, then by API name. Objects of the package without fields have an empty map. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  /** The definition files of custom objects by API name. */
  readonly objects: ReadonlyMap<string, MetadataFile>;
}

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ['object', 'CustomObject'],
  ['field', 'CustomField'],
  ['validationRule', 'ValidationRule'],
  ['listView', 'ListView'],
  ['permissionset', 'PermissionSet'],
  ['cls', 'ApexClass'],
  ['layout', 'Layout'],
  ['reportType', 'ReportType'],
  ['report', 'Report'],
  ['app', 'CustomApplication'],
  ['tab', 'CustomTab'],
  ['flexipage', 'FlexiPage'],
  ['js', 'LightningComponentBundle'],
]);

/** Reads metadata files into a package, with a problem for each that is malformed or contradicts its own name. */
export function packageOf(sources: readonly SourceFile[]): { pack: SalesforcePackage; problems: Problem[] } {
  const problems: Problem[] = [];
  const files: MetadataFile[] = [];
  for (const { path, text } of sources) {
    const parsed = parseXml(text);
    if (parsed.kind === 'malformed')
      problems.push({ file: path, line: parsed.line, message: `is not well-formed XML: ${parsed.message}` });
    else files.push(named(path, parsed.root, problems));
  }
  const objects = new Map<string, MetadataFile>();
  const fields = new Map<string, Map<string, Field>>();
  for (const file of files) {
    if (file.root.name === 'CustomObject') {
      objects.set(file.name, file);
      if (!fields.has(file.name)) fields.set(file.name, new Map());
    }
    if (file.root.name === 'CustomField' && file.object) {
      const field = fieldOf(file, file.object);
      fields.set(file.object, (fields.get(file.object) ?? new Map<string, Field>()).set(field.name, field));
    }
  }
  return { pack: { files, objects, fields }, problems };
}

/** Files whose root element has that name. */
export function filesOfType(pack: SalesforcePackage, type: string): MetadataFile[] {
  return pack.files.filter((file) => file.root.name === type);
}

/** All custom fields of the package. */
export function allFields(pack: SalesforcePackage): Field[] {
  return [...pack.fields.values()].flatMap((fields) => [...fields.values()]);
}

function named(path: string, root: Element, problems: Problem[]): MetadataFile {
  const parts = path.split('/');
  const [name = '', suffix = ''] = (parts.at(-1) ?? '').replace(/-meta\.xml$/, '').split('.');
  const folder = parts.indexOf('objects');
  const object = folder >= 0 ? parts[folder + 1] : undefined;
  const complain = (message: string) => problems.push({ file: path, line: root.line, message });
  const expected = SUFFIXES.get(suffix);
  if (expected && expected !== root.name)
    complain(`a .${suffix} file holds <${expected}>, not <${root.name}>`);
  const fullName = valueOf(root, 'fullName');
  if (fullName !== undefined && fullName !== name)
    complain(`<fullName> is "${fullName}", but the file is named ${name}`);
  if (suffix === 'object' && object !== name)
    complain(`the definition of ${name} is in the folder of ${object}`);
  return { path, root, name, object };
}

function fieldOf(file: MetadataFile, object: string): Field {
  const { root, name } = file;
  const type = valueOf(root, 'type') ?? '';
  const values = childrenOf(root, 'valueSet')
    .flatMap((set) => childrenOf(set, 'valueSetDefinition'))
    .flatMap((definition) => childrenOf(definition, 'value'))
    .map((value) => valueOf(value, 'fullName') ?? '');
  return {
    file,
    object,
    name,
    type,
    values,
    required: type === 'MasterDetail' || valueOf(root, 'required') === 'true',
  };
}
