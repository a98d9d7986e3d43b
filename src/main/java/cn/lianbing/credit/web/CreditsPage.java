package cn.lianbing.credit.web;

import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.CreditStatement;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.OutsideCredits;
import cn.lianbing.credit.OutsideTrainings;
import cn.lianbing.credit.Standing;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Times;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** An officer's own hours, and claims for training elsewhere. */
@Named
@ViewScoped
public class CreditsPage implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject Credits credits;
  @Inject OutsideCredits outside;
  @Inject OutsideTrainings trainings;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  @Inject Clock clock;
  private int year;
  private Claim claim = new Claim();
  private transient Part file;
  private transient Standing standing;
  private transient List<Credits.Line> lines;

  /** What is typed in. */
  public static class Claim implements Serializable {
    private static final long serialVersionUID = 1L;
    private String title;
    private String organiser;
    private LocalDate from;
    private LocalDate to;
    private BigDecimal hours;
    private Bucket bucket = Bucket.PROFESSIONAL;

    public String getTitle() {
      return title;
    }

    public void setTitle(String title) {
      this.title = title;
    }

    public String getOrganiser() {
      return organiser;
    }

    public void setOrganiser(String organiser) {
      this.organiser = organiser;
    }

    public LocalDate getFrom() {
      return from;
    }

    public void setFrom(LocalDate from) {
      this.from = from;
    }

    public LocalDate getTo() {
      return to;
    }

    public void setTo(LocalDate to) {
      this.to = to;
    }

    public BigDecimal getHours() {
      return hours;
    }

    public void setHours(BigDecimal hours) {
      this.hours = hours;
    }

    public Bucket getBucket() {
      return bucket;
    }

    public void setBucket(Bucket bucket) {
      this.bucket = bucket;
    }
  }

  @PostConstruct
  void begin() {
    year = Credits.year(clock.instant());
  }

  private Caller self() {
    return user.caller().only("OFFICER");
  }

  public Standing getStanding() {
    if (standing == null) standing = credits.standing(self(), self().officerId(), year);
    return standing;
  }

  public List<Credits.Line> getLines() {
    if (lines == null) lines = credits.lines(self(), self().officerId(), year);
    return lines;
  }

  public List<OutsideTrainings.Row> getClaims() {
    return trainings.of(self(), self().officerId());
  }

  public String sentence(Standing.Line line) {
    return CreditStatement.sentence(line, texts.texts());
  }

  /** What is planned, and how long there is to make up the rest; null where nothing is missing. */
  public String outlook(Standing.Line line) {
    return CreditStatement.outlook(line, getStanding(), clock.instant().atZone(Times.ZONE).toLocalDate(), texts.texts());
  }

  /** Hands the claim in. */
  public String hand() {
    boolean done = messages.tried(() -> {
      int hundredths = Hundredths.of(claim.hours).orElse(-1);
      outside.claim(self(), new OutsideCredits.Claim(claim.title, claim.organiser, claim.from, claim.to, hundredths, claim.bucket, AttachedFile.of("evidence", file)));
    });
    if (!done) return null;
    messages.done("credit.claim.handed");
    return "/officer/credit/credits.xhtml?faces-redirect=true";
  }

  public void withdraw(long id) {
    if (messages.tried(() -> outside.withdraw(self(), id))) messages.done("credit.claim.withdrawn");
  }

  public List<Integer> getYears() {
    int now = Credits.year(clock.instant());
    return List.of(now, now - 1, now - 2, now - 3, now - 4);
  }

  public void look() {
    standing = null;
    lines = null;
  }

  public long getOfficerId() {
    return self().officerId();
  }

  public Bucket[] getBuckets() {
    return Bucket.values();
  }

  public int getYear() {
    return year;
  }

  public void setYear(int year) {
    this.year = year;
  }

  public Claim getClaim() {
    return claim;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
