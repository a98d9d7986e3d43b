package cn.lianbing.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks through a part of an .xlsx before an XML parser does, and refuses what no spreadsheet program writes and what would fill
 * the parser's or the reader's memory: a document type (and with it every entity), CDATA, another encoding than UTF-8, a single
 * text of hundreds of kilobytes, deep nesting, thousands of different names, endless rows, cells in columns that no sheet has,
 * endless lists beside the table.
 */
final class XmlBounds {
  private static final int RUN = 256 * 1024;
  private static final int DEPTH = 64;
  private static final int NAMES = 2_000;
  private static final int TAGS = 12_000_000;
  private static final int CELLS = 20_000;
  private static final int OTHERS = 500_000;
  /** Elements that a large table does have millions of. */
  private static final Set<Integer> OF_TABLE = Stream.of("row", "c", "v", "f", "is", "t", "si", "r", "rPr", "rPh", "phoneticPr", "b", "sz", "color", "rFont", "family", "charset", "scheme").map(XmlBounds::hash).collect(Collectors.toSet());
  private static final int ROW = hash("row");
  private static final int REFERENCE = hash("r");
  /** The reader makes room for every column up to the one that a cell names. */
  private static final int COLUMN_LETTERS = 3;
  private static final int CELL = hash("c");

  private enum Where { TEXT, TAG, ATTRIBUTE, COMMENT, INSTRUCTION }

  private final boolean[] names = new boolean[1 << 16];
  private Where where = Where.TEXT;
  private int known;
  private int tags;
  private int others;
  private int cells;
  private int depth;
  private int run;
  private int name;
  private int element;
  private int attribute;
  private int letters;
  private int quote;
  private int last;
  private int beforeLast;
  private boolean first;
  private boolean closing;
  private boolean reference;

  private XmlBounds() {}

  /**
   * @param limit of bytes
   * @return the bytes that it has
   * @throws Invalid for field {@code file}
   */
  static long check(InputStream part, long limit) throws IOException {
    XmlBounds bounds = new XmlBounds();
    byte[] buffer = new byte[8192];
    long bytes = 0;
    boolean xml = false;
    for (int n = part.read(buffer); n >= 0; n = part.read(buffer)) {
      if (n == 0) continue;
      if (bytes == 0) xml = isXml(buffer, n);
      bytes += n;
      if (bytes > limit) throw Invalid.field("file", "file.inflated");
      if (xml) for (int i = 0; i < n; i++) bounds.next(buffer[i] & 0xFF);
    }
    return bytes;
  }

  /** Pictures may be in the file too; a parser gives up at their first byte. */
  private static boolean isXml(byte[] start, int n) {
    int one = start[0] & 0xFF;
    return one == '<' || one == 0 || one == ' ' || one == '\t' || one == '\r' || one == '\n' || one == 0xEF || one == 0xFE || one == 0xFF && n > 1 && (start[1] & 0xFF) == 0xFE;
  }

  private void next(int c) {
    if (c == 0 || ++run > RUN) throw refused();
    switch (where) {
      case TEXT -> {
        if (c == '<') open();
      }
      case TAG -> inTag(c);
      case ATTRIBUTE -> {
        if (c == quote) where = Where.TAG;
        else if (reference && (c == '&' || c > '9' && ++letters > COLUMN_LETTERS)) throw refused();
      }
      case COMMENT -> {
        if (c == '>' && last == '-' && beforeLast == '-') close();
      }
      case INSTRUCTION -> {
        if (c == '>' && last == '?') close();
      }
    }
    beforeLast = last;
    last = c;
  }

  private void open() {
    where = Where.TAG;
    run = 0;
    name = 0;
    element = 0;
    attribute = 0;
    first = true;
    closing = false;
  }

  private void close() {
    where = Where.TEXT;
    run = 0;
  }

  private void inTag(int c) {
    if (last == '<' && c == '/') closing = true;
    else if (last == '<' && c == '?') where = Where.INSTRUCTION;
    else if (last == '!' && beforeLast == '<') {
      if (c != '-') throw refused(); // a document type or CDATA
      where = Where.COMMENT;
    } else if (c == '>') {
      named();
      if (last != '/' || closing) depth += closing ? -1 : 1;
      if (depth > DEPTH || ++tags > TAGS) throw refused();
      close();
    } else if (c == '"' || c == '\'') {
      quote = c;
      where = Where.ATTRIBUTE;
      reference = element == CELL && attribute == REFERENCE;
      letters = 0;
    } else if (c <= ' ' || c == '=' || c == '/') named();
    else name = c == ':' ? 0 : name * 31 + c; // a prefix does not count
  }

  private void named() {
    if (name == 0) return;
    if (!first) attribute = name;
    else if (!closing) element();
    first = false;
    // By a hash: a few that collide make the limit a little wider.
    int at = (name ^ name >>> 16) & 0xFFFF;
    if (!names[at] && ++known > NAMES) throw refused();
    names[at] = true;
    name = 0;
  }

  private void element() {
    element = name;
    if (name == ROW) cells = 0;
    else if (name == CELL && ++cells > CELLS) throw refused();
    else if (!OF_TABLE.contains(name) && ++others > OTHERS) throw refused();
  }

  private static int hash(String name) {
    int hash = 0;
    for (char c : name.toCharArray()) hash = hash * 31 + c;
    return hash;
  }

  private static Invalid refused() {
    return Invalid.field("file", "file.unsafe");
  }
}
