/**
 * The lecturers' roster 人才库: who may be asked to speak, on what, until when, and what they spoke on.
 *
 * <p>A lecturer is an officer or somebody invited from outside. Being in the roster is not enough to be asked: that takes an
 * appointment, a term with a letter. Terms follow each other and never overlap; a renewal is a new one; who leaves early keeps the
 * term as its letter has it, and the last day on which it held.
 *
 * <p>Training says what lecturers do ({@link cn.lianbing.roster.Lectures}); the roster judges. What stands against it is either
 * hard, and then it cannot be planned: no term on that day, another session at that time, leave, the own unit, a conflict 回避. Or
 * it is a warning that whoever plans may pass over: the year's limit is reached, other times were told as free, no longer in
 * service. All rules are in {@code Dossier}, without a database, and search ({@link cn.lianbing.roster.LecturerSearch}) judges by
 * the very same ones.
 *
 * <p>The training desk keeps the roster within its reach, and nobody keeps one's own record. A unit's administrator sees the own
 * unit's lecturers and recommends. The lecturer sees the own record and enters leave and free times. Reasons of conflicts tell of
 * families: only the desk and the lecturer read them.
 */
package cn.lianbing.roster;
