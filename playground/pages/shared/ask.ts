import { element } from './element.ts';

interface Question {
  readonly title: string;
  readonly text?: string;
  /** The words on the button that agrees. */
  readonly yes: string;
  readonly danger?: boolean;
}

/** Asks for a yes; Escape and Cancel say no. */
export async function confirms(question: Question): Promise<boolean> {
  return (await ask(question)) !== undefined;
}

/** Asks for a line of text; undefined when the person gave up or left it empty. */
export async function askText(question: Question, label: string, value = ''): Promise<string | undefined> {
  const input = element('input', { id: 'asked', value, required: true, maxlength: 255, autocomplete: 'off' });
  const answer = await ask(question, label, input);
  return answer?.trim() || undefined;
}

/** Asks for one of several choices; undefined when the person gave up. */
export async function askChoice(
  question: Question,
  label: string,
  choices: readonly { readonly value: string; readonly label: string }[],
): Promise<string | undefined> {
  const options = choices.map((choice) => element('option', { value: choice.value }, choice.label));
  return ask(question, label, element('select', { id: 'asked' }, ...options));
}

function ask(
  { title, text, yes, danger }: Question,
  label?: string,
  field?: HTMLInputElement | HTMLSelectElement,
): Promise<string | undefined> {
  const opener = document.activeElement;
  const dialog = element('dialog', { class: 'ask', 'aria-labelledby': 'ask-title' });
  const form = element(
    'form',
    { method: 'dialog' },
    element('h2', { id: 'ask-title' }, title),
    text && element('p', {}, text),
    label && element('label', { for: 'asked' }, label),
    field,
    element(
      'div',
      { class: 'ask-buttons' },
      element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Cancel'),
      element('button', { class: danger ? 'button danger' : 'button primary', value: 'yes' }, yes),
    ),
  );
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      resolve(dialog.returnValue === 'yes' ? (field?.value ?? '') : undefined);
    });
  });
}
