package cn.lianbing.platform;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;

/** JSON of records: what is stored in columns and what goes over the wire. JSON-B takes no accessor of a record for a property, so it reads the fields. */
public final class Json {
  public static final Jsonb BINDING = JsonbBuilder.create(new JsonbConfig().withCreatorParametersRequired(false).withPropertyVisibilityStrategy(new PropertyVisibilityStrategy() {
    @Override
    public boolean isVisible(Field field) {
      return true;
    }

    @Override
    public boolean isVisible(Method method) {
      return false;
    }
  }));

  private Json() {}

  public static String write(Object value) {
    return BINDING.toJson(value);
  }

  /** Appends a text as JSON has it, for those who write many without the binding. */
  public static void quote(StringBuilder json, String text) {
    json.append('"');
    int plain = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '"' && c != '\\' && c >= ' ') continue;
      json.append(text, plain, i).append(c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : "\\u%04x".formatted((int) c));
      plain = i + 1;
    }
    json.append(text, plain, text.length()).append('"');
  }

  /** @throws jakarta.json.bind.JsonbException where the text is not such a value */
  public static <T> T read(String json, Class<T> type) {
    return BINDING.fromJson(json, type);
  }

  /** @param array the type of an array of the list's elements */
  public static <T> List<T> list(String json, Class<T[]> array) {
    return List.of(BINDING.fromJson(json, array));
  }
}
