/** What a clock in a zone shows, as `2026-08-03T09:00`. */
export function wallTime(instant: Date, zone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  return text.replace(' ', 'T');
}

/** How far a zone's clock is from UTC, as `+05:30`. */
export function offsetOf(instant: Date, zone: string): string {
  const minutes = Math.round(
    (Date.parse(`${wallTime(instant, zone)}Z`) - Math.floor(instant.getTime() / 60_000) * 60_000) / 60_000,
  );
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The day so and so many days after another, both as `2026-08-03`. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A clock time so and so many minutes later, both as `2026-08-03T09:00`. */
export function minutesAfter(time: string, minutes: number): string {
  return new Date(Date.parse(`${time}Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** A day in words, such as `Tue, Aug 4`. */
export function dayText(day: string): string {
  return new Date(`${day}T00:00Z`).toLocaleDateString('en-US', {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  });
}

/** From when until when, in words. */
export function rangeText({ start, end }: { start: string; end: string }, isAllDay: boolean): string {
  const [firstDay, first] = [start.slice(0, 10), start.slice(11)];
  const [endDay, last] = [end.slice(0, 10), end.slice(11)];
  if (isAllDay) {
    const lastDay = dayAfter(endDay, -1);
    return lastDay > firstDay
      ? `${dayText(firstDay)} – ${dayText(lastDay)}, all day`
      : `${dayText(firstDay)}, all day`;
  }
  if (firstDay === endDay) return `${dayText(firstDay)}, ${first} – ${last}`;
  return `${dayText(firstDay)}, ${first} – ${dayText(endDay)}, ${last}`;
}
