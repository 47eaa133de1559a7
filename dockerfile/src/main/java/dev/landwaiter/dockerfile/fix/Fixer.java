package dev.landwaiter.dockerfile.fix;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Applies the fixes of findings until there is nothing left to do.
///
/// In each round the worst findings come first, and fixes that touch one applied already wait for
/// the next round. After each change the file is judged again: a change counts only if what it
/// mends is gone and nothing worse came up that could not be mended; else it is taken back.
public final class Fixer {
  /// Rounds after which the file is left as it is: each mends at least one finding, but a file may
  /// have any number of them in one place.
  private static final int ROUNDS = 50;

  /// How often a file is judged at most, so that many bad fixes do not take long.
  private static final int CHECKS = 200;

  /// How many bytes are judged at most, all checks together: large files are checked less often.
  private static final long EFFORT = 8 << 20;

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::level)
          .thenComparing(each -> each.span().start())
          .thenComparing(Finding::id);

  private final Check check;
  private final Predicate<Finding> wanted;

  /// Applies the fixes that leave the image the same.
  public Fixer(Check check) {
    this(check, each -> each.fix().filter(Fix::safe).isPresent());
  }

  /// Applies the fixes of the wanted findings.
  public Fixer(Check check, Predicate<Finding> wanted) {
    this.check = check;
    this.wanted = wanted;
  }

  /// Mends a file.
  public Mended fix(byte[] content) {
    return new Run(content).mend();
  }

  /// One file being mended.
  private final class Run {
    private FileBytes content;
    private int checks;
    private long judged;
    private final Moves moves = new Moves();
    private final List<Repair> done = new ArrayList<>();

    Run(byte[] content) {
      this.content = new FileBytes(content);
    }

    Mended mend() {
      List<Finding> refused = List.of();
      Batch batch = start();
      for (int round = 0; round < ROUNDS; round++) {
        List<Finding> chosen = choose(batch);
        refused = new ArrayList<>();
        batch = accept(batch, chosen, refused);
        if (batch.fixed().isEmpty()) {
          break;
        }
        batch.fixed().forEach(each -> done.add(repair(each)));
        moves.add(batch.edits());
        content = batch.content();
        batch = new Batch(content, batch.findings());
      }
      return new Mended(
          content.bytes(), ordered(done), ordered(refused.stream().map(this::repair).toList()));
    }

    private Batch start() {
      return new Batch(content, judge(content));
    }

    private List<Finding> judge(FileBytes file) {
      checks++;
      judged += file.bytes().length;
      return check.of(file.bytes());
    }

    /// The fixes of this round: none touches another.
    private List<Finding> choose(Batch batch) {
      var fits = new Fits(content);
      return batch.findings().stream().filter(wanted).sorted(ORDER).filter(fits::add).toList();
    }

    /// Adds as many of these fixes as go well together with those of the batch.
    private Batch accept(Batch batch, List<Finding> more, List<Finding> refused) {
      if (more.isEmpty()) {
        return batch;
      }
      if (checks >= CHECKS || judged >= EFFORT) {
        refused.addAll(more);
        return batch;
      }
      FileBytes changed = batch.with(more);
      List<Finding> after = judge(changed);
      if (new Verdict(batch.findings(), after, wanted).better(more)) {
        return batch.and(more, changed, after);
      }
      if (more.size() == 1) {
        refused.add(more.getFirst());
        return batch;
      }
      int half = more.size() / 2;
      Batch first = accept(batch, more.subList(0, half), refused);
      return accept(first, more.subList(half, more.size()), refused);
    }

    private Repair repair(Finding finding) {
      return new Repair(
          finding, moves.before(finding.line()), finding.fix().map(Fix::what).orElse(""));
    }

    private static List<Repair> ordered(List<Repair> repairs) {
      return repairs.stream()
          .sorted(Comparator.comparingInt(Repair::line).thenComparing(each -> each.finding().id()))
          .toList();
    }
  }
}
