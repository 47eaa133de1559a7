package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The secrets that stand in a file, and what is shown instead of them.
final class Secrets {
  /// Shorter ones are too likely to be a piece of something else.
  private static final int SHORTEST = 4;

  private static final String SHOWN = "***";
  private static final String STAR_PAIR = Character.toString(0x1F7C9);

  private final String shown;

  /// By their first characters, so that many of them do not take long.
  private final Map<String, List<String>> secrets;

  private Secrets(String shown, Map<String, List<String>> secrets) {
    this.shown = shown;
    this.secrets = secrets;
  }

  static Secrets of(Dockerfile file, List<Span> spans) {
    if (spans.isEmpty()) {
      return new Secrets(file.text(), Map.of());
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
    var begun = new HashMap<String, List<String>>();
    for (String each : secrets) {
      add(begun, each);
      if (each.indexOf('"') >= 0 || each.indexOf('\\') >= 0) {
        add(begun, each.replace("\\", "\\\\").replace("\"", "\\\""));
      }
    }
    return new Secrets(shown.toString(), begun);
  }

  private static void add(Map<String, List<String>> begun, String secret) {
    begun.computeIfAbsent(secret.substring(0, SHORTEST), it -> new ArrayList<>(1)).add(secret);
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
    if (secrets.isEmpty()) {
      return finding;
    }
    String message = clean(finding.message());
    boolean leaks = finding.fix().filter(this::writes).isPresent();
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

  private boolean writes(Fix fix) {
    for (Edit each : fix.edits()) {
      if (!clean(each.text()).equals(each.text())) {
        return true;
      }
    }
    return false;
  }

  /// A text without secrets, also where they overlap or are written as in JSON.
  String clean(String text) {
    var clean = new StringBuilder(text.length());
    int hidden = 0;
    for (int at = 0; at < text.length(); at++) {
      int end = secretEnd(text, at);
      if (end > hidden) {
        clean.append(at < hidden ? "" : SHOWN);
        hidden = end;
      }
      if (at >= hidden) {
        clean.append(text.charAt(at));
      }
    }
    return clean.toString();
  }

  /// Where the longest secret ends that begins here; 0 where none does.
  private int secretEnd(String text, int at) {
    int end = 0;
    if (at + SHORTEST <= text.length()) {
      for (String each : secrets.getOrDefault(text.substring(at, at + SHORTEST), List.of())) {
        end = text.startsWith(each, at) ? Math.max(end, at + each.length()) : end;
      }
    }
    return end;
  }
}
