import { format, resolveConfig } from 'prettier';
import { fileSettings, settingsSchema } from '../../bridge/src/cli/settings.ts';
import { codePages, codesPage } from './codes/pages.ts';
import { rulesModule } from './rules.ts';
import { sentencesModule } from './sentences.ts';

/** A file that is written from the code. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** All generated pages, formatted as the repository is. */
export async function pages(): Promise<readonly Page[]> {
  const written = [
    { path: 'docs/settings.md', text: settingsPage() },
    { path: 'docs/codes.md', text: codesPage(note) },
    ...codePages(note),
    { path: 'force-app/main/default/lwc/tandemRules/tandemRules.ts', text: rulesModule() },
    { path: 'force-app/main/default/lwc/tandemIssue/sentences.ts', text: sentencesModule() },
  ];
  const style = (await resolveConfig('docs/settings.md')) ?? {};
  return Promise.all(
    written.map(async ({ path, text }) => ({
      path,
      text: await format(text, { ...style, filepath: path, plugins: [] }),
    })),
  );
}

const note = '<!-- Written by `npm run document`; change the code instead. -->';

function settingsPage(): string {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const standard: unknown = 'defaultValue' in schema.def ? schema.def.defaultValue : undefined;
    const needed = schema.safeParse(undefined).success ? cell(standard ?? '–') : '**needed**';
    const file = fileSettings.some((setting) => setting === name)
      ? ` Or the path of a file, as \`${name}_FILE\`.`
      : '';
    return `| \`${name}\` | ${needed} | ${schema.description ?? ''}${file} |`;
  });
  return [
    '# Settings of the bridge',
    note,
    'Settings are environment variables. An unknown name that begins with `TANDEM_` is refused, so that a misspelt one cannot be ignored in silence. Secrets are best given as files.',
    ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n'),
    '',
  ].join('\n\n');
}

function cell(standard: unknown): string {
  return standard === '–' ? '–' : `\`${String(standard)}\``;
}
