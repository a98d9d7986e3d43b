/**
 * What an exam says should be taught next 培训建议.
 *
 * <p>Once an exam is over and its results are released, {@link cn.lianbing.proposal.ProposalFinding} sums, for each department and
 * township and each topic, the marks that its officers gained and could have gained in the attempt that the ranking counts. A topic
 * is weak ({@link cn.lianbing.proposal.WeakTopics}) when even the upper end of the Wilson interval of the share lies below the share
 * of all who sat, or below a setting. Fewer than five officers are never shown, neither by themselves nor as the difference between
 * a unit and all. A weak topic is one proposal: with what was missed, when it could be held and who could speak
 * ({@link cn.lianbing.proposal.ProposedSessions}); somebody makes it a draft or dismisses it ({@link cn.lianbing.proposal.ProposalDeciding}).
 * The next exam with that topic shows how it stands then, which is no proof that the session did it.
 *
 * <p>What a draft says is seen by every unit once it is published, so it names articles and no figures of the unit.
 */
package cn.lianbing.proposal;
