import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_FOLDER } from '../../../scripts/metadata/source.ts';
import { writeTypes } from '../../../scripts/package/build.ts';

const lines: readonly [what: string, line: string, said: string | undefined][] = [
  ['a field that exists', "import x from '@salesforce/schema/Tandem_Mailbox__c.Email__c'; x;", undefined],
  ['a field', "import x from '@salesforce/schema/Tandem_Mailbox__c.Emial__c'; x;", 'Cannot find module'],
  ['an object', "import x from '@salesforce/schema/Tandem_Mailboxes__c'; x;", 'Cannot find module'],
  ['a label', "import x from '@salesforce/label/c.Tandem_Try_Agian'; x;", 'Cannot find module'],
  ['an Apex method', "import x from '@salesforce/apex/TandemProfiles.fnid'; x;", 'Cannot find module'],
  ['a component', "import x from 'c/tandemErorrs'; x;", 'Cannot find module'],
  [
    'a name of a module',
    "import { reduceError } from 'c/tandemErrors'; reduceError;",
    'has no exported member',
  ],
  [
    'a key of a wire',
    `import { LightningElement, wire } from 'lwc';
     import { gql, graphql } from 'lightning/graphql';
     export default class X extends LightningElement {
       @wire(graphql, { query: gql\`{}\`, variable: {} }) rows?: unknown;
     }`,
    "'variable' does not exist",
  ],
];

const fileOf = (index: number) => join(PACKAGE_FOLDER, 'main/default/lwc', `mutant${index}.ts`);

/** Compiles each line as a component of its own, as the build does, without writing anything. */
function complaints(): Map<string, string> {
  const config = join(PACKAGE_FOLDER, 'tsconfig.build.json');
  const parsed = ts.getParsedCommandLineOfConfigFile(
    config,
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
      },
    },
  );
  if (!parsed) throw new Error(`${config} cannot be read`);
  const host = ts.createCompilerHost(parsed.options);
  const texts = new Map(lines.map(([, line], index) => [fileOf(index), line]));
  const disk = { ...host };
  host.fileExists = (file) => texts.has(file) || disk.fileExists(file);
  host.readFile = (file) => texts.get(file) ?? disk.readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? disk.getSourceFile(file, ...rest)
      : ts.createSourceFile(file, text, ts.ScriptTarget.ESNext);
  };
  const program = ts.createProgram([...parsed.fileNames, ...texts.keys()], parsed.options, host);
  const said = new Map<string, string>();
  for (const { file, messageText } of ts.getPreEmitDiagnostics(program))
    said.set(file?.fileName ?? '', ts.flattenDiagnosticMessageText(messageText, '\n'));
  return said;
}

describe('a typo in what a component imports is a type error:', () => {
  let said: Map<string, string>;
  beforeAll(() => {
    writeTypes();
    said = complaints();
  });

  it.each(lines.map(([what, , message], index) => [what, message, index] as const))(
    '%s',
    (_what, message, index) => {
      const found = said.get(fileOf(index));
      if (message === undefined) expect(found).toBeUndefined();
      else expect(found).toContain(message);
    },
  );
});
