package cn.lianbing.paper.web;

import cn.lianbing.bank.Items;
import cn.lianbing.paper.BlueprintEditing;
import cn.lianbing.paper.FormAssembly;
import cn.lianbing.paper.FormSet;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.web.CurrentUser;
import cn.lianbing.platform.web.Messages;
import cn.lianbing.platform.web.PageTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A set of parallel forms: one form at a time, item by item, with what may be done with the set. */
@Named
@ViewScoped
public class FormSetPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ALTERNATIVES = 10;
  @Inject FormAssembly assembly;
  @Inject BlueprintEditing editing;
  @Inject Items items;
  @Inject CurrentUser user;
  @Inject Messages messages;
  @Inject PageTexts texts;
  /** The address's set and form, as they were typed. */
  private String asked;
  private String letter;
  private transient FormAssembly.View set;
  private transient List<Row> rows;
  private int form;
  private long id;
  private String title;
  private String replaced;
  private long replacedVersion;
  private List<Alternative> alternatives = List.of();

  /** @param line from 1 */
  public record Row(long versionId, String code, String stem, String topic, int difficulty, int line) implements Serializable {}

  public record Alternative(String code, String stem, String topic, int difficulty) implements Serializable {}

  /** A form to choose. */
  public record Tab(int form, String letter, String mean) implements Serializable {}

  public void load() {
    messages.found(() -> {
      id = NotFound.id("formSet", asked);
      title = editing.view(user.caller(), getSet().blueprintId()).title();
      form = letter == null || letter.length() != 1 ? 0 : letter.charAt(0) - 'A';
      if (form < 0 || form >= getSet().forms().size()) throw new NotFound("form", letter);
    });
  }

  public List<Tab> getTabs() {
    return IntStream.range(0, getSet().forms().size()).mapToObj(one -> new Tab(one, FormSet.letter(one), difficulty(getSet().means().get(one)))).toList();
  }

  public List<Row> getRows() {
    if (rows != null) return rows;
    List<List<Items.Candidate>> lines = getSet().forms().get(form);
    Map<Long, String> stems = stems(lines.stream().flatMap(List::stream).toList());
    rows = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) for (Items.Candidate item : lines.get(line)) rows.add(new Row(item.versionId(), item.code(), stems.get(item.versionId()), item.topic(), item.difficulty(), line + 1));
    return rows;
  }

  private Map<Long, String> stems(List<Items.Candidate> candidates) {
    return items.versions(candidates.stream().map(Items.Candidate::versionId).toList()).values().stream().collect(Collectors.toMap(version -> version.id(), version -> version.content().stem()));
  }

  /** What is not kept, in sentences. */
  public List<String> getFlaws() {
    return getSet().flaws().stream().map(flaw -> (flaw.form() < 0 ? "" : texts.of("paper.fault.form", FormSet.letter(flaw.form()))) + texts.texts().of("paper.fault." + flaw.code(), flaw.arguments().toArray())).toList();
  }

  public void look(Row row) {
    replaced = row.code();
    replacedVersion = row.versionId();
    if (!messages.tried(() -> {
      List<Items.Candidate> found = assembly.alternatives(user.caller(), id, form, row.versionId(), ALTERNATIVES);
      Map<Long, String> stems = stems(found);
      alternatives = found.stream().map(item -> new Alternative(item.code(), stems.get(item.versionId()), item.topic(), item.difficulty())).toList();
    })) alternatives = List.of();
  }

  public String swap(String code) {
    return act(() -> assembly.swap(user.caller(), id, form, replacedVersion, code), "paper.forms.swapped", replaced, code);
  }

  public String finish() {
    return act(() -> assembly.finish(user.caller(), id), "paper.forms.finished");
  }

  public String use() {
    return act(() -> assembly.use(user.caller(), id), "paper.forms.used");
  }

  public String withdraw() {
    return act(() -> assembly.withdraw(user.caller(), id), "paper.forms.withdrawn");
  }

  private String act(Messages.Action action, String done, Object... arguments) {
    set = null;
    rows = null;
    if (!messages.tried(action)) return null;
    messages.done(done, arguments);
    return "/staff/paper/formSet.xhtml?faces-redirect=true&id=" + id + "&form=" + FormSet.letter(form);
  }

  public FormAssembly.View getSet() {
    if (set == null) set = assembly.view(user.caller(), id);
    return set;
  }

  public String difficulty(int hundredths) {
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }

  public String getFormLetter() {
    return FormSet.letter(form);
  }

  public int getForm() {
    return form;
  }

  public String getTitle() {
    return title;
  }

  public String getReplaced() {
    return replaced;
  }

  public List<Alternative> getAlternatives() {
    return alternatives;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }

  public String getLetter() {
    return letter;
  }

  public void setLetter(String letter) {
    this.letter = letter;
  }
}
