package dev.landwaiter.dockerfile.shell.check;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Findings of ShellCheck about the shell text of files, under the ids `SC1000` and on.
public final class ShellCheck {
  /// The order of ShellCheck itself.
  private static final Comparator<Remark> ORDER =
      Comparator.comparingInt(Remark::script)
          .thenComparing(each -> each.place().start())
          .thenComparing(Remark::level)
          .thenComparingInt(Remark::code);

  private final ShellChecker checker;
  private final boolean classic;

  /// Findings as the classic linter has them or, better, all of them.
  ///
  /// @param classic whether only the last finding of each RUN is reported
  public ShellCheck(ShellChecker checker, boolean classic) {
    this.checker = checker;
    this.classic = classic;
  }

  /// The findings in one file.
  ///
  /// @param instructions as the profile reads them
  public List<Finding> of(Dockerfile file, List<Instruction> instructions) {
    List<Script> scripts = Scripts.of(file, instructions, classic);
    if (scripts.isEmpty()) {
      return List.of();
    }
    List<Remark> remarks =
        checker.check(scripts.stream().map(Script::whole).toList()).stream()
            .filter(each -> each.script() >= 0 && each.script() < scripts.size())
            .sorted(ORDER)
            .toList();
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < remarks.size(); i++) {
      Remark each = remarks.get(i);
      boolean last = i + 1 == remarks.size() || remarks.get(i + 1).script() != each.script();
      if (last || !classic) {
        findings.add(finding(scripts.get(each.script()), each));
      }
    }
    return findings;
  }

  private static Finding finding(Script script, Remark remark) {
    return new Finding(
        "SC" + remark.code(),
        List.of(),
        remark.level(),
        script.run().line(),
        script.span(remark.place()),
        sentence(remark.message()),
        Optional.empty());
  }

  /// In one line, without a final stop.
  private static String sentence(String message) {
    var sentence = new StringBuilder(message.length());
    message
        .codePoints()
        .map(each -> Character.isISOControl(each) ? ' ' : each)
        .forEach(sentence::appendCodePoint);
    String text = sentence.toString().strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
