import type { MetadataFile, SalesforcePackage } from './package.ts';

/** Reports a problem in a file at a line counted from 1. */
export type Report = (file: MetadataFile, line: number, message: string) => void;

/** A rule over the whole package; it reports the file and line of each breach. */
export type Rule = (pack: SalesforcePackage, report: Report) => void;
