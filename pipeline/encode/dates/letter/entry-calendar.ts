/**
 * The days of a diary's entries: month and year are carried on from entry to entry, and from the
 * headings above them.
 */
import type { Certainty } from '../../../authorities/model.ts';
import { civilDay, dayOf, daysInMonth, dayValue, weekdayOf } from '../values/calendar.ts';
import { easter } from '../written/calendars.ts';
import type { WrittenDay, WrittenMonth } from './written-day.ts';

export interface ResolvedDay {
  /** `1819-07-15`; undefined if month or year cannot be found. */
  readonly when?: string;
  readonly certainty: Certainty;
}

/** Carries month and year on from entry to entry. */
export class EntryCalendar {
  #year: number | undefined;
  #month: number | undefined;
  #day = 0;

  constructor(known: WrittenMonth = {}) {
    this.note(known);
  }

  /** A heading that names a month or year: it applies to the entries below. */
  note({ month, year }: WrittenMonth): void {
    // In a new year no month is known: "1915" after an entry of December.
    if (year !== undefined && year !== this.#year) this.#month = undefined;
    if (year !== undefined) this.#year = year;
    if (month !== undefined) this.#month = month;
    if (month !== undefined || year !== undefined) this.#day = 0;
  }

  /** A movable feast is in the year of the entry before it. */
  #withFeast(written: WrittenDay): WrittenDay {
    if (written.fromEaster === undefined || this.#year === undefined) return written;
    const { month, day } = civilDay(easter(this.#year) + written.fromEaster);
    return { ...written, month, day };
  }

  /** The day of the month of the next such weekday after the previous entry. */
  #nextOn(weekday: number | undefined): number | undefined {
    if (
      weekday === undefined ||
      this.#year === undefined ||
      this.#month === undefined ||
      this.#day === 0
    )
      return undefined;
    for (let step = 1; step <= 7; step++) {
      const next = dayOf(this.#year, this.#month, this.#day + step);
      if (weekdayOf(next) === weekday) return civilDay(next).day;
    }
    return undefined;
  }

  /** The month or year of the last heading: `1857-01`; undefined if the year is not known. */
  get period(): string | undefined {
    if (this.#year === undefined || this.#month === undefined) return this.#year?.toString();
    return `${this.#year}-${String(this.#month).padStart(2, '0')}`;
  }

  resolve(given: WrittenDay): ResolvedDay {
    const written = this.#withFeast(given);
    const { weekday } = written;
    const day = written.day ?? this.#nextOn(weekday);
    if (day === undefined) return { certainty: 'low' };
    let month = written.month ?? this.#month;
    let year = written.year ?? this.#year;
    if (month === undefined || year === undefined) return { certainty: 'low' };
    if (written.month === undefined && day < this.#day && !fits(year, month, day, weekday)) {
      // After the 31st comes the 1st of the next month.
      month = month === 12 ? 1 : month + 1;
      if (month === 1) year++;
    } else if (written.year === undefined && this.#month !== undefined && month < this.#month - 6)
      year++;
    if (day > daysInMonth(year, month)) return { certainty: 'low' };
    this.#year = year;
    this.#month = month;
    this.#day = day;
    const agrees = weekday === undefined || weekdayOf(dayOf(year, month, day)) === weekday;
    if (written.day === undefined)
      return { when: dayValue(dayOf(year, month, day)), certainty: 'medium' };
    const stated = written.month !== undefined && written.year !== undefined;
    const certainty = !agrees ? 'low' : stated || weekday !== undefined ? 'high' : 'medium';
    return { when: dayValue(dayOf(year, month, day)), certainty };
  }
}

/**
 * Whether a day is on that weekday; a day without one only fits if it is not earlier than the last.
 */
function fits(year: number, month: number, day: number, weekday: number | undefined): boolean {
  return (
    weekday !== undefined &&
    day <= daysInMonth(year, month) &&
    weekdayOf(dayOf(year, month, day)) === weekday
  );
}
