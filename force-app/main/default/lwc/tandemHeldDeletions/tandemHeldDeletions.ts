import { LightningElement, api, wire } from 'lwc';
import type { Deletion } from 'c/tandemIssue';
import { NAMES, namesOf, type NamesData } from 'c/tandemNames';
import { fill } from 'c/tandemText';
import { graphql, type GraphqlDocument, type GraphqlResult } from 'lightning/graphql';
import { labels } from './labels';

/** Which deletions are held, by the side where they would be made. */
export default class TandemHeldDeletions extends LightningElement {
  @api deletions: readonly Deletion[] = [];

  @wire(graphql, { query: '$namesQuery', variables: '$namesVariables' })
  names: GraphqlResult<NamesData> = {};

  get namesQuery(): GraphqlDocument | undefined {
    return this.namesVariables.ids.length > 0 ? NAMES.Contact : undefined;
  }

  get namesVariables() {
    return { ids: this.deletions.flatMap(({ recordId }) => recordId ?? []) };
  }

  /** What stands for a record without a name: until names have come, nobody knows which cannot be seen. */
  get nameless(): string {
    return this.names.data || this.names.errors ? labels.hidden : labels.loading;
  }

  get sides() {
    const names = namesOf(this.names);
    const named = this.deletions.map(({ side, item, recordId = '' }, index) => ({
      key: String(index),
      side,
      name: item ?? names.get(recordId) ?? this.nameless,
    }));
    return (['Salesforce', 'Exchange'] as const).flatMap((side) => {
      const items = named.filter((one) => one.side === side);
      const words = side === 'Salesforce' ? labels.inSalesforce : labels.inExchange;
      return items.length === 0 ? [] : [{ side, items, heading: fill(words, items.length) }];
    });
  }
}
