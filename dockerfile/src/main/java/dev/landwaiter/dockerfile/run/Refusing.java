package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.stage.Refusal;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why the builder would refuse a file in every build: what reading it tells, and what comes up
/// when the stages are put together.
///
/// What depends on variables is left away, for other values may be given to the build.
final class Refusing {
  private Refusing() {}

  /// At most one of an instruction beyond those of reading, in the order of the file.
  ///
  /// @param found what rules found; some of them tell the same
  static List<Trouble> of(Dockerfile file, List<Refusal> refusals, List<Finding> found) {
    List<Trouble> read = withoutEchoes(file);
    if (refusals.isEmpty()) {
      return read;
    }
    List<Trouble> troubles = new ArrayList<>(read);
    Set<Integer> told = new HashSet<>();
    file.troubles().forEach(each -> told.add(first(file, each)));
    found.stream().filter(Refusing::same).forEach(each -> told.add(each.line()));
    for (Refusal each : refusals) {
      if (sure(file, each.trouble()) && told.add(first(file, each.trouble()))) {
        troubles.add(each.trouble());
      }
    }
    troubles.sort((a, b) -> a.span().start().compareTo(b.span().start()));
    return troubles;
  }

  /// Whether a rule looks for what the builder refuses: a port that there is not, a stage that
  /// copies from itself.
  private static boolean same(Finding finding) {
    return finding.id().equals("DL3011") || finding.id().equals("DL3023");
  }

  /// Of lines behind each other that do not even look like instructions, as in templates, only the
  /// first is told.
  private static List<Trouble> withoutEchoes(Dockerfile file) {
    if (file.troubles().size() < 2) {
      return file.troubles();
    }
    Set<Span> echoes = new HashSet<>();
    boolean before = false;
    Set<Span> places = new HashSet<>();
    file.troubles().forEach(each -> places.add(each.span()));
    for (Instruction each : file.instructions()) {
      Span keyword = each.statement().keyword().span();
      boolean unknown = each instanceof Instruction.Broken && places.contains(keyword);
      if (unknown && before && !looksMeant(each.statement().keyword().text())) {
        echoes.add(keyword);
      }
      before = unknown;
    }
    return file.troubles().stream().filter(each -> !echoes.contains(each.span())).toList();
  }

  private static boolean looksMeant(String keyword) {
    return keyword.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static int first(Dockerfile file, Trouble trouble) {
    return Found.at(file.instructions(), trouble.line()).map(Instruction::line).orElse(0);
  }

  private static boolean sure(Dockerfile file, Trouble trouble) {
    Optional<Instruction> at = Found.at(file.instructions(), trouble.line());
    return at.isEmpty() || at.get().statement().line().toString().indexOf('$') < 0;
  }
}
