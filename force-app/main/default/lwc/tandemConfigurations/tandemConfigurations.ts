import { LightningElement, api } from 'lwc';
import type { Configuration } from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import { labels } from './labels';

/** How many people a row names; the others are counted. */
const NAMED = 3;

/** Every configuration. Tells by `open`, `create`, `activate`, `deactivate` and `remove` what a person wants. */
export default class TandemConfigurations extends LightningElement {
  labels = labels;

  @api configurations: readonly Configuration[] = [];

  /** Whether there are more people than were read. */
  @api isCut = false;

  get rows() {
    return this.configurations.map((one) => ({
      ...one,
      state: one.active ? labels.active : labels.inactive,
      stateIcon: one.active ? 'utility:success' : 'utility:pause',
      summary: this.summaryOf(one),
      inactive: inactiveOf(one),
      actionsName: fill(labels.actionsFor, one.name),
      actions: [
        { name: 'open', label: labels.edit },
        one.active
          ? { name: 'deactivate', label: labels.deactivate }
          : { name: 'activate', label: labels.activate },
        { name: 'remove', label: labels.delete },
      ],
    }));
  }

  get isEmpty(): boolean {
    return this.configurations.length === 0;
  }

  handleCreate(): void {
    this.dispatchEvent(new CustomEvent('create'));
  }

  handleOpen({ target }: Event): void {
    this.tell('open', target);
  }

  handleAction({ target, detail }: CustomEvent<{ value: string }>): void {
    this.tell(detail.value, target);
  }

  private tell(event: string, target: EventTarget | null): void {
    const { id } = (target as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(event, { detail: { id } }));
  }

  private summaryOf({ people }: Configuration): string {
    if (people.length === 0) return labels.nobody;
    const named = people
      .slice(0, NAMED)
      .map(({ name }) => name)
      .join(', ');
    const others = people.length - NAMED;
    if (others <= 0) return named;
    return fill(this.isCut ? labels.peopleAtLeast : labels.peopleAnd, named, others);
  }
}

function inactiveOf({ people }: Configuration): string {
  const names = people.filter(({ isInactive }) => isInactive).map(({ name }) => name);
  return names.length === 0 ? '' : fill(labels.inactiveUsers, names.slice(0, NAMED).join(', '), names.length);
}
