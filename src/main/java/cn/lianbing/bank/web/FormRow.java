package cn.lianbing.bank.web;

import java.io.Serializable;

/** A row of a form's list: an option, an entry of a column, a blank's variants by line, a point of a scheme. */
public class FormRow implements Serializable {
  private static final long serialVersionUID = 1L;
  private String text;
  private boolean right;
  /** its place, its option's letter, its marks */
  private String mark;

  FormRow(String text, boolean right, String mark) {
    this.text = text;
    this.right = right;
    this.mark = mark;
  }

  int place() {
    return mark != null && mark.matches("\\d{1,2}") ? Integer.parseInt(mark) : 0;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public boolean isRight() {
    return right;
  }

  public void setRight(boolean right) {
    this.right = right;
  }

  public String getMark() {
    return mark;
  }

  public void setMark(String mark) {
    this.mark = mark;
  }
}
