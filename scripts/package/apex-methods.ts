/** A method that components may call, with the TypeScript types of its arguments and its result. */
export interface ApexMethod {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly result: string;
}

const METHOD =
  /@AuraEnabled(?:\s*\([^)]*\))?\s+(?:public|global)\s+static\s+([\w<>, .[\]]+?)\s+(\w+)\s*\(([^)]*)\)/gi;

const PRIMITIVES: Readonly<Record<string, string>> = {
  void: 'void',
  boolean: 'boolean',
  ...Object.fromEntries(['string', 'id', 'date', 'datetime'].map((name) => [name, 'string'])),
  ...Object.fromEntries(['integer', 'long', 'decimal', 'double'].map((name) => [name, 'number'])),
};

/** The methods of an Apex class that are annotated with `@AuraEnabled`. */
export function apexMethodsOf(source: string): ApexMethod[] {
  return [...source.matchAll(METHOD)].map(([, result = '', name = '', parameters = '']) => ({
    name,
    result: typeOf(result),
    parameters: splitParameters(parameters).map((parameter) => {
      const [, type = '', parameterName = ''] = /^(?:final\s+)?(.+?)\s+(\w+)$/i.exec(parameter) ?? [];
      return { name: parameterName, type: typeOf(type) };
    }),
  }));
}

/** Splits at the commas that are not within `Map<…, …>`. */
function splitParameters(text: string): string[] {
  return text
    .split(/,(?![^<]*>)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The TypeScript type of an Apex type; classes and sObjects are `unknown`, for the component to say what it reads of them. */
function typeOf(apex: string): string {
  const type = apex.trim();
  const list = /^(?:List|Set)<(.+)>$/i.exec(type) ?? /^(.+)\[\]$/.exec(type);
  if (list?.[1]) return `readonly ${typeOf(list[1])}[]`;
  const map = /^Map<\s*(?:String|Id)\s*,\s*(.+)>$/i.exec(type);
  if (map?.[1]) return `Readonly<Record<string, ${typeOf(map[1])}>>`;
  return PRIMITIVES[type.toLowerCase()] ?? 'unknown';
}
