package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// One stage as the advice sees it.
///
/// @param parent the stage it is built on, where that is one of this file
/// @param base the image at the end of that chain
/// @param body its instructions behind FROM
/// @param ran commands of its RUN instructions, in order
public record Stage(
    int index,
    Instruction.From from,
    Optional<Stage> parent,
    BaseImage base,
    List<Instruction> body,
    List<Ran> ran) {
  /// The name it was given, or its number.
  public String name() {
    return from.name().map(Object::toString).orElse(Integer.toString(index));
  }

  /// This stage's instructions of one kind, those of the stages below it first.
  <T extends Instruction> List<T> all(Class<T> kind) {
    return Stream.concat(
            parent.stream().flatMap(each -> each.all(kind).stream()),
            body.stream().filter(kind::isInstance).map(kind::cast))
        .toList();
  }

  <T extends Instruction> Optional<T> last(Class<T> kind) {
    List<T> all = all(kind);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  boolean runs(Predicate<Command> test) {
    return ran.stream().anyMatch(each -> test.test(each.command()));
  }

  Optional<Ran> firstRun(Predicate<Command> test) {
    return ran.stream().filter(each -> test.test(each.command())).findFirst();
  }
}
