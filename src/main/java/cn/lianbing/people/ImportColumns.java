package cn.lianbing.people;

import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.SheetReader;
import cn.lianbing.platform.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds an import's columns in the headers of a sheet, by their Chinese or English name, with or without the template's star,
 * and reads the words in their cells. Names and further names are in the text bundles behind {@code people.import.<kind>.}
 */
final class ImportColumns {
  /** Ways of saying the same that no menu shows. */
  private static final Map<String, Enum<?>> ALSO = Map.of("合同工", Officer.Establishment.CONTRACT, "合同制", Officer.Establishment.CONTRACT, "临时工", Officer.Establishment.TEMPORARY, "参照公务员法管理", Officer.Establishment.CIVIL_SERVANT_LIKE,
      "大学本科", Officer.Education.BACHELOR, "大学", Officer.Education.BACHELOR, "专科", Officer.Education.COLLEGE, "中专", Officer.Education.SECONDARY, "街道", Unit.Kind.TOWNSHIP);
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final String prefix;

  ImportColumns(String kind, List<String> columns, List<String> found) {
    prefix = "people.import." + kind + ".";
    Map<String, String> byName = new HashMap<>();
    for (String column : columns) {
      for (Locale locale : List.of(Texts.CHINESE, Locale.ENGLISH)) {
        Texts texts = Texts.in(locale);
        Stream.concat(Stream.of(texts.get(prefix + column)), Arrays.stream(texts.get(prefix + column + ".also").split(","))).forEach(name -> byName.put(plain(name), column));
      }
    }
    for (String header : found) {
      String column = byName.get(plain(header));
      if (column == null || headers.putIfAbsent(column, header) != null) unknown.add(header);
    }
  }

  boolean has(String column) {
    return headers.containsKey(column);
  }

  /** The header as the file has it; the template's where it has none. */
  String header(String column) {
    return headers.getOrDefault(column, Texts.in(Texts.CHINESE).get(prefix + column));
  }

  boolean owns(String header) {
    return headers.containsValue(header);
  }

  String get(SheetReader.Row row, String column) {
    return has(column) ? row.get(headers.get(column)) : "";
  }

  /** Headers that mean nothing here. What stands below them has no effect, whatever it is called. */
  List<String> unknown() {
    return unknown;
  }

  /** Errors for columns that the file lacks altogether. */
  List<ImportReport.Error> missing(List<String> required) {
    return required.stream().filter(column -> !has(column)).map(column -> ImportReport.Error.of(1, header(column), "column.missing", header(column))).toList();
  }

  /** The value that a word means: its name in either language, the beginning of one, or the constant itself. */
  static <E extends Enum<E>> Optional<E> choice(Class<E> type, String words, String text) {
    if (type.isInstance(ALSO.get(text))) return Optional.of(type.cast(ALSO.get(text)));
    return Arrays.stream(type.getEnumConstants()).filter(one -> one.name().equalsIgnoreCase(text) || names(words, one).anyMatch(name -> name.equalsIgnoreCase(text) || text.length() >= 2 && name.startsWith(text))).findFirst();
  }

  static <E extends Enum<E>> String choices(Class<E> type, String words) {
    return Arrays.stream(type.getEnumConstants()).map(one -> Texts.in(Texts.CHINESE).get(words + "." + one)).collect(Collectors.joining("、"));
  }

  private static Stream<String> names(String words, Enum<?> one) {
    return Stream.of(Texts.CHINESE, Locale.ENGLISH).map(locale -> Texts.in(locale).get(words + "." + one));
  }

  private static String plain(String header) {
    return header.replaceAll("[\\s　*＊]", "").toLowerCase(Locale.ROOT);
  }
}
