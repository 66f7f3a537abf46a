import { CodeAnalyzer, CodeAnalyzerConfig } from '@salesforce/code-analyzer-core';
import { createEnginePlugin } from '@salesforce/code-analyzer-pmd-engine';
import { join, relative } from 'node:path';
import type { Problem } from '../metadata/problem.ts';

/** What Salesforce's Code Analyzer finds with the rules that it recommends for Apex (PMD), of any severity. */
export async function ruleProblems(project: string): Promise<Problem[]> {
  const analyzer = new CodeAnalyzer(CodeAnalyzerConfig.withDefaults());
  await analyzer.addEnginePlugin(createEnginePlugin());
  const workspace = await analyzer.createWorkspace([join(project, 'force-app')]);
  const rules = await analyzer.selectRules(['pmd:Recommended'], { workspace });
  const results = await analyzer.run(rules, { workspace });
  return results.getViolations().map((violation) => ({
    file: relative(project, violation.getPrimaryLocation().getFile() ?? ''),
    line: violation.getPrimaryLocation().getStartLine() ?? 1,
    message: `${violation.getRule().getName()}: ${violation.getMessage()}`,
  }));
}
