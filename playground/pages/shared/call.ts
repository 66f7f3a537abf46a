/** What a service refused, in its own words. */
export class Refusal extends Error {}

/** Calls the playground's server with JSON; fails with a `Refusal` whose message can be shown to people. */
export async function call<Answer>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  } catch {
    throw new Refusal('The playground does not answer. Is npm start still running?');
  }
  const text = await response.text();
  const answer: unknown = text ? parsed(text) : undefined;
  if (!response.ok) throw new Refusal(reason(answer) ?? `The service answered ${response.status}.`);
  return answer as Answer;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The sentence in an error body, whichever of the two services wrote it. */
function reason(answer: unknown): string | undefined {
  if (typeof answer === 'string') return answer;
  if (Array.isArray(answer)) return answer.map(reason).filter(Boolean).join(' ') || undefined;
  if (typeof answer !== 'object' || answer === null) return undefined;
  const { error, message, errors } = answer as { error?: unknown; message?: unknown; errors?: unknown };
  return reason(message) ?? reason(errors) ?? reason(error);
}
