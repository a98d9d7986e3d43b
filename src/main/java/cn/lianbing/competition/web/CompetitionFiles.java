package cn.lianbing.competition.web;

import cn.lianbing.competition.award.AwardPrint;
import cn.lianbing.competition.award.Awarding;
import cn.lianbing.competition.award.Podium;
import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Download;
import cn.lianbing.platform.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files of lists and awards, for pages and for the API. */
@RequestScoped
public class CompetitionFiles {
  @Inject ListReading reading;
  @Inject Awarding awarding;
  @Inject PublicAddress address;
  @Inject CurrentUser user;

  static String type(String format) {
    return format.equals("pdf") ? Download.PDF : format.equals("csv") ? Download.CSV : format.equals("png") ? "image/png" : Download.XLSX;
  }

  /** @param format xlsx, csv, pdf or png */
  Download.File list(long id, String format, Texts texts) {
    if (format.equals("png")) {
      ListReading.ListPart part = reading.page(user.caller(), id, new Page.Request(1, 20));
      return new Download.File(ListSheet.title(part.list(), texts) + ".png", "image/png", out -> Podium.write(part, texts, out));
    }
    ListReading.ListWhole list = reading.whole(user.caller(), id);
    return new Download.File(ListSheet.title(list.list(), texts) + "." + format, type(format), out -> ListSheet.write(list, format, texts, out));
  }

  Download.File certificate(long id, Texts texts) {
    Awarding.AwardRow award = awarding.one(user.caller(), id);
    String link = address.of("/public/competition/award.xhtml?serial=" + URLEncoder.encode(award.serial(), StandardCharsets.UTF_8) + "&token=" + awarding.token(award.serial()));
    return new Download.File(award.serial() + ".pdf", Download.PDF, out -> AwardPrint.write(award, link, texts, out));
  }
}
