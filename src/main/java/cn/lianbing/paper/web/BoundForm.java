package cn.lianbing.paper.web;

import cn.lianbing.paper.Bound;
import java.io.Serializable;

/** A bound as the form has it. */
public class BoundForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private Bound.Dimension dimension;
  private String value;
  private Integer min;
  private Integer max;

  BoundForm(Bound.Dimension dimension, String value, Integer min, Integer max) {
    this.dimension = dimension;
    this.value = value;
    this.min = min;
    this.max = max;
  }

  BoundForm(Bound bound) {
    this(bound.dimension(), bound.value(), bound.min(), bound.max());
  }

  /** @throws cn.lianbing.platform.Invalid where it is none */
  Bound bound() {
    return new Bound(dimension, value, min, max);
  }

  public Bound.Dimension getDimension() {
    return dimension;
  }

  /** Another dimension has other values. */
  public void setDimension(Bound.Dimension dimension) {
    if (dimension != this.dimension) value = null;
    this.dimension = dimension;
  }

  public String getValue() {
    return value;
  }

  public void setValue(String value) {
    this.value = value;
  }

  public Integer getMin() {
    return min;
  }

  public void setMin(Integer min) {
    this.min = min;
  }

  public Integer getMax() {
    return max;
  }

  public void setMax(Integer max) {
    this.max = max;
  }
}
