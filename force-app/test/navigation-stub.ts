import type { LightningElement } from 'lwc';

type Base = new () => LightningElement;

/** Where components went, the newest last. */
export const went: object[] = [];

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Stands in for the preset's stub, whose components go nowhere that a test could see. */
export const NavigationMixin = Object.assign(
  (base: Base): Base =>
    class extends base {
      [Navigate](page: object): void {
        went.push(page);
      }
    },
  { Navigate, GenerateUrl },
);

export const { CurrentPageReference } = jest.requireActual(
  '@salesforce/sfdx-lwc-jest/src/lightning-stubs/navigation/navigation',
);
