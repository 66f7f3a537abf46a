/** What sfdx-lwc-jest puts in the place of the wire adapter `graphql`: it answers when the test says so. */
export interface GraphqlStub {
  emit(data: unknown, which?: Which, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[], which?: Which, refresh?: () => Promise<void>): void;
}

/** Chooses among the wires of a component by what they ask with. */
export type Which = (config: { variables?: Record<string, unknown> }) => boolean;
