package cn.lianbing.eligibility;

import cn.lianbing.platform.PrintedPage;
import cn.lianbing.platform.Texts;
import cn.lianbing.platform.Times;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The kept check on paper 资格核验单: what was found, criterion by criterion with its article, and a code by which anybody can have it verified. */
public final class CheckSheet {
  private CheckSheet() {}

  /**
   * @param idNumberMasked may be null
   * @param address        of the public page with number and token in it
   * @param seal           the beginning of the signature, for comparing by eye
   */
  public static void print(KeptCheck kept, String idNumberMasked, String address, byte[] seal, Instant now, Texts texts, OutputStream out) {
    Check check = kept.check();
    try (PrintedPage page = new PrintedPage(out, texts.get("eligibility.sheet.title"), texts.of("eligibility.sheet.foot", kept.number(), Times.text(now)), false)) {
      Map<String, String> facts = new LinkedHashMap<>();
      facts.put(texts.get("eligibility.sheet.number"), kept.number());
      facts.put(texts.get("eligibility.col.kind"), texts.get("eligibility.kind." + check.kind()));
      facts.put(texts.get("eligibility.col.name"), check.name());
      facts.put(texts.get("eligibility.col.unit"), check.unit());
      facts.put(texts.get("eligibility.sheet.idNumber"), idNumberMasked == null ? "" : idNumberMasked);
      facts.put(texts.get("eligibility.col.on"), Times.text(check.on()));
      facts.put(texts.get("eligibility.col.rule"), texts.of("eligibility.rule.version", check.rule()));
      facts.put(texts.get("eligibility.sheet.keptAt"), Times.text(kept.keptAt()));
      page.facts(facts);
      page.heading(texts.of("eligibility.sheet.verdict", texts.get("eligibility.verdict." + check.verdict())));
      if (kept.decision() != null) page.paragraph(texts.of(kept.decision().eligible() ? "eligibility.sheet.granted" : "eligibility.sheet.upheld", kept.decision().by(), Times.text(kept.decision().at()), kept.decision().reason()), PrintedPage.Align.LEFT);
      // on the first page, so that no page with the seal can stand for another check
      page.qr(address, texts.of("eligibility.sheet.qr", HexFormat.of().formatHex(seal, 0, 8)));
      page.table(List.of(new PrintedPage.Column(texts.get("eligibility.col.criterion"), 3.2f), new PrintedPage.Column(texts.get("eligibility.col.basis"), 3.6f), new PrintedPage.Column(texts.get("eligibility.col.evidence"), 5.2f), new PrintedPage.Column(texts.get("eligibility.col.met"), 1.5f, PrintedPage.Align.CENTER)),
          check.criteria().stream().map(one -> List.of(one.title(), basis(one, texts), evidence(one, texts), texts.get("eligibility.met." + one.met()))).toList());
      page.signed(texts.get("eligibility.sheet.seal"), Times.text(kept.keptAt().atZone(Times.ZONE).toLocalDate()));
    }
  }

  private static String basis(Check.Finding one, Texts texts) {
    return "《" + one.basis().law() + "》" + one.basis().article() + (one.unverified() ? texts.get("eligibility.unverified.inline") : "");
  }

  private static String evidence(Check.Finding one, Texts texts) {
    List<String> lines = new ArrayList<>(one.evidence().stream().map(evidence -> evidence.text().in(texts)).toList());
    if (one.missing() != null) lines.add(one.missing().in(texts));
    return lines.stream().collect(Collectors.joining("\n"));
  }
}
