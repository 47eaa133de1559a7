package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Plain;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.TextWidth;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.RuleScore;
import dev.landwaiter.policy.score.RuleScore.Result;
import dev.landwaiter.policy.score.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Scores for people to read: each object with what took points, what gave them and what would.
public final class ScoreTable {
  private static final int LEAST_WIDTH = 80;
  private static final int USUAL_WIDTH = 110;

  private final StringBuilder text = new StringBuilder();
  private final int width;
  private final OptionalInt least;

  private ScoreTable(int width, OptionalInt least) {
    this.width = width;
    this.least = least;
  }

  /// The whole report.
  ///
  /// @param width of the terminal, or 0 when unknown
  /// @param least the score that is asked for, where one is
  public static String text(Scored scored, int width, OptionalInt least) {
    int columns = width == 0 ? USUAL_WIDTH : Math.max(LEAST_WIDTH, width);
    var table = new ScoreTable(columns, least);
    scored.objects().forEach(table::object);
    table.problems(scored);
    table.summary(scored);
    return Plain.lines(table.text.toString());
  }

  private void object(ObjectScore object) {
    List<String[]> rows = rows(object);
    if (rows.isEmpty() && object.problems().isEmpty() && object.pod().isEmpty()) {
      // A binding of roles that is as it should be.
      return;
    }
    Position start = object.manifest().start();
    text.append(object.manifest().file()).append(':').append(start.line());
    text.append("  ").append(object.name());
    if (object.guessed() || extraPod(object)) {
      text.append("  ").append(object.pod()).append(object.guessed() ? " (by its shape)" : "");
    }
    text.append("\n  score ").append(object.score());
    if (object.strict() != object.score()) {
      text.append(", ").append(object.strict()).append(" if every container has to comply");
    }
    least.ifPresent(wanted -> {
      if (!object.pod().isEmpty() && object.score() < wanted) {
        text.append(", below the ").append(wanted).append(" asked for");
      }
    });
    text.append('\n');
    if (!object.manifest().source().isEmpty()) {
      text.append("  made from ").append(object.manifest().source()).append('\n');
    }
    for (Problem problem : object.problems()) {
      String place = problem.position().map(at -> at.line() + ":" + at.column() + "  ").orElse("");
      text.append("  not valid: ").append(place).append(problem.message()).append('\n');
    }
    for (Problem note : object.notes()) {
      text.append("  note: ").append(note.message()).append('\n');
    }
    print(rows);
    text.append('\n');
  }

  private static List<String[]> rows(ObjectScore object) {
    List<String[]> rows = new ArrayList<>();
    rows(object, Result.LOST, "takes", rows);
    rows(object, Result.GAINED, "gives", rows);
    rows(object, Result.OPEN, "would give", rows);
    waived(object, rows);
    return rows;
  }

  /// Whether the pod stands where the kind does not already say.
  private static boolean extraPod(ObjectScore object) {
    return switch (object.pod()) {
      case "", "spec", "spec.template.spec", "spec.jobTemplate.spec.template.spec" -> false;
      default -> true;
    };
  }

  private static void rows(ObjectScore object, Result result, String word, List<String[]> rows) {
    String label = word;
    for (RuleScore rule : object.rules()) {
      if (rule.result() != result || rule.waiver().isPresent()) {
        continue;
      }
      int points = rule.rule().points();
      rows.add(
          new String[] {
            label,
            points > 0 ? "+" + points : Integer.toString(points),
            rule.rule().id(),
            place(rule),
            about(rule, object.containers().size())
          });
      label = "";
    }
  }

  private static void waived(ObjectScore object, List<String[]> rows) {
    String label = "waived";
    for (RuleScore rule : object.rules()) {
      Optional<Waiver> waiver = rule.waiver();
      if (waiver.isPresent() && rule.result() != Result.SPARED) {
        String reason = waiver.get().reason();
        String until = waiver.get().expires().map(at -> " (until " + at + ")").orElse("");
        rows.add(
            new String[] {
              label,
              "",
              rule.rule().id(),
              place(rule),
              (reason.isEmpty() ? "no reason is given" : reason) + until
            });
        label = "";
      }
    }
  }

  private static String place(RuleScore rule) {
    return rule.places().stream()
        .filter(place -> place.spot().state().counts() == (rule.result() != Result.OPEN))
        .findFirst()
        .map(place -> place.position().line() + ":" + place.position().column())
        .orElse("");
  }

  /// Why it counts, or which containers have what gives points.
  private static String about(RuleScore rule, int containers) {
    if (rule.result() != Result.GAINED || rule.places().size() < 2) {
      String names = rule.result() == Result.LOST ? names(rule, Spot.State.MATCHES) : "";
      return (names.isEmpty() || containers < 2 ? "" : names + ": ") + rule.rule().reason();
    }
    List<String> parts = new ArrayList<>();
    String matching = names(rule, Spot.State.MATCHES);
    String inheriting = names(rule, Spot.State.INHERITS);
    String missing = names(rule, Spot.State.MISSES);
    if (!matching.isEmpty()) {
      parts.add("has it: " + matching);
    }
    if (!inheriting.isEmpty()) {
      parts.add("inherits it: " + inheriting);
    }
    if (!missing.isEmpty()) {
      parts.add("lacks it: " + missing);
    }
    return String.join("; ", parts);
  }

  private static String names(RuleScore rule, Spot.State state) {
    List<String> names =
        rule.places().stream()
            .filter(place -> place.spot().state() == state)
            .map(place -> place.spot().container())
            .filter(name -> !name.isEmpty())
            .map(name -> name.substring(name.lastIndexOf(' ') + 1))
            .distinct()
            .toList();
    return String.join(", ", names);
  }

  private void print(List<String[]> rows) {
    int[] widths = new int[4];
    for (String[] row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TextWidth.of(row[i]));
      }
    }
    int left = 4 + widths[0] + widths[1] + widths[2] + widths[3] + 6;
    for (String[] row : rows) {
      text.append("  ").append(row[0]).repeat(" ", widths[0] - TextWidth.of(row[0]) + 2);
      text.repeat(" ", widths[1] - row[1].length()).append(row[1]).append("  ");
      text.append(row[2]).repeat(" ", widths[2] - TextWidth.of(row[2]) + 2);
      text.append(row[3]).repeat(" ", widths[3] - TextWidth.of(row[3]) + 2);
      wrapped(row[4], left);
    }
  }

  private void wrapped(String words, int left) {
    int column = 0;
    for (String word : words.split(" ", -1)) {
      int wide = TextWidth.of(word);
      if (column > 0 && left + column + 1 + wide > width) {
        text.append('\n').repeat(" ", left);
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += wide;
    }
    text.append('\n');
  }

  private void problems(Scored scored) {
    for (Problem problem : scored.lost()) {
      text.append("not judged: ").append(problem).append('\n');
    }
    for (Problem problem : scored.warnings()) {
      text.append("warning: ").append(problem).append('\n');
    }
    if (!scored.lost().isEmpty() || !scored.warnings().isEmpty()) {
      text.append('\n');
    }
  }

  private void summary(Scored scored) {
    List<String> parts = new ArrayList<>();
    int count = scored.objects().size();
    int lowest = scored.objects().stream().mapToInt(ObjectScore::score).min().orElse(0);
    parts.add(
        count + (count == 1 ? " object" : " objects") + " scored in " + files(scored.files()));
    if (count > 0) {
      parts.add("lowest score " + lowest);
    }
    least.ifPresent(wanted -> {
      long below =
          scored.objects().stream()
              .filter(each -> each.score() < (each.pod().isEmpty() ? Math.min(0, wanted) : wanted))
              .count();
      parts.add(below + " below " + wanted);
    });
    long invalid = scored.objects().stream().filter(each -> !each.problems().isEmpty()).count();
    if (invalid > 0) {
      parts.add(invalid + " not valid");
    }
    if (scored.others() > 0) {
      parts.add(scored.others() + " of other kinds, which no rule is about");
    }
    if (!scored.lost().isEmpty()) {
      parts.add(scored.lost().size() + " not judged");
    }
    if (scored.templates() > 0) {
      parts.add(scored.templates() + " with {{ }} of templates in them");
    }
    text.append(String.join(", ", parts)).append('\n');
  }

  private static String files(int files) {
    return files == 1 ? "1 file" : files + " files";
  }
}
