import ToastElement from 'lightning/toast';

interface Toast {
  readonly title: string;
  readonly message?: string;
  readonly messageData?: readonly (string | { readonly url: string; readonly label: string })[];
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'pester' | 'sticky';
}

/** The event that has the page show a toast: `lightning/toast`, which the base components bring, listens to the same one. */
export class ShowToastEvent extends CustomEvent<object> {
  constructor({ title, message, messageData = [], variant, mode }: Toast) {
    const links = messageData.map((one) => (typeof one === 'string' ? one : { ...one }));
    super('lightning__showtoast', {
      bubbles: true,
      cancelable: true,
      composed: true,
      detail: {
        toast: ToastElement,
        label: title,
        message,
        messageLinks: links,
        variant: variant ?? 'info',
        mode: mode === 'sticky' ? 'sticky' : 'dismissible',
      },
    });
  }
}
