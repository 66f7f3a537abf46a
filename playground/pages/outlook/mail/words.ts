/** The kinds of mail in words. */
export const kinds: Readonly<Record<string, string>> = {
  invitation: 'Invitation',
  update: 'Update',
  cancellation: 'Cancellation',
  response: 'Response',
};

const words: Readonly<Record<string, string>> = {
  created: 'it was made',
  deleted: 'it was cancelled',
  accepted: 'accepted',
  tentativelyAccepted: 'answered: tentative',
  declined: 'declined',
  subject: 'subject',
  body: 'notes',
  start: 'start',
  end: 'end',
  isAllDay: 'all day',
  location: 'location',
  locations: 'location',
  recurrence: 'repeating',
  attendees: 'people',
  isOnlineMeeting: 'online meeting',
  importance: 'importance',
};

/** What caused a mail, in words: the properties that were written, or what was done. */
export function because(why: readonly string[]): string {
  return [...new Set(why.map((one) => words[one] ?? one))].join(', ');
}
