import { callOrg } from 'org/session';

interface Config {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

interface Result {
  readonly data: unknown;
  readonly errors: unknown;
  readonly refresh?: () => Promise<void>;
}

interface Answer {
  readonly data: unknown;
  readonly errors?: readonly unknown[];
}

/** Queries are sent as they are written. */
export const gql = (text: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(text, ...values);

/** The wire adapter `graphql`: asks when its query or variables change, and again by `refresh`; the last question counts. */
export class graphql {
  private readonly tell: (result: Result) => void;
  private asked: string | undefined;
  private questions = 0;

  constructor(tell: (result: Result) => void) {
    this.tell = tell;
    tell({ data: undefined, errors: undefined });
  }

  connect(): void {}

  disconnect(): void {
    this.questions += 1;
  }

  update({ query, variables }: Config): void {
    if (query === undefined) return;
    const question = JSON.stringify({ query, variables });
    if (question === this.asked) return;
    this.asked = question;
    void this.ask(question);
  }

  private async ask(question: string): Promise<void> {
    const number = (this.questions += 1);
    const result = await callOrg<Answer>('POST', 'graphql', JSON.parse(question)).then(
      ({ data, errors }) =>
        errors && errors.length > 0 ? { data: undefined, errors } : { data, errors: undefined },
      (error: unknown) => ({ data: undefined, errors: [error] }),
    );
    // What is asked again is the present question: one that was changed meanwhile must not come back by an old answer.
    if (number === this.questions) this.tell({ ...result, refresh: () => this.ask(this.asked ?? question) });
  }
}
