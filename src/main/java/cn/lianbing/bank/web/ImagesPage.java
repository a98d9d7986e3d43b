package cn.lianbing.bank.web;

import cn.lianbing.bank.ItemImages;
import cn.lianbing.platform.Attachment;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.Page;
import cn.lianbing.platform.web.AttachedFile;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;

/** Pictures for items: adding one, and what has to be written into a stem to show it. */
@Named
@RequestScoped
public class ImagesPage {
  private static final int LISTED = 100;
  @Inject ItemImages images;
  @Inject CurrentUser user;
  @Inject Messages messages;
  private Part file;

  public String add() {
    long[] id = new long[1];
    if (!messages.tried(() -> id[0] = added())) return null;
    messages.done("bank.images.added", id[0]);
    return "/staff/bank/images.xhtml?faces-redirect=true";
  }

  private long added() {
    Attachment sent = AttachedFile.of("file", file);
    if (sent == null) throw Invalid.field("file", "required");
    return images.add(user.caller(), sent.name(), sent.content());
  }

  public List<ItemImages.Row> getRows() {
    return images.page(new Page.Request(1, LISTED)).items();
  }

  /** 240 KB */
  public long kilobytes(ItemImages.Row row) {
    return Math.max(1, row.bytes() / 1024);
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
