package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;

/// Tokens and private keys that are written into the file.
public final class LD1001 implements Rule {
  private static final String KEY_END = "PRIVATE KEY-----";
  private static final String KEY_START = "-----BEGIN";
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
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (!(instruction instanceof Instruction.Onbuild)) {
        for (MappedText text : Look.texts(instruction)) {
          see(instruction, text, sink);
        }
      }
    };
  }

  private static void see(Instruction instruction, MappedText text, Sink sink) {
    String plain = text.toString();
    for (SecretShape.Hit hit : SecretShape.find(plain)) {
      sink.report(
          instruction,
          text.span(hit.start(), hit.end()),
          hit.shape().what() + " is written into the file");
    }
    for (int at = plain.indexOf(KEY_END); at >= 0; at = plain.indexOf(KEY_END, at + 1)) {
      int start = plain.lastIndexOf(KEY_START, at);
      int end = at + KEY_END.length();
      if (start >= 0 && at - start < KEY_START.length() + LONGEST_KIND && holdsKey(plain, end)) {
        sink.report(instruction, text.span(start, end), "a private key is written into the file");
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
