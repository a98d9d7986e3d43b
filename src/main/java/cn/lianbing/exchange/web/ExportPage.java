package cn.lianbing.exchange.web;

import cn.lianbing.exchange.ExchangeFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The formats that the list of items offers. */
@Named
@RequestScoped
public class ExportPage {
  public List<String> getFormats() {
    return ExchangeFormat.written().stream().map(ExchangeFormat::word).toList();
  }
}
