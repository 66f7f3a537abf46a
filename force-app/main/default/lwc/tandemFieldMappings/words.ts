import type { MappedKind } from 'c/tandemRules';
import { labels } from './labels';

/** What is said of contacts, and of events. */
export const WORDS = {
  Contact: {
    title: labels.title,
    hint: labels.hint,
    locked: labels.locked,
    faultFixed: labels.faultFixed,
    faultUnknownField: labels.faultUnknownField,
    faultUnknownProperty: labels.faultUnknownProperty,
    noteFormula: labels.noteFormula,
  },
  Event: {
    title: labels.eventTitle,
    hint: labels.eventHint,
    locked: labels.eventLocked,
    faultFixed: labels.eventFixed,
    faultUnknownField: labels.eventUnknownField,
    faultUnknownProperty: labels.eventUnknownProperty,
    noteFormula: labels.eventFormula,
  },
} satisfies Readonly<Record<MappedKind, Readonly<Record<string, string>>>>;
