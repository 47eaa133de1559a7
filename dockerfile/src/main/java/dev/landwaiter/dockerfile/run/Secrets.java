package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// The secrets that stand in a file, and what is shown instead of them.
final class Secrets {
  /// Shorter ones are too likely to be a piece of something else.
  private static final int SHORTEST = 4;

  private static final String SHOWN = "***";
  private static final String STAR_PAIR = Character.toString(0x1F7C9);

  private final String shown;
  private final List<String> secrets;

  private Secrets(String shown, List<String> secrets) {
    this.shown = shown;
    this.secrets = secrets;
  }

  static Secrets of(Dockerfile file, List<Span> spans) {
    if (spans.isEmpty()) {
      return new Secrets(file.text(), List.of());
    }
    LineIndex lines = LineIndex.of(file.text());
    var shown = new StringBuilder(file.text());
    var secrets = new LinkedHashSet<String>();
    for (Span each : spans) {
      int start = lines.offset(each.start());
      int end = Math.max(start, lines.offset(each.end()));
      String secret = trimmed(file.text().substring(start, end));
      if (secret.length() >= SHORTEST) {
        secrets.add(secret);
      }
      hide(shown, start, end);
    }
    var longest = new ArrayList<>(secrets);
    longest.sort((one, other) -> Integer.compare(other.length(), one.length()));
    return new Secrets(shown.toString(), longest);
  }

  private static void hide(StringBuilder text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      // A character of two halves stays one, so that columns do not move.
      if (Character.isHighSurrogate(c) && i + 1 < end) {
        text.setCharAt(i, STAR_PAIR.charAt(0));
        text.setCharAt(++i, STAR_PAIR.charAt(1));
      } else if (!Character.isWhitespace(c)) {
        text.setCharAt(i, '*');
      }
    }
  }

  private static String trimmed(String secret) {
    int start = 0;
    int end = secret.length();
    while (start < end && isQuote(secret.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(secret.charAt(end - 1))) {
      end--;
    }
    return secret.substring(start, end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /// The text of the file for reports.
  String shown() {
    return shown;
  }

  /// The finding without secrets in its message, and without a fix that would write one anew.
  Finding clean(Finding finding) {
    String message = clean(finding.message());
    boolean leaks = false;
    for (String each : secrets) {
      leaks |= finding.fix().isPresent() && writes(finding.fix().get().edits(), each);
    }
    return message.equals(finding.message()) && !leaks
        ? finding
        : new Finding(
            finding.id(),
            finding.aliases(),
            finding.level(),
            finding.line(),
            finding.span(),
            message,
            leaks ? Optional.empty() : finding.fix());
  }

  /// A text without secrets, also where they are written as in JSON.
  String clean(String text) {
    String clean = text;
    for (String each : secrets) {
      clean = clean.replace(each, SHOWN);
      if (each.indexOf('"') >= 0 || each.indexOf('\\') >= 0) {
        clean = clean.replace(each.replace("\\", "\\\\").replace("\"", "\\\""), SHOWN);
      }
    }
    return clean;
  }

  private static boolean writes(List<Edit> edits, String secret) {
    return edits.stream().anyMatch(each -> each.text().contains(secret));
  }
}
