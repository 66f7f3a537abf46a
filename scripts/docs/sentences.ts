import { issueCodes } from '../../bridge/src/domain/issue-codes.ts';

/** The sentences of the codes that issues can have, for the screens, which head their issues with them. */
export function sentencesModule(): string {
  const said = Object.entries(issueCodes).filter(([code]) => !code.startsWith('TDM-R-'));
  const sentences = Object.fromEntries(said.map(([code, { sentence }]) => [code, sentence]));
  return [
    '// Written by `npm run document` from bridge/src/domain/issue-codes.ts; change them there.',
    `export const sentences: Readonly<Record<string, string>> = ${JSON.stringify(sentences)};`,
    '',
  ].join('\n\n');
}
