export type TimeOfDay = 'morning' | 'afternoon' | 'evening';

/** What one would say when meeting somebody at this moment in this time zone (IANA name). */
export function timeOfDay(moment: number, timeZone: string): TimeOfDay {
  const clock = new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone });
  const hour = Number(clock.format(moment));
  if (hour >= 5 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
