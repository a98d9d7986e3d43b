package cn.lianbing.platform.web;

import cn.lianbing.platform.Page;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** A list that p:dataTable reads page by page. */
public class LazyRows<T extends Serializable> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  /** Where the pages come from. */
  @FunctionalInterface
  public interface Source<T> extends Function<Page.Request, Page<T>>, Serializable {}

  /** The number of a row. */
  @FunctionalInterface
  public interface Key<T> extends ToLongFunction<T>, Serializable {}

  private final Source<T> source;
  private final Key<T> key;

  public LazyRows(Source<T> source, Key<T> key) {
    this.source = source;
    this.key = key;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return (int) source.apply(new Page.Request(1, 1)).total();
  }

  @Override
  public List<T> load(int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
    return source.apply(new Page.Request(first / size + 1, size)).items();
  }

  @Override
  public String getRowKey(T row) {
    return Long.toString(key.applyAsLong(row));
  }

  @Override
  public T getRowData(String rowKey) {
    return getWrappedData() == null ? null : getWrappedData().stream().filter(row -> getRowKey(row).equals(rowKey)).findFirst().orElse(null);
  }
}
