package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.TextWidth;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// For people: each finding with its line, a mark under what is wrong and what to do, and a line
/// that sums up.
public final class Terminal implements ReportFormat {
  private static final String INDENT = "       ";
  private static final String MENDS = "(--fix does it)";

  @Override
  public String id() {
    return "native";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var paint = new Paint(options.colours());
    Set<String> explained = new HashSet<>();
    for (Linted linted : files) {
      for (Finding finding : linted.findings().stream().sorted(Terminal::order).toList()) {
        var text = new StringBuilder();
        title(linted, finding, options, paint, text);
        text.append(
            new Underlined(linted.source(), finding.span(), options.width())
                .text(paint, finding.level()));
        if (explained.add(finding.id())) {
          advice(finding, options).ifPresent(how -> wrap(INDENT, how, options.width(), text));
        } else if (mendable(finding)) {
          text.append(INDENT).append(MENDS).append('\n');
        }
        out.write(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    out.write((Summary.of(files, paint) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void title(
      Linted linted, Finding finding, ReportOptions options, Paint paint, StringBuilder text) {
    String place =
        "%s:%d:%d"
            .formatted(
                line(options.shown(linted)),
                finding.span().start().line(),
                finding.span().start().column());
    List<String> ids = new ArrayList<>(List.of(finding.id()));
    ids.addAll(finding.aliases());
    String id = "[" + String.join(",", ids) + "]";
    var plain = new StringBuilder();
    wrap(
        place + " " + finding.level().id() + ": ",
        line(finding.message()) + " " + id,
        options.width(),
        plain);
    int level = place.length() + 1;
    int message = level + finding.level().id().length();
    int end = plain.length() - id.length() - 1;
    text.append(paint.bold(place)).append(' ');
    text.append(paint.level(finding.level(), finding.level().id()));
    text.append(plain, message, end).append(paint.faint(id)).append('\n');
  }

  /// What to do, told once for each rule.
  private static Optional<String> advice(Finding finding, ReportOptions options) {
    Optional<String> how =
        options.rules().apply(finding.id()).map(RuleInfo::how).filter(each -> !each.isEmpty());
    if (!mendable(finding)) {
      return how.or(() -> finding.fix().map(Fix::what));
    }
    return Optional.of(how.orElseGet(() -> finding.fix().map(Fix::what).orElse("")) + " " + MENDS);
  }

  /// As one reads, the worst first where several begin at one place.
  private static int order(Finding one, Finding other) {
    int place = one.span().start().compareTo(other.span().start());
    int level = place == 0 ? one.level().compareTo(other.level()) : place;
    return level == 0 ? one.id().compareTo(other.id()) : level;
  }

  private static boolean mendable(Finding finding) {
    return finding.fix().filter(Fix::safe).isPresent();
  }

  private static String line(String text) {
    return Plain.lines(text).replace('\n', ' ').replace('\t', ' ');
  }

  /// Breaks a sentence at blanks where the terminal ends; further lines are indented.
  ///
  /// @param width of the terminal, or 0 where lines have no end
  private static void wrap(String title, String sentence, int width, StringBuilder text) {
    int room = width == 0 ? Integer.MAX_VALUE : Math.max(40, width);
    text.append(title);
    int column = TextWidth.of(title);
    boolean fresh = true;
    for (String word : sentence.split(" ", -1)) {
      int wide = TextWidth.of(word);
      if (!fresh && column + 1 + wide > room) {
        text.append('\n').append(INDENT);
        column = INDENT.length();
        fresh = true;
      }
      text.append(fresh ? "" : " ").append(word);
      column += wide + (fresh ? 0 : 1);
      fresh = false;
    }
    text.append('\n');
  }
}
