package cn.lianbing.credit.web;

import cn.lianbing.credit.Bucket;
import cn.lianbing.credit.Credits;
import cn.lianbing.credit.Standing;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.Times;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** An officer's hours as the REST contract shows them; decimal numbers, whole hundredths inside. */
@RequestScoped
public class CreditViews {
  @Inject Credits credits;
  @Inject Clock clock;

  public record BasisView(String law, String version, String article, LocalDate validFrom, boolean verified) {}

  public record LineView(Bucket bucket, BigDecimal earned, BigDecimal needed, BigDecimal missing, BigDecimal planned, BigDecimal missingAfterPlan, BasisView basis) {}

  public record EntryView(long id, LocalDate on, String kind, String origin, Bucket bucket, BigDecimal hours, String title, String reason, String unit, boolean reversed, OffsetDateTime recordedAt) {}

  public record CreditsView(long officerId, String officer, String unit, int year, boolean met, LocalDate by, List<LineView> lines, List<EntryView> entries) {}

  /** @throws cn.lianbing.platform.NotFound where the officer is neither the caller nor within reach */
  public CreditsView of(Caller caller, long officerId, int year) {
    Credits.Holder holder = credits.holder(caller, officerId);
    Standing standing = credits.standing(caller, officerId, year);
    List<EntryView> entries = credits.lines(caller, officerId, year).stream().map(one -> new EntryView(one.id(), one.on(), one.kind(), one.origin().name(), one.bucket(), Hundredths.decimal(one.hundredths()), one.title(), one.reason(), one.unit(), one.reversed(), Times.offset(one.recordedAt()))).toList();
    return new CreditsView(officerId, holder.name(), holder.unit(), year, standing.met(), standing.by(), lines(standing), entries);
  }

  static List<LineView> lines(Standing standing) {
    return standing.lines().stream().map(line -> {
      BasisView basis = line.need() == null ? null : new BasisView(line.need().law(), line.need().lawVersion(), line.need().article(), line.need().validFrom(), line.need().verified());
      return new LineView(line.bucket(), Hundredths.decimal(line.earned()), Hundredths.decimal(line.needed()), Hundredths.decimal(line.missing()), Hundredths.decimal(line.planned()), Hundredths.decimal(line.missingAfterPlan()), basis);
    }).toList();
  }

  /** The year that is asked for, the current one where none is. */
  public int year(String asked) {
    if (asked == null || asked.isEmpty()) return Credits.year(clock.instant());
    if (!asked.matches("20\\d\\d")) throw new BadRequestException();
    return Integer.parseInt(asked);
  }
}
