package cn.lianbing.exchange;

import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.ItemType;
import cn.lianbing.bank.Items;
import cn.lianbing.platform.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
    void write(OutputStream out, Carried items) throws IOException {
      SheetExport.write(out, items);
    }
  },
  /** numbered questions, as teachers write them */
  DOCX("docx", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
    @Override
    public ItemFile read(byte[] file) {
      return WordItems.read(file);
    }

    @Override
    void write(OutputStream out, Carried items) throws IOException {
      WordExport.write(out, items);
    }
  },
  /** Moodle's text format */
  GIFT("gift", "gift.txt", "text/plain;charset=UTF-8", ItemType.ORDER, ItemType.CASE) {
    @Override
    public ItemFile read(byte[] file) {
      return GiftItems.read(file);
    }

    @Override
    void write(OutputStream out, Carried items) throws IOException {
      GiftExport.write(out, items);
    }
  },
  MOODLE_XML("moodle-xml", "xml", "application/xml", ItemType.CASE) {
    @Override
    public ItemFile read(byte[] file) {
      return MoodleItems.read(file);
    }

    @Override
    void write(OutputStream out, Carried items) throws IOException {
      MoodleExport.write(out, items);
    }
  },
  /** a package of IMS Question and Test Interoperability 2.1 */
  QTI_21("qti-2.1", "qti21.zip", "application/zip") {
    @Override
    public ItemFile read(byte[] file) {
      return QtiItems.read(file);
    }

    @Override
    void write(OutputStream out, Carried items) throws IOException {
      QtiExport.write(out, items, QtiDialect.V21);
    }
  },
  /** the same in version 3.0 */
  QTI_30("qti-3.0", "qti30.zip", "application/zip") {
    @Override
    public ItemFile read(byte[] file) {
      return QtiItems.read(file);
    }

    @Override
    void write(OutputStream out, Carried items) throws IOException {
      QtiExport.write(out, items, QtiDialect.V30);
    }
  };

  private static final int LOOKED_AT = 600;
  private static final int ENTRIES_LOOKED_AT = 200;

  private final String word;
  private final String ending;
  private final String mediaType;
  private final Set<ItemType> without = EnumSet.noneOf(ItemType.class);

  /** @param without types that the format has no word for */
  ExchangeFormat(String word, String ending, String mediaType, ItemType... without) {
    this.word = word;
    this.ending = ending;
    this.mediaType = mediaType;
    this.without.addAll(List.of(without));
  }

  /** Never fails: what cannot be read is an error of its row. */
  public abstract ItemFile read(byte[] file);

  /** Only where {@link #isWritten}. Items that the format does not {@link #carries carry} are named at the end of the file. */
  public final void write(OutputStream out, Iterable<Items.Whole> items) throws IOException {
    write(out, new Carried(items, without));
  }

  void write(OutputStream out, Carried items) throws IOException {
    throw new UnsupportedOperationException(word);
  }

  public boolean carries(ItemType type) {
    return !without.contains(type);
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

  /** By the content, whatever the file is called: a zip by what lies in it, an old .xls has a beginning of its own, GIFT has its answers in braces. */
  public static ExchangeFormat of(byte[] file) {
    if (begins(file, 'P', 'K')) return zipped(file);
    if (begins(file, 0xD0, 0xCF)) return XLSX;
    String start = new String(file, 0, Math.min(file.length, LOOKED_AT), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (start.startsWith("<")) return start.contains("qti-assessment-item") ? QTI_30 : start.contains("<assessmentItem") ? QTI_21 : MOODLE_XML;
    return start.startsWith("::") || start.startsWith("$CATEGORY") || start.startsWith("//") ? GIFT : YAML;
  }

  private static ExchangeFormat zipped(byte[] file) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      ZipEntry entry = zip.getNextEntry();
      for (int looked = 0; entry != null && looked < ENTRIES_LOOKED_AT; looked++) {
        if (entry.getName().startsWith("word/")) return DOCX;
        if (entry.getName().startsWith("xl/")) return XLSX;
        if (entry.getName().endsWith(".xml") && !entry.getName().startsWith("[")) {
          String start = new String(zip.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
          if (start.contains("qti-assessment") || start.contains("qtiv3p0")) return QTI_30;
          if (start.contains("imsqti") || start.contains("imscp") || start.contains("assessmentItem")) return QTI_21;
        }
        entry = zip.getNextEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      // the reader says what is wrong with it
    }
    return XLSX;
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
