import { childOf, type Element } from '../element.ts';
import type { MetadataFile } from '../package.ts';
import type { Report, Rule } from '../rule.ts';

/** Texts that people read, with the length in characters at which the platform refuses them. */
const LONGEST: Readonly<Record<string, number>> = {
  label: 40,
  pluralLabel: 40,
  relationshipLabel: 80,
  description: 1000,
  inlineHelpText: 510,
  errorMessage: 255,
};

/** Texts that each type of metadata must have. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  CustomObject: ['description'],
  CustomField: ['label', 'description', 'inlineHelpText'],
  ValidationRule: ['description'],
  PermissionSet: ['description'],
};

/** What admins and users read is there, fits, and is one line, since the platform shows line breaks as they are. */
export const checkTexts: Rule = (pack, report) => {
  for (const file of pack.files) {
    const isStandardObject = file.root.name === 'CustomObject' && !file.name.endsWith('__c');
    for (const name of isStandardObject ? [] : (NEEDED[file.root.name] ?? []))
      if (!childOf(file.root, name)?.text.trim())
        report(file, file.root.line, `${file.name} lacks <${name}>`);
    checkElement(file, file.root, report);
  }
};

function checkElement(file: MetadataFile, element: Element, report: Report): void {
  const longest = LONGEST[element.name];
  if (longest !== undefined && element.children.length === 0) {
    if (element.text.length > longest)
      report(
        file,
        element.line,
        `<${element.name}> has ${element.text.length} characters, more than ${longest}`,
      );
    if (element.text !== element.text.trim() || element.text.includes('\n'))
      report(file, element.line, `<${element.name}> has line breaks or spaces around it`);
  }
  for (const child of element.children) checkElement(file, child, report);
}
