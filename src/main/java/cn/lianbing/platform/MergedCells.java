package cn.lianbing.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The cells of a workbook's first sheet that are merged downwards. Only the topmost holds the value, which the rows below get here. */
final class MergedCells {
  static final MergedCells NONE = new MergedCells(List.of());
  private static final int MOST = 100_000;
  private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):([A-Z]{1,3})(\\d{1,7})");

  private record Range(int column, int from, int to) {}

  private final Iterator<Range> coming;
  private Range next;
  /** By column: what is open, and the cell that it repeats. */
  private final Map<Integer, Range> open = new HashMap<>();
  private final Map<Integer, SheetReader.Cell> repeated = new HashMap<>();

  private MergedCells(List<Range> ranges) {
    coming = ranges.stream().sorted(Comparator.comparingInt(Range::from)).iterator();
    next = coming.hasNext() ? coming.next() : null;
  }

  /** Of a workbook that was looked through for bombs already. */
  static MergedCells of(byte[] workbook) {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      String id = first(zip, "xl/workbook.xml", "sheet", "id");
      if (id == null) return NONE;
      String target = target(zip, id);
      if (target == null) return NONE;
      return new MergedCells(ranges(zip, target.startsWith("/") ? target.substring(1) : "xl/" + target));
    } catch (IOException | XMLStreamException e) {
      throw Invalid.field("file", "file.unreadable");
    }
  }

  /** Rows come in order. */
  void fill(int row, Map<Integer, SheetReader.Cell> cells) {
    while (next != null && next.from() <= row) {
      open.put(next.column(), next);
      if (next.from() == row && cells.containsKey(next.column())) repeated.put(next.column(), cells.get(next.column()));
      else repeated.remove(next.column());
      next = coming.hasNext() ? coming.next() : null;
    }
    open.values().removeIf(range -> range.to() < row);
    open.forEach((column, range) -> {
      if (repeated.containsKey(column)) cells.putIfAbsent(column, repeated.get(column));
    });
  }

  private static List<Range> ranges(ZipFile zip, String part) throws IOException, XMLStreamException {
    List<Range> ranges = new ArrayList<>();
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) return ranges;
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamReader.START_ELEMENT || !xml.getLocalName().equals("mergeCell")) continue;
        Matcher range = RANGE.matcher(String.valueOf(attribute(xml, "ref")));
        if (range.matches() && !range.group(2).equals(range.group(4))) ranges.add(new Range(column(range.group(1)), Integer.parseInt(range.group(2)), Integer.parseInt(range.group(4))));
        if (ranges.size() > MOST) throw Invalid.field("file", "file.unsafe");
      }
    }
    return ranges;
  }

  private static String first(ZipFile zip, String part, String element, String attribute) throws IOException, XMLStreamException {
    ZipArchiveEntry entry = zip.getEntry(part);
    if (entry == null) return null;
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals(element)) return attribute(xml, attribute);
    }
    return null;
  }

  private static String target(ZipFile zip, String id) throws IOException, XMLStreamException {
    ZipArchiveEntry entry = zip.getEntry("xl/_rels/workbook.xml.rels");
    if (entry == null) return null;
    try (InputStream in = zip.getInputStream(entry)) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) if (xml.next() == XMLStreamReader.START_ELEMENT && id.equals(attribute(xml, "Id"))) return attribute(xml, "Target");
    }
    return null;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
    return null;
  }

  private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLReporter((message, kind, about, at) -> { }); // else it prints what it throws as well
    return factory.createXMLStreamReader(in);
  }

  private static int column(String letters) {
    int column = 0;
    for (char letter : letters.toCharArray()) column = column * 26 + letter - 'A' + 1;
    return column - 1;
  }
}
