import { LightningElement, api } from 'lwc';
import type { Configuration } from 'c/tandemSettings';
import { fill } from 'c/tandemText';
import LightningPrompt from 'lightning/prompt';
import { labels } from './labels';

/** How many people a row names; the others are counted. */
const NAMED = 3;

/** The most characters of a name. */
const NAME_LENGTH = 80;

/** Every configuration. Tells by `open`, `create`, `activate`, `deactivate` and `remove` what a person wants, and by `cloned` of a copy that was made. */
export default class TandemConfigurations extends LightningElement {
  labels = labels;

  @api configurations: readonly Configuration[] = [];

  /** Whether there are more people than were read. */
  @api isCut = false;

  /** The configuration that is copied, and the name of the copy. */
  cloning: { readonly id: string; readonly name: string } | undefined;

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
        { name: 'clone', label: labels.clone },
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
    if (detail.value === 'clone') void this.clone((target as HTMLElement).dataset['id'] ?? '');
    else this.tell(detail.value, target);
  }

  handleClone({ detail }: CustomEvent<{ id?: string }>): void {
    this.cloning = undefined;
    if (detail.id) this.dispatchEvent(new CustomEvent('cloned', { detail }));
  }

  private async clone(id: string): Promise<void> {
    const name = await LightningPrompt.open({
      label: labels.clone,
      message: labels.clonePrompt,
      defaultValue: this.nameOfCopy(id),
    });
    if (name?.trim()) this.cloning = { id, name: name.trim().slice(0, NAME_LENGTH) };
  }

  /** A name that no configuration has yet, and that says of what it is a copy. */
  private nameOfCopy(id: string): string {
    const names = this.configurations.map((one) => one.name);
    const name = this.configurations.find((one) => one.id === id)?.name ?? '';
    const room = NAME_LENGTH - fill(labels.cloneNameNumbered, '', 999).length;
    const begin = name.slice(0, room);
    const numbered = names.slice(1).map((_one, index) => fill(labels.cloneNameNumbered, begin, index + 2));
    const copies = [fill(labels.cloneName, begin), ...numbered];
    return copies.find((copy) => !names.includes(copy)) ?? name;
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
