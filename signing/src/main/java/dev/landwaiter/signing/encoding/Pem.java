package dev.landwaiter.signing.encoding;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One block of a PEM text (RFC 7468).
///
/// @param label such as `PUBLIC KEY`
public record Pem(String label, Bytes content) {
  private static final int MOST = 1_000;
  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /// All blocks of a text; what stands between them is passed over.
  ///
  /// @param where the name of the text, for messages
  /// @throws RefusedException with PARSE for a block without its end or with broken Base64, with
  ///   LIMIT for more than 1,000 blocks
  public static List<Pem> blocks(String where, String text) throws RefusedException {
    return blocks(where, text, MOST);
  }

  /// The first block of a text, if there is one; what stands before and behind it is passed over.
  ///
  /// @throws RefusedException with PARSE when that block is broken
  public static Optional<Pem> first(String where, String text) throws RefusedException {
    return blocks(where, text, 1).stream().findFirst();
  }

  private static List<Pem> blocks(String where, String text, int wanted) throws RefusedException {
    List<Pem> all = new ArrayList<>();
    int at = next(text, 0);
    while (at >= 0) {
      if (all.size() == wanted && wanted < MOST) {
        break;
      }
      if (all.size() == MOST) {
        throw new RefusedException(FailureClass.LIMIT, where + ": more than 1000 PEM blocks");
      }
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0 || text.substring(at, labelEnd).contains("\n")) {
        throw broken(where, "a PEM block begins without its label");
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      String end = END + label + DASHES;
      int close = text.indexOf(end, labelEnd);
      if (close < 0) {
        throw broken(where, "the PEM block '" + label + "' has no end");
      }
      all.add(new Pem(label, body(where, label, text.substring(labelEnd + 5, close))));
      at = next(text, close + end.length());
    }
    return all;
  }

  /// Where the next block begins: at the start of a line.
  private static int next(String text, int from) {
    int at = text.indexOf(BEGIN, from);
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at = text.indexOf(BEGIN, at + 1);
    }
    return at;
  }

  private static Bytes body(String where, String label, String text) throws RefusedException {
    int headers = text.indexOf("\n\n");
    String body =
        headers > 0 && text.substring(0, headers).contains(":") ? text.substring(headers) : text;
    String dense = body.replaceAll("[ \\t\\r\\n]", "");
    return Base64Text.strict(where + ": the PEM block '" + label + "'", dense);
  }

  /// The text of this block: lines of 64 characters, with a line feed after each.
  public String text() {
    return BEGIN
        + label
        + DASHES
        + "\n"
        + LINES.encodeToString(content.toArray())
        + "\n"
        + END
        + label
        + DASHES
        + "\n";
  }

  private static RefusedException broken(String where, String why) {
    return new RefusedException(FailureClass.PARSE, where + ": " + why);
  }
}
