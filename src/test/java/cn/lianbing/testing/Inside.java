package cn.lianbing.testing;

import cn.lianbing.people.SignIn;
import cn.lianbing.platform.Caller;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** What tests that run inside the container say often. */
public final class Inside {
  public static final String PASSWORD = "Lianbing-2026";
  private static final Map<String, Caller> CALLERS = new ConcurrentHashMap<>();

  private Inside() {}

  public static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }

  /** One of the demo's accounts. */
  public static Caller caller(String username) {
    return CALLERS.computeIfAbsent(username, name -> bean(SignIn.class).signIn(name, PASSWORD, "192.0.2.1").caller());
  }

  /** The first column of the first row. */
  public static Object ask(String sql, Object... values) {
    try (Connection connection = database().getConnection(); var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getObject(1) : null;
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  public static long count(String sql, Object... values) {
    return ((Number) ask(sql, values)).longValue();
  }

  public static int change(String sql, Object... values) {
    try (Connection connection = database().getConnection(); var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Runs the same in so many threads at the same moment; what each came to, its exception where it threw one. */
  public static List<Object> atOnce(int threads, Callable<?> task) {
    try {
      jakarta.enterprise.concurrent.ManagedExecutorService pool = InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
      CountDownLatch ready = new CountDownLatch(threads);
      List<Future<Object>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) running.add(pool.submit(() -> {
        ready.countDown();
        ready.await();
        try {
          return task.call();
        } catch (Exception e) {
          return e;
        }
      }));
      List<Object> outcomes = new ArrayList<>();
      for (Future<Object> one : running) outcomes.add(one.get());
      return outcomes;
    } catch (NamingException | InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private static DataSource database() {
    try {
      return InitialContext.doLookup("java:app/jdbc/lianbing");
    } catch (NamingException e) {
      throw new AssertionError(e);
    }
  }
}
