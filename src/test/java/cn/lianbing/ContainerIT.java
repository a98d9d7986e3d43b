package cn.lianbing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lianbing.annex.AnnexInContainer;
import cn.lianbing.audit.AuditInContainer;
import cn.lianbing.authoring.AuthoringInContainer;
import cn.lianbing.bank.BankInContainer;
import cn.lianbing.casefile.CaseFileInContainer;
import cn.lianbing.certificate.CertificateInContainer;
import cn.lianbing.bank.LawsInContainer;
import cn.lianbing.competition.CompetitionInContainer;
import cn.lianbing.credit.CreditInContainer;
import cn.lianbing.eligibility.EligibilityInContainer;
import cn.lianbing.enrolment.EnrolmentInContainer;
import cn.lianbing.exam.ExamTakingInContainer;
import cn.lianbing.exam.HoldingExamsInContainer;
import cn.lianbing.exchange.ExchangeInContainer;
import cn.lianbing.feedback.FeedbackInContainer;
import cn.lianbing.notice.NoticeInContainer;
import cn.lianbing.paper.FormsInContainer;
import cn.lianbing.people.PeopleImportInContainer;
import cn.lianbing.people.SignInInContainer;
import cn.lianbing.platform.DatabaseCheck;
import cn.lianbing.practice.PracticeInContainer;
import cn.lianbing.proposal.ProposalInContainer;
import cn.lianbing.report.ReportInContainer;
import cn.lianbing.roster.RosterInContainer;
import cn.lianbing.testing.Inside;
import cn.lianbing.training.TrainingInContainer;
import cn.lianbing.testing.SmallSmtp;
import java.io.File;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one class that starts Payara Micro; components add their tests by interface. */
@ExtendWith(ArquillianExtension.class)
class ContainerIT implements
    ExamTakingInContainer,
    HoldingExamsInContainer,
    SignInInContainer,
    PeopleImportInContainer,
    AuditInContainer,
    BankInContainer,
    ExchangeInContainer,
    FormsInContainer,
    LawsInContainer,
    NoticeInContainer,
    CreditInContainer,
    CompetitionInContainer,
    CertificateInContainer,
    RosterInContainer,
    TrainingInContainer,
    EnrolmentInContainer,
    FeedbackInContainer,
    ReportInContainer,
    ProposalInContainer,
    PracticeInContainer,
    EligibilityInContainer,
    CaseFileInContainer,
    AnnexInContainer,
    AuthoringInContainer {

  @Deployment
  static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "it.war").importFrom(new File(System.getProperty("it.home"), "lianbing.war")).as(WebArchive.class)
        .addClasses(Inside.class, SmallSmtp.class)
        .addClasses(ContainerIT.class.getInterfaces())
        .addClass("cn.lianbing.exam.AnExam").addClass("cn.lianbing.credit.NaiveLedger").addClass("cn.lianbing.credit.NaiveLedger$Outcome");
  }

  @Test
  void the_application_was_deployed_and_reads_its_tables() {
    assertEquals(HealthCheckResponse.Status.UP, jakarta.enterprise.inject.spi.CDI.current().select(DatabaseCheck.class, jakarta.enterprise.inject.Any.Literal.INSTANCE).get().call().getStatus());
  }
}
