package cn.lianbing.platform;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** A QR code for a page: black on white in either theme, since that is what cameras read. */
public final class QrPicture {
  private QrPicture() {}

  public static String svg(String text) {
    try {
      BitMatrix matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 3));
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < matrix.getHeight(); y++) for (int x = 0; x < matrix.getWidth(); x++) if (matrix.get(x, y)) path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
      return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\"><rect width=\"%1$d\" height=\"%1$d\" fill=\"#fff\"/><path d=\"%2$s\" fill=\"#000\"/></svg>".formatted(matrix.getWidth(), path);
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code for this text", e);
    }
  }
}
