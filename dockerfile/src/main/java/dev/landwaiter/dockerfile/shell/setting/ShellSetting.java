package dev.landwaiter.dockerfile.shell.setting;

import dev.landwaiter.dockerfile.shell.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a RUN finds when it begins (reference: 10.1, 12).
public final class ShellSetting {
  private final String shell;

  /// Declared by ARG and ENV; those behind `count` come later.
  private final List<String> declared;

  private final int count;

  ShellSetting(String shell, List<String> declared) {
    this.shell = shell;
    this.declared = declared;
    this.count = declared.size();
  }

  /// The words of SHELL with blanks between them.
  public String shell() {
    return shell;
  }

  /// The program of the shell.
  public String program() {
    return first(shell);
  }

  /// The dialect of the shell; nothing where it is no shell of the usual kind.
  public Optional<Dialect> dialect() {
    return dialect(shell);
  }

  /// The dialect of a document that begins with `#!`: that of the program named there.
  public static Optional<Dialect> interpreter(String text) {
    int end = text.indexOf('\n');
    return dialect(text.substring(2, end < 0 ? text.length() : end));
  }

  private static Optional<Dialect> dialect(String words) {
    String rest = words.strip();
    String first = first(rest);
    if (!first.equals("env") && !first.endsWith("/env")) {
      return Dialect.of(first);
    }
    rest = rest.substring(first.length()).strip();
    while (rest.startsWith("-") || first(rest).contains("=")) {
      rest = rest.substring(first(rest).length()).strip();
    }
    return Dialect.of(first(rest));
  }

  private static String first(String words) {
    for (int i = 0; i < words.length(); i++) {
      if (Character.isWhitespace(words.charAt(i))) {
        return words.substring(0, i);
      }
    }
    return words;
  }

  /// Whether the words of SHELL speak of a shell of Windows.
  public boolean windows() {
    String lower = shell.toLowerCase(Locale.ROOT);
    return lower.contains("pwsh") || lower.contains("powershell") || lower.contains("cmd");
  }

  /// The names that ARG and ENV declare, and those that every build knows.
  public SortedSet<String> names() {
    var names = new TreeSet<>(declared.subList(0, count));
    for (String each : List.of("HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY")) {
      names.add(each);
      names.add(each.toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
