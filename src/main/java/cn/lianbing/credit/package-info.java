/**
 * Credit hours 学时, as a double-entry ledger.
 *
 * <p>Every entry moves hours between two accounts: the officer's of one year and bucket, and the one on the other side, which says
 * where the hours come from (a session attended, a lecture given, training outside) or go to (the year's closing). So the sum over
 * all accounts is nothing, at any time; what an officer has is the sum over that officer's account. An entry is never changed and
 * never deleted: a mistake is answered by one entry that moves the same hours back and says why. An entry carries the name of what
 * it was made for, its source, which is unique: the same attendance booked twice is booked once, also when two do it at once.
 *
 * <p>The account belongs to the officer, so hours move with the officer from unit to unit; the entry keeps the unit of that day, for
 * the units' figures. Hours come from schedule and attendance, never from time on a screen (国办函〔2026〕12号).
 *
 * <p>Closing a year empties its accounts into CLOSED, with what was needed beside it. Closing again books only what has changed since.
 */
package cn.lianbing.credit;
