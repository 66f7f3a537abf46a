import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getFlattenedFields, isQueryValid, parseQuery } from '@jetstreamapp/soql-parser-js';
import type { Problem } from '../metadata/problem.ts';

/** Fields that every object has. */
const everywhere = new Set(['Id', 'Name', 'OwnerId', 'CreatedDate', 'CreatedById', 'LastModifiedDate']);

/** Checks that the queries in Apex classes name fields that exist on the package's objects; standard objects are left alone. */
export function queryProblems(
  project: string,
  fields: ReadonlyMap<string, ReadonlyMap<string, unknown>>,
): Problem[] {
  return globSync('force-app/**/*.cls', { cwd: project })
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(project, file), 'utf8');
      return [...text.matchAll(/\[\s*(SELECT\s[^\]]+)\]/gi)].flatMap((match) =>
        problemsOf(match[1] ?? '', fields).map((message) => ({
          file,
          line: text.slice(0, match.index).split('\n').length,
          message,
        })),
      );
    });
}

function problemsOf(soql: string, fields: ReadonlyMap<string, ReadonlyMap<string, unknown>>): string[] {
  const options = { allowApexBindVariables: true };
  if (!isQueryValid(soql, options)) return [`is not a query: ${soql}`];
  const query = parseQuery(soql, options);
  const known = fields.get(query.sObject ?? '');
  if (known === undefined) return [];
  const selected = query.fields ? getFlattenedFields(query) : [];
  const conditions = [...soql.matchAll(/\b(\w+__c)\b/g)].map(([, name]) => name ?? '');
  return [...new Set([...selected, ...conditions])]
    .filter((name) => name !== query.sObject && !/[.()]/.test(name) && !/^expr\d/.test(name))
    .filter((name) => !everywhere.has(name) && !known.has(name))
    .map((name) => `there is no field ${name} on ${query.sObject}`);
}
