import fc from 'fast-check';
import { parseDailyWindow, parseWeeklyWindow, windowsOverlap } from '../../../lib/core/rules/operations/windows';

const DAY = 1440;
const WEEK = 7 * DAY;
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const inWeek = (minute: number): string => `${days[Math.floor(minute / DAY)]}:${clock(minute % DAY)}`;

/** Minutes of the week that a window covers, counted one by one. */
function minutesOf(start: number, length: number, period: number): Set<number> {
  const minutes = new Set<number>();
  for (let first = start; first < WEEK; first += period) for (let minute = 0; minute < length; minute += 1) minutes.add((first + minute) % WEEK);
  return minutes;
}

test('windows overlap where counting the minutes says so', () => {
  const hour = (most: number) => fc.integer({ min: 0, max: most / 60 - 1 }).map((count) => count * 60);
  const windows = fc.record({ daily: hour(DAY), dailyLength: fc.integer({ min: 1, max: 12 }), weekly: hour(WEEK), weeklyLength: fc.integer({ min: 1, max: 30 }) });
  fc.assert(
    fc.property(windows, ({ daily, dailyLength, weekly, weeklyLength }) => {
      const everyDay = parseDailyWindow(`${clock(daily)}-${clock((daily + dailyLength * 60) % DAY)}`)!;
      const onceAWeek = parseWeeklyWindow(`${inWeek(weekly)}-${inWeek((weekly + weeklyLength * 60) % WEEK)}`)!;
      const backup = minutesOf(daily, dailyLength * 60, DAY);
      const maintenance = minutesOf(weekly, weeklyLength * 60, WEEK);
      expect(windowsOverlap(everyDay, onceAWeek)).toBe([...backup].some((minute) => maintenance.has(minute)));
    }),
    { numRuns: 1000 },
  );
});

test.each(['', '-', '03:00', '3:00-4:00', '03:00-24:00', '03:60-04:00', '03:00-04:00-05:00', ' 03:00-04:00'])('"%s" is no daily window', (text) => {
  expect(parseDailyWindow(text)).toBeUndefined();
});

test.each(['', 'sun:05:00', 'sun:5:00-sun:6:00', 'son:05:00-sun:06:00', 'sun05:00-sun06:00', '05:00-06:00'])('"%s" is no weekly window', (text) => {
  expect(parseWeeklyWindow(text)).toBeUndefined();
});
