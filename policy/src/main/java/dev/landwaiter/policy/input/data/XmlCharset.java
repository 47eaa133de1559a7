package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.text.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The characters of an XML text, by its byte order mark or the encoding it declares.
final class XmlCharset {
  private static final int START = 256;

  private XmlCharset() {}

  static String decode(String where, byte[] text) throws FormatException {
    Charset charset = declared(where, text);
    // A declaration that could be read byte by byte is not in UTF-16.
    if (charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("UTF-16")) {
      return InputText.read(where, text);
    }
    if (text.length > 64 << 20) {
      throw InputText.wrong(where, Position.START, "more than the 64 MiB that are read", "");
    }
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw InputText.wrong(where, Position.START, "it is not in " + charset.name(), "");
    }
  }

  private static Charset declared(String where, byte[] text) throws FormatException {
    String start =
        new String(text, 0, Math.min(text.length, START), StandardCharsets.ISO_8859_1).strip();
    int end = start.startsWith("<?xml") ? start.indexOf("?>") : -1;
    int key = end < 0 ? -1 : start.indexOf("encoding");
    if (key < 0 || key > end) {
      return StandardCharsets.UTF_8;
    }
    int open = key + "encoding".length();
    while (open < end && start.charAt(open) != '"' && start.charAt(open) != '\'') {
      open++;
    }
    int close = start.indexOf(start.charAt(open), open + 1);
    String name = close < 0 || close > end ? "" : start.substring(open + 1, close);
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw InputText.wrong(where, Position.START, "the encoding " + name + " is not known", "");
    }
  }
}
