package cn.lianbing.proposal;

import cn.lianbing.people.Units;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Happened;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Reason;
import cn.lianbing.platform.Refused;
import cn.lianbing.training.SessionPlanning;
import cn.lianbing.training.TrainingSession;
import cn.lianbing.training.TrainingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Making a proposal a draft, or saying why not. */
@ApplicationScoped
@Transactional
public class ProposalDeciding {
  @Inject TrainingProposals proposals;
  @Inject ProposedSessions proposed;
  @Inject SessionPlanning planning;
  @Inject TrainingSessions sessions;
  @Inject Units units;
  @Inject Event<Happened> happened;
  @Inject Clock clock;

  /**
   * Drafts the session as it is suggested now. The draft can be changed like any other, and is judged when it is published.
   *
   * @param lecturerId one of those suggested; null: the first of them, where there is one
   * @return the draft's id
   * @throws NotFound for a proposal that is not the caller's to decide
   * @throws Refused  {@code proposal-decided} where it has a session already
   * @throws Invalid  for {@code lecturerId}
   */
  public long plan(Caller caller, long id, Long lecturerId) {
    TrainingProposal proposal = proposals.locked(caller, id);
    proposal.demandOpen(proposal.sessionId() != null && sessions.get(proposal.sessionId()).state() == TrainingSession.State.CANCELLED);
    ProposedSessions.Suggestion suggestion = proposed.of(caller, proposal.unitId(), proposal.topic());
    if (lecturerId != null && suggestion.lecturers().stream().noneMatch(one -> one.lecturerId() == lecturerId)) throw Invalid.field("lecturerId", "proposal.lecturer");
    long session = planning.draft(caller, proposed.plan(caller, proposal, suggestion, lecturerId == null ? suggestion.lecturerId() : lecturerId));
    proposal.plan(session, caller.accountId(), clock.instant());
    say(caller, "proposal.plan", proposal, suggestion.title());
    return session;
  }

  /** @throws Invalid for {@code reason}; @throws Refused {@code proposal-decided} */
  public void dismiss(Caller caller, long id, String reason) {
    Reason.demanded(reason);
    TrainingProposal proposal = proposals.locked(caller, id);
    proposal.dismiss(reason.strip(), caller.accountId(), clock.instant());
    say(caller, "proposal.dismiss", proposal, proposal.topic() + ": " + proposal.reason());
  }

  private void say(Caller caller, String action, TrainingProposal proposal, String detail) {
    happened.fire(Happened.done(caller, action, "trainingProposal", proposal.id(), units.get(proposal.unitId()).path(), detail));
  }
}
