package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.ReportOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// For people: each finding with its line, a mark under what is wrong and what to do, and a line
/// that sums up.
public final class Terminal implements ReportFormat {
  private static final String INDENT = "       ";

  @Override
  public String id() {
    return "native";
  }

  @Override
  public void write(List<Linted> files, ReportOptions options, OutputStream out)
      throws IOException {
    var paint = new Paint(options.colours());
    for (Linted linted : files) {
      for (Finding finding : linted.findings()) {
        String block = block(linted, finding, options, paint);
        out.write(block.getBytes(StandardCharsets.UTF_8));
      }
    }
    out.write((summary(files, paint) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String block(Linted linted, Finding finding, ReportOptions options, Paint paint) {
    var text = new StringBuilder();
    String place =
        "%s:%d:%d"
            .formatted(
                Plain.lines(options.shown(linted)).replace('\n', ' '),
                finding.span().start().line(),
                finding.span().start().column());
    text.append(paint.bold(place)).append(' ');
    text.append(paint.level(finding.level(), finding.level().id())).append(": ");
    text.append(Plain.lines(finding.message()).replace('\n', ' '));
    text.append(' ').append(paint.faint("[" + ids(finding) + "]")).append('\n');
    text.append(
        new Underlined(linted.source(), finding.span(), options.width())
            .text(paint, finding.level()));
    int room = options.width() == 0 ? Integer.MAX_VALUE : options.width();
    options
        .rules()
        .apply(finding.id())
        .map(RuleInfo::how)
        .filter(how -> !how.isEmpty())
        .ifPresent(how -> wrap("do: ", how, room, text));
    finding
        .fix()
        .ifPresent(fix -> wrap(fix.safe() ? "--fix: " : "could be: ", fix.what(), room, text));
    return text.append('\n').toString();
  }

  private static String ids(Finding finding) {
    List<String> ids = new ArrayList<>(List.of(finding.id()));
    ids.addAll(finding.aliases());
    return String.join(", ", ids);
  }

  /// Breaks a sentence at blanks where the terminal ends.
  private static void wrap(String title, String sentence, int room, StringBuilder text) {
    String indent = INDENT + " ".repeat(title.length());
    var line = new StringBuilder(INDENT).append(title);
    boolean fresh = true;
    for (String word : Plain.lines(sentence).replace('\n', ' ').split(" ", -1)) {
      if (!fresh && Columns.width(line.toString()) + 1 + Columns.width(word) > room) {
        text.append(line).append('\n');
        line.setLength(0);
        line.append(indent);
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    text.append(line).append('\n');
  }

  private static String summary(List<Linted> files, Paint paint) {
    List<Finding> all = files.stream().flatMap(each -> each.findings().stream()).toList();
    String where = files.size() == 1 ? "1 file" : files.size() + " files";
    int hidden = files.stream().mapToInt(each -> each.hidden().size()).sum();
    String ignored = hidden == 0 ? "" : "; " + hidden + " ignored";
    if (all.isEmpty()) {
      return paint.good("Nothing found in " + where) + ignored;
    }
    List<String> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      long count = all.stream().filter(each -> each.level() == level).count();
      if (count > 0) {
        counts.add(paint.level(level, count + " " + plural(level, count)));
      }
    }
    long fixes = all.stream().filter(each -> each.fix().filter(f -> f.safe()).isPresent()).count();
    String found = all.size() == 1 ? "1 finding" : all.size() + " findings";
    return paint.bold(found)
        + " in "
        + where
        + ": "
        + String.join(", ", counts)
        + ignored
        + (fixes == 0 ? "" : "; --fix mends " + fixes);
  }

  private static String plural(Level level, long count) {
    return switch (level) {
      case ERROR, WARNING -> level.id() + (count == 1 ? "" : "s");
      case INFO, STYLE, IGNORE -> level.id();
    };
  }
}
