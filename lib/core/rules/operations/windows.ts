const DAY = 24 * 60;
const WEEK = 7 * DAY;
const DAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A window in minutes; `start` counts from midnight, or from Sunday midnight for weekly windows. UTC. */
export interface Window {
  readonly start: number;
  readonly minutes: number;
}

/** Reads `hh:mm-hh:mm`, which may pass midnight. */
export function parseDailyWindow(text: string): Window | undefined {
  const [from, to, ...rest] = text.split('-').map(minuteOfDay);
  return from === undefined || to === undefined || rest.length > 0 ? undefined : { start: from, minutes: (to - from + DAY) % DAY };
}

/** Reads `ddd:hh:mm-ddd:hh:mm`, which may pass the end of the week. */
export function parseWeeklyWindow(text: string): Window | undefined {
  const [from, to, ...rest] = text.split('-').map(minuteOfWeek);
  return from === undefined || to === undefined || rest.length > 0 ? undefined : { start: from, minutes: (to - from + WEEK) % WEEK };
}

/** Whether a daily window shares a minute with a weekly one, on any day. */
export function windowsOverlap(daily: Window, weekly: Window): boolean {
  return DAYS.some((_, day) => {
    const start = day * DAY + daily.start;
    return distance(weekly.start, start) < weekly.minutes || distance(start, weekly.start) < daily.minutes;
  });
}

/** Minutes from one minute of the week forward to another. */
function distance(from: number, to: number): number {
  return (to - from + WEEK) % WEEK;
}

function minuteOfDay(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}

function minuteOfWeek(text: string): number | undefined {
  const day = DAYS.indexOf(text.slice(0, 3));
  const minute = text[3] === ':' ? minuteOfDay(text.slice(4)) : undefined;
  return day < 0 || minute === undefined ? undefined : day * DAY + minute;
}
