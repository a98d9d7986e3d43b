package cn.lianbing.exam;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Numbers of hand-ins: eight letters and figures that nobody takes for others when they are read out. */
final class Receipts implements Supplier<String> {
  private static final String READABLE = "ABCDEFGHJKMNPQRTUVWXY346789";
  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    StringBuilder receipt = new StringBuilder();
    for (int i = 0; i < 9; i++) receipt.append(i == 4 ? '-' : READABLE.charAt(random.nextInt(READABLE.length())));
    return receipt.toString();
  }
}
