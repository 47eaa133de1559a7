package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Names for the findings of one file that stay the same when lines before them come and go: the
/// rule, the text of the instruction with white space evened out, and which one it is of those that
/// are alike.
final class Fingerprints {
  private final Linted linted;
  private final Map<Integer, Statement> statements = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(Linted linted) {
    this.linted = linted;
    for (Instruction instruction : linted.file().instructions()) {
      statements.putIfAbsent(instruction.line(), instruction.statement());
    }
  }

  /// The name of the next finding, 32 hexadecimal digits; asked once for each, in file order.
  String next(Finding finding) {
    Statement statement = statements.get(finding.line());
    String text =
        statement == null
            ? even(linted.source().line(finding.line()))
            : even(statement.line()) + bodies(statement);
    String alike = finding.id() + "\0" + text;
    int ordinal = seen.merge(alike, 1, Integer::sum);
    MessageDigest hash = Digest.newSha256();
    hash.update(alike.getBytes(StandardCharsets.UTF_8));
    hash.update(("\0" + ordinal).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash.digest(), 0, 16);
  }

  private static String bodies(Statement statement) {
    var text = new StringBuilder();
    for (Heredoc heredoc : statement.heredocs()) {
      text.append('\0').append(heredoc.body());
    }
    return text.toString();
  }

  private static String even(CharSequence text) {
    var even = new StringBuilder();
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = !even.isEmpty();
      } else {
        even.append(blank ? " " : "").append(c);
        blank = false;
      }
    }
    return even.toString();
  }
}
