package cn.lianbing.competition.award;

import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.OutputStream;

/** An award's certificate on A4, with room for the seal and a code that leads to the public page. */
public final class AwardPrint {
  private AwardPrint() {}

  /** @param address of the public page with serial and token */
  public static void write(Awarding.AwardRow award, String address, Texts texts, OutputStream out) {
    try (PrintedPage page = new PrintedPage(out, texts.get("competition.award.certificate"), texts.of("competition.award.foot", award.serial()), false)) {
      page.paragraph(texts.of("competition.award.number", award.serial()), PrintedPage.Align.CENTER);
      page.letter(award.recipient() + (award.officerId() == null ? "" : "（" + award.unit() + "）") + "：");
      page.letter(texts.of("competition.award.text", award.competition(), texts.get("competition.award.code." + award.code()), award.board() == null ? "" : texts.get("competition.award.board." + award.board())));
      page.letter(texts.get("competition.award.hereby"));
      page.signed(texts.get("ui.bureau"), Times.text(award.grantedAt().atZone(Times.ZONE).toLocalDate()));
      page.qr(address, texts.get("competition.award.scan"));
    }
  }
}
