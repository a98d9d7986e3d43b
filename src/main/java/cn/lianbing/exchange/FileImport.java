package cn.lianbing.exchange;

import cn.lianbing.bank.ItemFile;
import cn.lianbing.bank.ItemImport;
import cn.lianbing.platform.Caller;
import cn.lianbing.platform.ImportReport;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Takes a file of any format into the bank, and tells meanwhile how far it is. */
@ApplicationScoped
public class FileImport {
  @Inject ItemImport itemImport;
  /** By account, on this node alone: the browser that sent the file asks the node that reads it. */
  private final Map<Long, Progress> running = new ConcurrentHashMap<>();

  /** What an import is at. */
  public enum Step { READING, CHECKING, TAKING }

  /** @param all 0 as long as it is not known */
  public record Progress(Step step, int done, int all) {}

  /** @param format null and auto: by the content */
  public ImportReport take(Caller caller, String format, byte[] bytes, boolean dryRun) {
    if (!caller.has("EXAM_ADMIN")) throw new Refused("forbidden");
    running.put(caller.accountId(), new Progress(Step.READING, 0, 0));
    try {
      ItemFile file = ExchangeFormat.named(format, bytes).read(bytes);
      int all = file.drafts().size();
      running.put(caller.accountId(), new Progress(Step.CHECKING, 0, all));
      return itemImport.file(caller, file, dryRun, done -> running.put(caller.accountId(), new Progress(Step.TAKING, done, all)));
    } finally {
      running.remove(caller.accountId());
    }
  }

  /** Of the caller's own import; empty where none runs here. */
  public Optional<Progress> progress(Caller caller) {
    return Optional.ofNullable(running.get(caller.accountId()));
  }
}
