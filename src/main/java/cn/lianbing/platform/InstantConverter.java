package cn.lianbing.platform;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;

/** An instant is a UTC {@code datetime(3)}; without this EclipseLink writes a serialised blob. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, LocalDateTime> {
  @Override
  public LocalDateTime convertToDatabaseColumn(Instant instant) {
    return UtcColumn.of(instant);
  }

  @Override
  public Instant convertToEntityAttribute(LocalDateTime time) {
    return UtcColumn.time(time);
  }
}
