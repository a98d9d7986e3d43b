package cn.lianbing.exchange;

import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Invalid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Formats that items come and go in. */
public enum ExchangeFormat {
  /** the question files: question-bank/README.md; they are the source and are not written from here */
  YAML("yaml", "yaml", null) {
    @Override
    public ItemFile read(byte[] file) {
      return ItemFile.yaml(file);
    }
  },
  /** a row an item, as clerks write it */
  XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
    @Override
    public ItemFile read(byte[] file) {
      return SheetItems.read(file);
    }

    @Override
    public void write(OutputStream out, Iterable<Items.Whole> items) throws IOException {
      SheetExport.write(out, items);
    }
  },
  /** Moodle's text format */
  GIFT("gift", "gift.txt", "text/plain;charset=UTF-8") {
    @Override
    public ItemFile read(byte[] file) {
      return GiftItems.read(file);
    }

    @Override
    public void write(OutputStream out, Iterable<Items.Whole> items) throws IOException {
      GiftExport.write(out, items);
    }
  },
  MOODLE_XML("moodle-xml", "xml", "application/xml") {
    @Override
    public ItemFile read(byte[] file) {
      return MoodleItems.read(file);
    }

    @Override
    public void write(OutputStream out, Iterable<Items.Whole> items) throws IOException {
      MoodleExport.write(out, items);
    }
  };

  private static final int LOOKED_AT = 200;

  private final String word;
  private final String ending;
  private final String mediaType;

  ExchangeFormat(String word, String ending, String mediaType) {
    this.word = word;
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** Never fails: what cannot be read is an error of its row. */
  public abstract ItemFile read(byte[] file);

  /** Only where {@link #isWritten}. */
  public void write(OutputStream out, Iterable<Items.Whole> items) throws IOException {
    throw new UnsupportedOperationException(word);
  }

  /** As the REST contract has it. */
  public String word() {
    return word;
  }

  public String ending() {
    return ending;
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean isWritten() {
    return mediaType != null;
  }

  /** Those that an export can be in. */
  public static List<ExchangeFormat> written() {
    return Arrays.stream(values()).filter(ExchangeFormat::isWritten).toList();
  }

  /** By the content, whatever the file is called: an .xlsx is a zip, an old .xls has a beginning of its own, GIFT has its answers in braces. */
  public static ExchangeFormat of(byte[] file) {
    if (begins(file, 'P', 'K') || begins(file, 0xD0, 0xCF)) return XLSX;
    String start = new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (start.startsWith("<")) return MOODLE_XML;
    return start.startsWith("::") || start.startsWith("$CATEGORY") || start.startsWith("//") ? GIFT : YAML;
  }

  /**
   * @param name null and auto: by the content
   * @throws Invalid for {@code format} where it is unknown
   */
  public static ExchangeFormat named(String name, byte[] file) {
    return name == null || name.isBlank() || name.equals("auto") ? of(file) : named(name);
  }

  /** @throws Invalid for {@code format} where it is unknown */
  public static ExchangeFormat named(String name) {
    return Arrays.stream(values()).filter(one -> one.word.equalsIgnoreCase(name)).findFirst().orElseThrow(() -> Invalid.field("format", "format.unknown", String.valueOf(name), String.join(", ", Arrays.stream(values()).map(ExchangeFormat::word).toList())));
  }

  private static boolean begins(byte[] file, int first, int second) {
    return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }
}
