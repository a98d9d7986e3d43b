package cn.lianbing.testing;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One program in demo mode for all test classes that ask for it (`@BeforeAll static void start(Program shared)`), since a first start costs half a
 * minute. It ends after the last test. Who shares it makes what it changes its own: an exam, a session, a unit of its own, and officers that no other
 * class uses; and counts what it made, never all that there is.
 */
public class SharedProgram implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Program.class;
  }

  @Override
  public Program resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot().getStore(Namespace.create(SharedProgram.class)).getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class).program;
  }

  private static class Running implements Store.CloseableResource {
    final Program program;

    Running() {
      try {
        program = Program.demo("shared").start();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("the shared program does not start", e);
      }
    }

    @Override
    public void close() throws InterruptedException {
      program.close();
    }
  }
}
