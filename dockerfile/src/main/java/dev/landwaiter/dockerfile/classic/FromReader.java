package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.Optional;

/// FROM and ARG.
final class FromReader {
  private FromReader() {}

  static Instruction.From from(Cursor cursor) throws Refused {
    Optional<Word> platform = Optional.empty();
    int start = cursor.at;
    if (cursor.take("--platform=") && !cursor.atEnd() && !Cursor.isBlank(cursor.peek())) {
      platform = Optional.of(cursor.word());
      cursor.skipBlanks();
    } else {
      cursor.at = start;
    }
    if (cursor.text.startsWith("--", cursor.at)) {
      throw cursor.refuseSurely(cursor.at, "expected an image, not a flag");
    }
    Word image = image(cursor);
    Optional<Word> name = Optional.empty();
    int behind = cursor.at;
    if (cursor.skipBlanks() && cursor.text.regionMatches(true, cursor.at, "AS", 0, 2)) {
      cursor.at += 2;
      if (cursor.skipBlanks() && !cursor.atEnd()) {
        name = Optional.of(cursor.word());
        behind = cursor.at;
      }
    }
    cursor.at = behind;
    cursor.done();
    return new Instruction.From(cursor.statement, image, platform, name);
  }

  private static Word image(Cursor cursor) throws Refused {
    int start = cursor.at;
    Word word = cursor.word();
    String text = word.text();
    int name = Math.max(0, ImageText.registryEnd(text) + 1);
    int end = ImageText.stop(text, name, true);
    if (end == name) {
      throw cursor.refuseSurely(start + end, "expected the name of an image");
    }
    if (end < text.length() && text.charAt(end) == ':') {
      end = part(cursor, start, text, end, "tag");
    }
    if (end < text.length() && text.charAt(end) == '@') {
      end = part(cursor, start, text, end, "digest");
    }
    return word;
  }

  /// A tag ends at a colon or an at sign, a digest at an at sign.
  private static int part(Cursor cursor, int start, String text, int at, String what)
      throws Refused {
    boolean tag = what.equals("tag");
    int end = ImageText.stop(text, at + 1, tag);
    if (end == at + 1) {
      throw cursor.refuseSurely(start + at, "expected a " + what + " behind this sign");
    }
    if (end < text.length() && !(tag && text.charAt(end) == '@')) {
      boolean port = tag && text.substring(at, end).contains("/");
      String reason = "expected the end of the " + what;
      throw port ? cursor.refuse(start + end, reason) : cursor.refuseSurely(start + end, reason);
    }
    return end;
  }

  /// Only the first name counts; behind `=` stands the rest of the line.
  static Instruction arg(Cursor cursor) throws Refused {
    int start = cursor.at;
    while (!cursor.atEnd() && !Cursor.isBlank(cursor.peek()) && cursor.peek() != '=') {
      cursor.at++;
    }
    if (cursor.at == start) {
      throw cursor.refuse("expected a name");
    }
    Word name = cursor.word(start, cursor.at);
    cursor.skipBlanks();
    Optional<Word> value = Optional.empty();
    if (cursor.take("=")) {
      int from = cursor.at;
      cursor.at = cursor.end();
      value = Optional.of(cursor.word(from, cursor.at));
    }
    return new Instruction.Arg(
        cursor.statement, java.util.List.of(new Instruction.Argument(name, value)));
  }
}
