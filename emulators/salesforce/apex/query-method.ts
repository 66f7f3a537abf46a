const METHOD =
  /@AuraEnabled(?:\s*\([^)]*\))?\s+(?:public|global)\s+static\s+[\w<>, .[\]]+?\s+(\w+)\s*\([^)]*\)\s*\{([^}]*)\}/gi;
const QUERY = /^\s*return\s*\[([^\]]*)\]\s*;\s*$/;

/**
 * The methods of a class that screens may call and that do nothing but give what one query in user mode finds, with that query, in which parameters are bound by `:name`:
 * Apex cannot run here, and these can be answered without.
 */
export function queryMethodsOf(source: string): Map<string, string> {
  const methods = [...source.matchAll(METHOD)].flatMap(([, name = '', body = '']): [string, string][] => {
    const query = QUERY.exec(body)?.[1]?.replace(/\s+/g, ' ').trim();
    if (!query || !/\bWITH USER_MODE\b/i.test(query)) return [];
    return [[name, query.replace(/\s*\bWITH USER_MODE\b/i, '')]];
  });
  return new Map(methods);
}
