package cn.lianbing.platform.web;

import cn.lianbing.platform.Collision;
import cn.lianbing.platform.Invalid;
import cn.lianbing.platform.NotFound;
import cn.lianbing.platform.Refused;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UISelectMany;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Optional;

/** What a page says after an action: done in a toast, a refusal in the page beside its cause. */
@RequestScoped
public class Messages implements Serializable {
  private static final long serialVersionUID = 1L;
  @Inject PageTexts texts;

  /** An action of a use case. */
  @FunctionalInterface
  public interface Action {
    void run();
  }

  /**
   * Runs the action and shows what it refused. Inputs whose id is a violation's field are marked.
   *
   * @return whether it went through
   */
  public boolean tried(Action action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      if (!shown(e)) throw e;
      return false;
    }
  }

  /**
   * Loads what a page shows. Where that does not exist or is not the caller's, the answer is the page for 404.
   *
   * @return whether there is a page to show
   */
  public boolean found(Action action) {
    try {
      action.run();
      return true;
    } catch (RuntimeException e) {
      if (!missing(e)) throw e;
      FacesContext faces = FacesContext.getCurrentInstance();
      try {
        faces.getExternalContext().responseSendError(404, "");
      } catch (IOException unreachable) {
        throw new UncheckedIOException(unreachable);
      }
      faces.responseComplete();
      return false;
    }
  }

  /** @param key of the sentence for the toast; it survives a redirect */
  public void done(String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage("done", new FacesMessage(FacesMessage.SEVERITY_INFO, texts.texts().of(key, arguments), null));
  }

  public void refused(String code, Object... arguments) {
    add(null, texts.texts().of("refused." + code, arguments));
  }

  private static boolean missing(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) if (cause instanceof NotFound) return true;
    return false;
  }

  private boolean shown(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refused refused) refused(refused.code(), refused.arguments());
      else if (cause instanceof NotFound) refused("not-found");
      else if (cause instanceof Invalid invalid) {
        for (Invalid.Violation one : invalid.violations()) field(one.field(), texts.texts().of("invalid." + one.code(), one.arguments().toArray()));
      } else continue;
      FacesContext.getCurrentInstance().validationFailed();
      return true;
    }
    Optional<Refused> collision = Collision.of(thrown);
    collision.ifPresent(refused -> {
      refused(refused.code(), refused.arguments());
      FacesContext.getCurrentInstance().validationFailed();
    });
    return collision.isPresent();
  }

  /** Beside the input of that id where the page has one, else at the head of the page; of two with the same id, the one of the form that was sent. */
  private void field(String id, String text) {
    String client = find(id, true);
    add(client == null ? find(id, false) : client, text);
  }

  private static String find(String id, boolean sentOnly) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String[] found = new String[1];
    faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (context, component) -> {
      if (sentOnly && component instanceof UIForm form && !form.isSubmitted()) return VisitResult.REJECT;
      if (!id.equals(component.getId())) return VisitResult.ACCEPT;
      found[0] = component.getClientId(faces);
      if (component instanceof UIInput input) mark(input, found[0]);
      return VisitResult.COMPLETE;
    });
    return found[0];
  }

  /** An invalid input shows what was sent and not the model's value; by now that has been taken up, so it is put back and nothing that was typed is lost. */
  private static void mark(UIInput input, String client) {
    input.setValid(false);
    var sent = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String typed = sent.getOrDefault(client, sent.get(client + "_input"));
    if (typed != null && !(input instanceof UISelectMany)) input.setSubmittedValue(typed);
  }

  private static void add(String client, String text) {
    FacesContext.getCurrentInstance().addMessage(client, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
  }
}
