import { childOf, valueOf } from './element.ts';
import { typeInWords } from './field-words.ts';
import type { Field, MetadataFile, SalesforcePackage } from './package.ts';

/** Objects in the order in which one gets to know them; others follow by name. */
const ORDER = [
  'Tandem_Configuration__c',
  'Tandem_Assignment__c',
  'Tandem_Field_Mapping__c',
  'Tandem_Filter__c',
  'Tandem_Mailbox__c',
  'Tandem_Link__c',
  'Tandem_Issue__c',
  'Tandem_Request__c',
  'Tandem_Bridge__c',
  'Tandem_Activity__c',
];

/** Sharing models as the setup pages call them. */
const SHARING: Readonly<Record<string, string>> = {
  ControlledByParent: 'controlled by parent',
  Private: 'private',
  Read: 'public read-only',
};

/** Markdown that describes every object and field of the package, from their metadata. */
export function fieldTables(pack: SalesforcePackage): string {
  const objects = [...pack.fields.keys()].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return objects
    .map((object) => {
      const fields = [...(pack.fields.get(object)?.values() ?? [])];
      return `${heading(object, pack.objects.get(object))}\n\n${table(fields)}\n`;
    })
    .join('\n');
}

function rank(object: string): number {
  const index = ORDER.indexOf(object);
  return index < 0 ? ORDER.length : index;
}

function heading(object: string, definition: MetadataFile | undefined): string {
  if (!definition) return `### ${object}\n\nA field on a standard object.`;
  const { root } = definition;
  const nameField = childOf(root, 'nameField');
  const name = nameField && (valueOf(nameField, 'displayFormat') ?? 'text');
  const sharing = valueOf(root, 'sharingModel');
  return [
    `### ${valueOf(root, 'label')} (\`${object}\`)`,
    valueOf(root, 'description'),
    `Name: ${nameField && valueOf(nameField, 'label')} (${name}). Sharing: ${sharing && (SHARING[sharing] ?? sharing)}.`,
  ].join('\n\n');
}

function table(fields: readonly Field[]): string {
  const rows = fields
    .toSorted((a, b) => Number(b.required) - Number(a.required) || a.name.localeCompare(b.name))
    .map((field) => {
      const { root } = field.file;
      const cells = [
        `\`${field.name}\``,
        valueOf(root, 'label'),
        typeInWords(field),
        valueOf(root, 'description'),
      ];
      return `| ${cells.map((cell) => cell?.replaceAll('|', '\\|')).join(' | ')} |`;
    });
  return ['| API name | Label | Type | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
