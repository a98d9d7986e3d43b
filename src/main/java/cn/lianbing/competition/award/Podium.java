package cn.lianbing.competition.award;

import cn.lianbing.competition.ranking.ListReading;
import cn.lianbing.competition.ranking.ListSheet;
import cn.lianbing.platform.Hundredths;
import cn.lianbing.platform.PictureFont;
import cn.lianbing.platform.Texts;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** The first three places as a picture for the notice board: 1600 × 900, in the program's colours. Whoever shares a place stands on one step. */
public final class Podium {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 900;
  private static final int BASE = 790;
  private static final int STEP = 420;
  private static final Color GROUND = new Color(0xEE, 0xF3, 0xF1);
  private static final Color INK = new Color(0x16, 0x26, 0x2B);
  private static final Color SOFT = new Color(0x47, 0x58, 0x5E);
  private static final Color[] TILES = {new Color(0x0F, 0x5C, 0x63), new Color(0x3F, 0x7F, 0x84), new Color(0x72, 0xA0, 0xA3)};
  private static final int[] HEIGHTS = {360, 270, 200};
  /** The second stands left of the first, the third right. */
  private static final int[] LEFTS = {WIDTH / 2 - STEP / 2, WIDTH / 2 - STEP / 2 - STEP - 30, WIDTH / 2 + STEP / 2 + 30};

  private Podium() {}

  private record Standing(String name, String unit, String score) {}

  public static void write(ListReading.ListPart list, Texts texts, OutputStream out) throws IOException {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D to = picture.createGraphics();
    to.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    to.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    to.setColor(GROUND);
    to.fillRect(0, 0, WIDTH, HEIGHT);
    Font font = PictureFont.find();
    centred(to, ListSheet.title(list.list(), texts), font.deriveFont(Font.BOLD, 46f), INK, WIDTH / 2, 90, WIDTH - 120);
    for (int place = 1; place <= 3; place++) step(to, font, place, at(list, place));
    centred(to, ListSheet.state(list.list(), texts), font.deriveFont(24f), SOFT, WIDTH / 2, 840, WIDTH - 120);
    centred(to, "SHA-256 " + list.list().sha256(), font.deriveFont(16f), SOFT, WIDTH / 2, 872, WIDTH - 120);
    to.dispose();
    ImageIO.write(picture, "png", out);
  }

  private static List<Standing> at(ListReading.ListPart list, int place) {
    List<Standing> there = new ArrayList<>();
    list.persons().stream().filter(row -> row.rank() != null && row.rank() == place).forEach(row -> there.add(new Standing(row.name(), row.name().equals(row.unit()) ? "" : row.unit(), Hundredths.text(row.score()))));
    list.units().stream().filter(row -> row.rank() != null && row.rank() == place).forEach(row -> there.add(new Standing(row.name(), "", row.value())));
    return there;
  }

  private static void step(Graphics2D to, Font font, int place, List<Standing> there) {
    if (there.isEmpty()) return;
    int left = LEFTS[place - 1];
    int top = BASE - HEIGHTS[place - 1];
    int middle = left + STEP / 2;
    to.setColor(TILES[place - 1]);
    to.fillRect(left, top, STEP, HEIGHTS[place - 1]);
    centred(to, String.valueOf(place), font.deriveFont(Font.BOLD, 110f), Color.WHITE, middle, top + 140, STEP);
    int shown = Math.min(there.size(), 2);
    for (int i = 0; i < shown; i++) {
      int base = top - 24 - (shown - 1 - i) * 120;
      boolean more = i == shown - 1 && there.size() > shown;
      centred(to, there.get(i).name() + (more ? " +" + (there.size() - shown) : ""), font.deriveFont(Font.BOLD, 38f), INK, middle, base - (there.get(i).unit().isEmpty() ? 36 : 66), STEP - 20);
      if (!there.get(i).unit().isEmpty()) centred(to, there.get(i).unit(), font.deriveFont(24f), SOFT, middle, base - 34, STEP - 20);
      centred(to, there.get(i).score(), font.deriveFont(26f), SOFT, middle, base, STEP - 20);
    }
  }

  /** Made smaller until it fits. */
  private static void centred(Graphics2D to, String text, Font font, Color colour, int middle, int base, int widest) {
    Font fitting = font;
    FontMetrics metrics = to.getFontMetrics(fitting);
    while (metrics.stringWidth(text) > widest && fitting.getSize2D() > 10) {
      fitting = fitting.deriveFont(fitting.getSize2D() - 1);
      metrics = to.getFontMetrics(fitting);
    }
    to.setFont(fitting);
    to.setColor(colour);
    to.drawString(text, middle - metrics.stringWidth(text) / 2, base);
  }
}
