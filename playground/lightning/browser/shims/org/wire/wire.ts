import { onChanged } from 'org/changes';

/** What a wire is provisioned with: nothing at first, then data or an error. */
interface Result<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
}

interface Adapter<Config> {
  update(config: Config): void;
  connect(): void;
  disconnect(): void;
}

/**
 * Makes a wire adapter of a way to ask the org. `questionOf` gives nothing while something that is needed is missing; `recordOf` names
 * the record that the answer is about, so that it is asked again when that record is written here.
 */
export function wireAdapter<Config, Data>(
  questionOf: (config: Config) => string | undefined,
  ask: (question: string) => Promise<Data>,
  recordOf: (config: Config) => string | undefined = () => undefined,
): new (tell: (result: Result<Data>) => void) => Adapter<Config> {
  return class implements Adapter<Config> {
    private readonly tell: (result: Result<Data>) => void;
    private question: string | undefined;
    private record: string | undefined;
    /** Answers to all but the last question come too late. */
    private questions = 0;
    private stopListening = () => {};

    constructor(tell: (result: Result<Data>) => void) {
      this.tell = tell;
      tell({ data: undefined, error: undefined });
    }

    connect(): void {
      this.stopListening = onChanged((ids) => {
        if (this.record !== undefined && ids.includes(this.record.slice(0, 15))) void this.answer();
      });
    }

    disconnect(): void {
      this.stopListening();
      this.questions += 1;
      this.question = undefined;
    }

    update(config: Config): void {
      const question = questionOf(config);
      if (question === this.question) return;
      this.question = question;
      this.record = recordOf(config);
      void this.answer();
    }

    private async answer(): Promise<void> {
      const number = (this.questions += 1);
      if (this.question === undefined) return;
      const result = await ask(this.question).then(
        (data) => ({ data, error: undefined }),
        (error: unknown) => ({ data: undefined, error }),
      );
      if (number === this.questions) this.tell(result);
    }
  };
}
