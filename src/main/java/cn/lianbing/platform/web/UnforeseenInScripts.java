package cn.lianbing.platform.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;

/** Logs what went wrong in a request of a page's script: Faces answers those itself, and no filter sees the exception. */
public class UnforeseenInScripts extends ExceptionHandlerFactory {
  public UnforeseenInScripts(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Logging(getWrapped().getExceptionHandler());
  }

  private static final class Logging extends ExceptionHandlerWrapper {
    Logging(ExceptionHandler wrapped) {
      super(wrapped);
    }

    @Override
    public void handle() {
      FacesContext faces = FacesContext.getCurrentInstance();
      if (faces.getPartialViewContext().isAjaxRequest()) for (ExceptionQueuedEvent event : getUnhandledExceptionQueuedEvents()) {
        Throwable thrown = event.getContext().getException();
        if (!expired(thrown)) Unforeseen.log(faces.getExternalContext().getRequestServletPath(), thrown);
      }
      super.handle();
    }

    /** A session that ended has a page of its own and is nobody's mistake. */
    private static boolean expired(Throwable thrown) {
      for (Throwable cause = thrown; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) if (cause instanceof ViewExpiredException) return true;
      return false;
    }
  }
}
