import type { SalesforcePackage } from '../metadata/package.ts';
import { apexMethodsOf } from './apex-methods.ts';
import { packageLabels } from './labels.ts';
import { STANDARD_REFERENCES } from './standard-references.ts';

/** An Apex class by its name. */
export interface ApexClass {
  readonly name: string;
  readonly text: string;
}

/**
 * TypeScript declarations of what the components may import from the org: the package's objects, fields, labels and Apex
 * methods, and the standard fields that they use. Whatever else they import is a type error, so a typo never reaches a deploy.
 */
export function declarationsOf(pack: SalesforcePackage, classes: readonly ApexClass[]): string {
  const labels = Object.keys(packageLabels(pack)).map((name) =>
    moduleOf(`@salesforce/label/c.${name}`, 'string'),
  );
  const modules = [...schemaModules(pack), ...labels, ...classes.flatMap(apexModules)];
  return `// Written by scripts/package/build.ts from force-app: do not edit.\n${modules.join('\n')}\n`;
}

function schemaModules(pack: SalesforcePackage): string[] {
  const objects = [...pack.objects.keys()].map((object): [string, string[]] => [
    object,
    ['Id', 'Name', 'OwnerId', 'CreatedDate', 'LastModifiedDate', ...(pack.fields.get(object)?.keys() ?? [])],
  ]);
  return [...objects, ...Object.entries(STANDARD_REFERENCES)].flatMap(([object, fields]) => [
    moduleOf(`@salesforce/schema/${object}`, `{ readonly objectApiName: '${object}' }`),
    ...[...fields]
      .sort()
      .map((field) =>
        moduleOf(
          `@salesforce/schema/${object}.${field}`,
          `{ readonly objectApiName: '${object}'; readonly fieldApiName: '${field}' }`,
        ),
      ),
  ]);
}

/** A method is called with its arguments by name, and is a wire adapter too. */
function apexModules({ name, text }: ApexClass): string[] {
  return apexMethodsOf(text).map((method) => {
    const fields = method.parameters.map((parameter) => `${parameter.name}: ${parameter.type}`).join('; ');
    const wire = `import('lwc').WireAdapterConstructor<{ ${fields} }, { data?: ${method.result}; error?: unknown }>`;
    return moduleOf(
      `@salesforce/apex/${name}.${method.name}`,
      `((parameters: { ${fields} }) => Promise<${method.result}>) & ${wire}`,
    );
  });
}

const moduleOf = (name: string, type: string) =>
  `declare module '${name}' {\n  const value: ${type};\n  export default value;\n}`;
