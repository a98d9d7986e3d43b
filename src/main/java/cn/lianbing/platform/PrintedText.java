package cn.lianbing.platform;

import cn.lianbing.platform.PrintedPage.Align;
import cn.lianbing.platform.PrintedPage.Column;
import java.util.List;
import java.util.Map;

/** What a document is written to from top to bottom, whatever it becomes: a PDF ({@link PrintedPage}) or a Word file ({@link WordPage}). Close it at the end. */
public interface PrintedText extends AutoCloseable {
  PrintedText heading(String text);

  PrintedText paragraph(String text, Align align);

  /** Labels and what they say, two pairs a line. */
  PrintedText facts(Map<String, String> facts);

  /** @param rows as many cells as columns; null is an empty cell */
  PrintedText table(List<Column> columns, Iterable<? extends List<?>> rows);

  /** @param picture PNG or JPEG, shown no wider than the page; @param shows what it shows */
  PrintedText picture(byte[] picture, int width, int height, String shows);

  @Override
  void close();
}
