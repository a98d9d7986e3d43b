/**
 * What a session brought: what people thought of it, without their names ({@link cn.lianbing.feedback.FeedbackGiving} tells how), what
 * they learned ({@link cn.lianbing.feedback.Quiz}), and what is to be done about both ({@link cn.lianbing.feedback.FollowUp}).
 *
 * <p>Who reads figures may rely on these columns: {@code feedback_form.answers, overall_sum, lecturer_sum} (sums of 1 to 5, null while a
 * form is open and where fewer answered than are shown), {@code quiz_sheet} and {@code quiz_answer} (by session, part and topic; only
 * sums over at least {@link cn.lianbing.roster.Rating#SHOWN_FROM} people may be shown).
 */
package cn.lianbing.feedback;
