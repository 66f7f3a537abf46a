/** What the week uses of EventCalendar (@event-calendar/build), whose script the page loads; the package has no types. */
declare namespace EventCalendar {
  interface Shown {
    readonly id: string;
    readonly allDay: boolean;
    readonly start: Date;
    readonly end: Date;
    readonly extendedProps: { readonly event: unknown };
  }

  interface Moved {
    readonly event: Shown;
    readonly revert: () => void;
  }

  interface Range {
    readonly startStr: string;
    readonly endStr: string;
    readonly allDay: boolean;
  }

  interface Calendar {
    setOption(name: string, value: unknown): void;
    getOption(name: string): unknown;
    /** What is shown; its days are in the fields of the browser's zone. */
    getView(): { readonly currentStart: Date };
    prev(): void;
    next(): void;
    unselect(): void;
  }

  function create(place: HTMLElement, options: Readonly<Record<string, unknown>>): Calendar;
}
