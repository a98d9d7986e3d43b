package cn.lianbing.bank;

import cn.lianbing.platform.Invalid;
import java.util.Set;

/** Formats that items come in. */
public enum ItemFormat {
  /** the question files: question-bank/README.md */
  YAML {
    @Override
    ItemFile read(byte[] file) {
      return YamlItems.read(file);
    }
  },
  /** the sheet that {@link ItemTemplate} begins */
  XLSX {
    @Override
    ItemFile read(byte[] file) {
      return XlsxItems.read(file);
    }
  };

  private static final Set<String> LATER = Set.of("gift", "moodle-xml", "qti");

  /** Never fails: what cannot be read is an error of its row. */
  abstract ItemFile read(byte[] file);

  /** By the content, whatever the file is called: an .xlsx is a zip, an old .xls has a beginning of its own. */
  public static ItemFormat of(byte[] file) {
    return begins(file, 'P', 'K') || begins(file, 0xD0, 0xCF) ? XLSX : YAML;
  }

  /**
   * @param name as the REST contract has it; null and auto: by the content
   * @throws Invalid for {@code format} where it is unknown or not read yet
   */
  public static ItemFormat named(String name, byte[] file) {
    if (name == null || name.isBlank() || name.equals("auto")) return of(file);
    for (ItemFormat one : values()) if (one.name().equalsIgnoreCase(name)) return one;
    throw Invalid.field("format", LATER.contains(name) ? "format.later" : "format.unknown", name);
  }

  private static boolean begins(byte[] file, int first, int second) {
    return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
  }
}
