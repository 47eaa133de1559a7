package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The media type of a file by its first bytes (WHATWG MIME Sniffing, 7), in the part that Go's
/// `http.DetectContentType` knows and files in registries have.
final class Sniffed {
  private static final int LOOKED_AT = 512;

  private record Mark(String start, String type) {}

  private static final List<Mark> MARKUP =
      List.of(
          new Mark("<!doctype html", "text/html"),
          new Mark("<html", "text/html"),
          new Mark("<head", "text/html"),
          new Mark("<body", "text/html"),
          new Mark("<script", "text/html"),
          new Mark("<div", "text/html"),
          new Mark("<p", "text/html"),
          new Mark("<!--", "text/html"),
          new Mark("<?xml", "text/xml"));

  private static final List<Mark> EXACT =
      List.of(
          new Mark("%PDF-", "application/pdf"),
          new Mark("%!PS-Adobe-", "application/postscript"),
          new Mark("GIF87a", "image/gif"),
          new Mark("GIF89a", "image/gif"),
          new Mark("\u0089PNG\r\n\u001a\n", "image/png"),
          new Mark("\u00ff\u00d8\u00ff", "image/jpeg"),
          new Mark("PK\u0003\u0004", "application/zip"),
          new Mark("Rar!\u001a\u0007", "application/x-rar-compressed"),
          new Mark("\u001f\u008b\b", "application/x-gzip"),
          new Mark("\0asm", "application/wasm"),
          new Mark("\u00fe\u00ff", "text/plain"),
          new Mark("\u00ff\u00fe", "text/plain"),
          new Mark("\u00ef\u00bb\u00bf", "text/plain"));

  private Sniffed() {}

  static String type(Bytes content) {
    String start =
        new String(
            content.slice(0, Math.min(LOOKED_AT, content.size())).toArray(),
            StandardCharsets.ISO_8859_1);
    String lower = start.stripLeading().toLowerCase(Locale.ROOT);
    for (Mark mark : MARKUP) {
      if (lower.startsWith(mark.start()) && ends(lower, mark.start())) {
        return mark.type();
      }
    }
    for (Mark mark : EXACT) {
      if (start.startsWith(mark.start())) {
        return mark.type();
      }
    }
    return start.chars().anyMatch(Sniffed::binary) ? "application/octet-stream" : "text/plain";
  }

  /// Tags end with a space or a bracket; comments and declarations need no end.
  private static boolean ends(String text, String mark) {
    if (mark.equals("<!--") || mark.equals("<?xml")) {
      return true;
    }
    int at = mark.length();
    return text.length() > at && (text.charAt(at) == ' ' || text.charAt(at) == '>');
  }

  private static boolean binary(int c) {
    return c <= 8 || c == 0x0b || (c >= 0x0e && c <= 0x1a) || (c >= 0x1c && c <= 0x1f);
  }
}
