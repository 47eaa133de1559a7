package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The characters of an XML document, by its byte order mark, else the encoding it declares, else
/// UTF-8 (XML 1.0, appendix F). They are decoded before the platform's parser sees them, because
/// that prints what it finds wrong with bytes before it tells.
final class XmlText {
  private static final int SIZE_LIMIT = 64 << 20;
  private static final int START = 256;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private XmlText() {}

  /// Decodes a document.
  ///
  /// @param damage what to do about bytes that are no characters: REPORT or REPLACE
  /// @throws FormatException when it is larger than 64 MiB, or damaged, or in an unknown encoding
  static String decode(String where, byte[] text, CodingErrorAction damage) throws FormatException {
    InputText.checkSize(where, text, SIZE_LIMIT);
    Charset charset = charset(where, text);
    CharsetDecoder decoder =
        charset.newDecoder().onMalformedInput(damage).onUnmappableCharacter(damage);
    var in = ByteBuffer.wrap(text);
    var out = CharBuffer.allocate((int) Math.ceil(text.length * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    result = result.isUnderflow() ? decoder.flush(out) : result;
    String decoded = out.flip().toString();
    if (result.isError()) {
      throw InputText.wrong(where, end(decoded), "not valid XML: it is not " + charset.name(), "");
    }
    return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
  }

  private static Charset charset(String where, byte[] text) throws FormatException {
    int first = text.length < 2 ? 0 : text[0] & 0xff;
    int second = text.length < 2 ? 0 : text[1] & 0xff;
    if ((first == 0xfe && second == 0xff) || (first == 0 && second == '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if ((first == 0xff && second == 0xfe) || (first == '<' && second == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    String start = new String(text, 0, Math.min(text.length, START), StandardCharsets.ISO_8859_1);
    Matcher declared =
        DECLARED.matcher(start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start);
    if (!declared.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declared.group(1);
    try {
      Charset charset = Charset.forName(name);
      // Whoever could read the declaration byte by byte has no such encoding.
      return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalArgumentException e) {
      throw InputText.wrong(where, Position.START, "the encoding " + name + " is not known", "");
    }
  }

  private static Position end(String decoded) {
    int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
    return new Position(line, decoded.length() - decoded.lastIndexOf('\n'));
  }
}
