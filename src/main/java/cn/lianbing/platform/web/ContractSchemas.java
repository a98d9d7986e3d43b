package cn.lianbing.platform.web;

import cn.lianbing.platform.Page;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The shapes of bodies as the records have them. What Payara reads out of them knows no times and takes two of one name for the same. */
final class ContractSchemas {
  private final Map<String, Schema> named = new LinkedHashMap<>();
  private final Map<String, Class<?>> owners = new LinkedHashMap<>();

  Map<String, Schema> named() {
    return named;
  }

  Schema of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Class<?> raw = (Class<?>) generic.getRawType();
      Type inner = generic.getActualTypeArguments()[raw == Map.class ? 1 : 0];
      if (Collection.class.isAssignableFrom(raw)) return OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(of(inner));
      if (raw == Page.class) return page(of(inner));
      return OASFactory.createSchema().type(Schema.SchemaType.OBJECT).additionalPropertiesSchema(of(inner));
    }
    if (type instanceof WildcardType any) return of(any.getUpperBounds()[0]);
    return type instanceof Class<?> plain ? of(plain) : OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
  }

  /** One of several. */
  Schema any(Class<?>... types) {
    if (types.length == 1) return of(types[0]);
    Schema schema = OASFactory.createSchema();
    for (Class<?> type : types) schema.addOneOf(of(type));
    return schema;
  }

  Schema page(Schema item) {
    return OASFactory.createSchema().type(Schema.SchemaType.OBJECT).addProperty("items", OASFactory.createSchema().type(Schema.SchemaType.ARRAY).items(item))
        .addProperty("total", of(long.class)).addProperty("page", of(int.class)).addProperty("size", of(int.class));
  }

  private Schema of(Class<?> type) {
    Schema schema = OASFactory.createSchema();
    if (type.isRecord()) return schema.ref("#/components/schemas/" + record(type));
    if (type.isEnum()) {
      for (Object one : type.getEnumConstants()) schema.addEnumeration(((Enum<?>) one).name());
      return schema.type(Schema.SchemaType.STRING);
    }
    if (type == String.class) return schema.type(Schema.SchemaType.STRING);
    if (type == boolean.class || type == Boolean.class) return schema.type(Schema.SchemaType.BOOLEAN);
    if (type == int.class || type == Integer.class) return schema.type(Schema.SchemaType.INTEGER).format("int32");
    if (type == long.class || type == Long.class) return schema.type(Schema.SchemaType.INTEGER).format("int64");
    if (type == BigDecimal.class) return schema.type(Schema.SchemaType.NUMBER);
    if (type == OffsetDateTime.class || type == Instant.class || type == LocalDateTime.class) return schema.type(Schema.SchemaType.STRING).format("date-time");
    return type == LocalDate.class ? schema.type(Schema.SchemaType.STRING).format("date") : schema.type(Schema.SchemaType.OBJECT);
  }

  /** Its own name, with the component's before it where another has the same already. */
  private String record(Class<?> type) {
    String name = type.getSimpleName();
    if (owners.getOrDefault(name, type) != type) {
      String component = type.getPackageName().replaceFirst(".*lianbing\\.", "").replaceFirst("\\..*", "");
      name = Character.toUpperCase(component.charAt(0)) + component.substring(1) + name;
    }
    if (owners.putIfAbsent(name, type) != null) return name;
    Schema schema = OASFactory.createSchema().type(Schema.SchemaType.OBJECT);
    named.put(name, schema);
    for (RecordComponent one : type.getRecordComponents()) schema.addProperty(property(type, one), given(one, of(one.getGenericType())));
    return name;
  }

  private static String property(Class<?> type, RecordComponent component) {
    return Arrays.stream(type.getDeclaredFields()).filter(field -> field.getName().equals(component.getName()) && field.isAnnotationPresent(JsonbProperty.class)).map(field -> field.getAnnotation(JsonbProperty.class).value()).filter(name -> !name.isEmpty()).findFirst().orElse(component.getName());
  }

  /** A text that is one of a few says so itself. */
  private static Schema given(RecordComponent component, Schema schema) {
    var said = component.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    if (said == null) said = component.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    if (said != null) for (String one : said.enumeration()) schema.addEnumeration(one);
    return schema;
  }
}
