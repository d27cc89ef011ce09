const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d)))| +(\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)?$/;

/** Whether go-yaml takes the text for a timestamp (`parseTimestamp` in resolve.go): Go's `time.Parse` with four layouts. */
export function isTimestamp(text: string): boolean {
  const match = TIMESTAMP.exec(text);
  if (match === null) return false;
  const [year, month, day, ...clock] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    ...number[],
  ];
  const [hour, minute, second, zoneHour, zoneMinute, hour2, minute2, second2] = clock as number[];
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    Math.max(hour as number, hour2 as number) < 24 &&
    Math.max(minute as number, minute2 as number) < 60 &&
    Math.max(second as number, second2 as number) < 60 &&
    (zoneHour as number) <= 24 &&
    (zoneMinute as number) <= 60
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
