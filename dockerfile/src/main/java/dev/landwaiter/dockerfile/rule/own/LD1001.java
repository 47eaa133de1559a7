package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Optional;

/// Tokens and private keys that are written into the file.
public final class LD1001 implements Rule {
  private static final String KEY_END = "PRIVATE KEY-----";
  private static final String KEY_START = "-----BEGIN";
  private static final String KEY_LAST = "-----END";
  private static final int LONGEST_KIND = 30;
  private static final int SHORTEST_KEY = 24;

  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1001",
              Level.ERROR,
              "A token or a private key is written into the Dockerfile",
              "Whoever can read the repository, the build's history or the image can use it",
              "Withdraw the secret, and hand its successor to the one RUN that needs it with"
                  + " --mount=type=secret, or to the running container")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean hidesSecrets() {
    return true;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private boolean first = true;

      @Override
      public void see(Instruction instruction, Sink sink) {
        // Comments belong to no instruction, and triggers are begun anew.
        if (first && instruction.equals(around.file().instructions().getFirst())) {
          around.file().comments().forEach(each -> comment(each, sink));
        }
        first = false;
        if (!(instruction instanceof Instruction.Onbuild)) {
          for (MappedText text : Look.texts(instruction)) {
            text(instruction.line(), text, sink);
          }
        }
      }
    };
  }

  private static void comment(Comment comment, Sink sink) {
    text(comment.line(), MappedText.at(comment.span().start(), "#" + comment.text()), sink);
  }

  private static void text(int line, MappedText text, Sink sink) {
    String plain = text.toString();
    for (SecretShape.Hit hit : SecretShape.find(plain)) {
      sink.hide(text.span(hit.start(), hit.end()));
      sink.report(
          line,
          text.span(hit.start(), hit.end()),
          hit.shape().what() + " is written into the file",
          Optional.empty());
    }
    int hidden = 0;
    for (int at = plain.indexOf(KEY_END); at >= 0; at = plain.indexOf(KEY_END, at + 1)) {
      int least = Math.max(0, at - KEY_START.length() - LONGEST_KIND + 1);
      int start = plain.substring(least, at).lastIndexOf(KEY_START) + least;
      int end = at + KEY_END.length();
      if (start >= least && holdsKey(plain, end)) {
        if (end >= hidden) {
          int last = plain.indexOf(KEY_LAST, end);
          hidden = last < 0 ? plain.length() : last;
          sink.hide(text.span(end, hidden));
        }
        sink.report(
            line,
            text.span(start, end),
            "A private key is written into the file",
            Optional.empty());
      }
    }
  }

  /// Whether the letters of a key follow, not only a pattern that looks for one.
  private static boolean holdsKey(String text, int from) {
    int letters = 0;
    for (int at = from; at < text.length() && letters < SHORTEST_KEY; at++) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c) || c == '+' || c == '/') {
        letters++;
      } else if (letters > 1 || at - from > SHORTEST_KEY) {
        return false;
      }
      // `\n` written in a string is a line end, not the letter n.
      letters = letters == 1 && c == 'n' && text.charAt(at - 1) == '\\' ? 0 : letters;
    }
    return letters >= SHORTEST_KEY;
  }
}
