package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Base64Text;
import java.util.ArrayList;
import java.util.List;

/// A text with lines of signatures below it (C2SP signed-note).
///
/// @param text what is signed, with its final line feed
public record SignedNote(String text, List<Line> lines) {
  private static final int LONGEST = 1_000_000;
  private static final int MOST_LINES = 100;
  private static final int HINT = 4;
  private static final String MARK = "\u2014 ";

  public SignedNote {
    lines = List.copyOf(lines);
  }

  /// One signature.
  ///
  /// @param name of the key
  /// @param hint the first four bytes of the key's hash
  public record Line(String name, Bytes hint, Bytes signature) {}

  /// Reads a note.
  ///
  /// @throws RefusedException with PARSE when it is not a note, with LIMIT for more than a million
  ///   characters or 100 signatures
  public static SignedNote parse(String note) throws RefusedException {
    if (note.length() > LONGEST) {
      throw new RefusedException(
          FailureClass.LIMIT, "the checkpoint has more than 1000000 characters");
    }
    characters(note);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 1 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw wrong("it has no signatures below a blank line");
    }
    List<Line> lines = new ArrayList<>();
    for (int at = blank + 2; at < note.length(); ) {
      int end = note.indexOf('\n', at);
      lines.add(line(note.substring(at, end)));
      if (lines.size() > MOST_LINES) {
        throw new RefusedException(
            FailureClass.LIMIT, "the checkpoint has more than 100 signatures");
      }
      at = end + 1;
    }
    return new SignedNote(note.substring(0, blank + 1), lines);
  }

  private static void characters(String note) throws RefusedException {
    for (int i = 0; i < note.length(); i++) {
      char c = note.charAt(i);
      if (Character.isISOControl(c) && c != '\n') {
        throw wrong("a control character");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < note.length()
                && Character.isLowSurrogate(note.charAt(i + 1));
        if (!pair) {
          throw wrong("half a character");
        }
        i++;
      }
    }
  }

  private static Line line(String line) throws RefusedException {
    int gap = line.indexOf(' ', MARK.length());
    if (!line.startsWith(MARK) || gap < 0) {
      throw wrong("a signature line that does not begin with a dash and a name");
    }
    String name = line.substring(MARK.length(), gap);
    if (!isName(name)) {
      throw wrong("a key's name that is empty or has white space or a plus sign");
    }
    Bytes content = Base64Text.strict("the signature of the checkpoint", line.substring(gap + 1));
    if (content.size() <= HINT) {
      throw wrong("a signature line without a signature");
    }
    return new Line(name, content.slice(0, HINT), content.slice(HINT, content.size()));
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '+' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /// Requires that this key signed the note. Lines of other keys say nothing; a wrong one of this
  /// key spoils the note.
  ///
  /// @throws RefusedException with LOG
  public void requireSignedBy(NoteKey key) throws RefusedException {
    boolean signed = false;
    Bytes message = Bytes.utf8(text);
    for (Line line : lines) {
      if (line.name().equals(key.name()) && line.hint().equals(key.hint())) {
        if (!key.verifies(message, line.signature())) {
          throw new RefusedException(
              FailureClass.LOG, "the log's signature of the checkpoint is wrong");
        }
        signed = true;
      }
    }
    if (!signed) {
      throw new RefusedException(
          FailureClass.LOG,
          "the log did not sign the checkpoint",
          key.name() + " " + key.hint().toHex(),
          signers());
    }
  }

  private String signers() {
    List<String> all = new ArrayList<>();
    for (Line line : lines) {
      all.add(line.name() + " " + line.hint().toHex());
    }
    return String.join(", ", all);
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.PARSE, "the checkpoint is malformed: " + why);
  }
}
