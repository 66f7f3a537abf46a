import { createHash } from 'node:crypto';
import { withAppended } from './event-body.ts';
import type { EventBody, EventValues } from './event-values.ts';

/** Makes an event an online meeting: a join address, and the block in its body that people join by. */
export function madeOnline(values: EventValues, uid: string): EventValues {
  const meeting = createHash('sha256').update(uid).digest('base64url').slice(0, 32);
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${meeting}%40thread.v2/0`;
  return {
    ...values,
    isOnlineMeeting: true,
    onlineMeetingProvider:
      values.onlineMeetingProvider === 'unknown' ? 'teamsForBusiness' : values.onlineMeetingProvider,
    onlineMeeting: { joinUrl },
    body: withAppended(values.body, joinBlock(joinUrl)),
  };
}

/** Whether the body still has the block; a new body without it ends the online meeting ("Update event"). */
export function hasJoinBlock(body: EventBody, joinUrl: string): boolean {
  return body.html.replaceAll('&amp;', '&').includes(joinUrl);
}

function joinBlock(joinUrl: string): string {
  return (
    '\r\n<br>\r\n<div style="max-width:520px; color:#242424; font-family:\'Segoe UI\'" class="me-email-text">\r\n' +
    '<div><span>________________________________________________________________________________</span></div>\r\n' +
    '<div><span style="font-size:24px; font-weight:700">Microsoft Teams</span></div>\r\n' +
    `<div><a href="${joinUrl}" class="me-email-headline">Join the meeting now</a></div>\r\n</div>\r\n`
  );
}
