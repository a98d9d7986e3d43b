package cn.lianbing.people;

import cn.lianbing.platform.Invalid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * A citizen identity number 公民身份号码 (GB 11643-1999): six digits of area, eight of birth, three of sequence (odd: male),
 * and a check character by ISO 7064 MOD 11-2. The text itself is kept only in memory; see {@link IdNumberVault}.
 */
public record IdNumber(String text) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  /** @throws Invalid for field {@code idNumber} when length, birth date or check character are wrong; x counts as X */
  public IdNumber {
    text = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    if (!text.matches("[1-9]\\d{16}[0-9X]")) throw Invalid.field("idNumber", "idNumber.form");
    if (text.charAt(17) != check(text)) throw Invalid.field("idNumber", "idNumber.check");
    try {
      LocalDate birth = LocalDate.parse(text.substring(6, 14), BIRTH);
      if (birth.getYear() < 1900) throw Invalid.field("idNumber", "idNumber.birth");
    } catch (DateTimeException e) {
      throw Invalid.field("idNumber", "idNumber.birth");
    }
  }

  /** The check character that belongs to the first 17 digits. */
  static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    return CHECKS.charAt(sum % 11);
  }

  public LocalDate birthDate() {
    return LocalDate.parse(text.substring(6, 14), BIRTH);
  }

  public Officer.Sex sex() {
    return (text.charAt(16) - '0') % 2 == 1 ? Officer.Sex.MALE : Officer.Sex.FEMALE;
  }

  /** 4112************13: enough to recognise one's own, too little to use. */
  public String masked() {
    return text.substring(0, 4) + "*".repeat(12) + text.substring(16);
  }

  @Override
  public String toString() {
    return masked();
  }
}
