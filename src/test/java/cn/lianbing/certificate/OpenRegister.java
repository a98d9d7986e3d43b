package cn.lianbing.certificate;

import cn.lianbing.platform.Page;
import java.sql.Connection;
import java.sql.SQLException;

/** The register's own search for a measurement outside the container. */
public final class OpenRegister {
  private final RegisterSearch search;

  public OpenRegister(Connection connection) {
    search = new RegisterSearch(connection);
  }

  /** @return how many it says there are */
  public int find(String under, String text, Certificate.State state, int page) throws SQLException {
    RegisterSearch.Found found = search.find(under, new Certificates.Filter(text, null, state, null), new Page.Request(page, 50));
    return found.more() ? -found.total() : found.total();
  }
}
