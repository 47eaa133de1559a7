package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.Assignment;
import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Reading;
import dev.landwaiter.dockerfile.shell.Script;
import dev.landwaiter.dockerfile.shell.ShellWord;
import dev.landwaiter.dockerfile.shell.parse.ShellReader;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through a script in the order it runs, with what is known of its variables.
final class Run {
  /// Scripts inside scripts, and programs behind programs, are followed so far.
  private static final int DEPTH = 8;

  /// More commands are not listed.
  private static final int COMMANDS = 100_000;

  private final MappedText source;
  private final Dialect dialect;
  private final int depth;
  private final Seen seen;
  private final Inside inside = new Inside(this::apart);
  private Variables variables;

  /// What is collected, nested scripts included.
  private static final class Seen {
    final List<Command> commands = new ArrayList<>();
    int count;
    boolean pipe;
    boolean pipefail;

    /// In how many conditions, where failures are expected, this is.
    int conditions;
  }

  Run(MappedText source, Dialect dialect, Variables variables) {
    this(source, dialect, variables, new Seen(), 0);
  }

  private Run(MappedText source, Dialect dialect, Variables variables, Seen seen, int depth) {
    this.source = source;
    this.dialect = dialect;
    this.variables = variables;
    this.seen = seen;
    this.depth = depth;
  }

  Commands commands() {
    return new Commands(seen.commands, seen.count, seen.pipe, true);
  }

  void script(Script script) {
    List<Script.Step> steps = script.steps();
    for (int i = 0; i < steps.size(); i++) {
      Script.Step step = steps.get(i);
      seen.pipe |=
          !seen.pipefail
              && seen.conditions == 0
              && Pipes.hide(step, steps.subList(i + 1, steps.size()));
      if (step.commands().size() > 1 || step.before() == Script.Connector.OR) {
        step.commands().forEach(this::perhaps);
      } else {
        step.commands().forEach(this::node);
      }
    }
  }

  /// Runs in a shell of its own: nothing it assigns is seen outside.
  private void apart(Script script) {
    Variables before = variables;
    variables = variables.copy();
    script(script);
    variables = before;
  }

  /// May run or not: what it assigns is not known afterwards.
  private void perhaps(Node node) {
    Variables before = variables;
    variables = variables.copy();
    node(node);
    before.forgetDifferences(variables);
    variables = before;
  }

  private void node(Node node) {
    switch (node) {
      case Node.Simple it -> simple(it);
      case Node.Test it -> inside.words(it.words());
      case Node.Compound it -> compound(it);
    }
    inside.redirections(node.redirections());
  }

  private void compound(Node.Compound compound) {
    inside.words(compound.words());
    switch (compound.kind()) {
      case GROUP -> compound.bodies().forEach(this::script);
      case SUBSHELL -> compound.bodies().forEach(this::apart);
      case FOR, SELECT -> {
        variables.set(compound.name(), only(compound.words()));
        compound.bodies().forEach(this::perhaps);
      }
      case IF, WHILE, UNTIL -> {
        List<Script> bodies = compound.bodies();
        for (int i = 0; i < bodies.size(); i++) {
          boolean condition = i % 2 == 0 && i + 1 < bodies.size();
          seen.conditions += condition ? 1 : 0;
          perhaps(bodies.get(i));
          seen.conditions -= condition ? 1 : 0;
        }
      }
      case CASE, FUNCTION, COPROCESS -> compound.bodies().forEach(this::perhaps);
    }
  }

  private Optional<String> only(List<ShellWord> words) {
    List<Item> items = Unfolding.of(source, variables, words);
    return items.size() == 1 && items.getFirst().known()
        ? Optional.of(items.getFirst().text())
        : Optional.empty();
  }

  private void perhaps(Script script) {
    Variables before = variables;
    variables = variables.copy();
    script(script);
    before.forgetDifferences(variables);
    variables = before;
  }

  /// The words of a program without a shell.
  void program(List<Item> items) {
    seen.count++;
    command(items, items.getLast().word().end(), 0);
  }

  private void simple(Node.Simple simple) {
    List<Item> items = Unfolding.of(source, variables, simple.words());
    if (!items.isEmpty()) {
      seen.count++;
      command(items, simple.end(), 0)
          .ifPresent(shell -> Nested.input(source, simple).ifPresent(text -> nested(shell, text)));
    }
    simple.assignments().forEach(inside::assignment);
    inside.words(simple.words());
    simple.settings().forEach(inside::assignment);
    if (simple.words().isEmpty()) {
      simple.assignments().forEach(this::assign);
    }
    simple.settings().forEach(this::assign);
    script(simple.timed());
  }

  /// Notes a command, and the one it runs; gives the shell that reads its script from its input.
  private Optional<String> command(List<Item> items, int end, int level) {
    Item first = items.getFirst();
    if (!first.known() || seen.commands.size() >= COMMANDS || level > DEPTH) {
      return Optional.empty();
    }
    String name = first.text().substring(first.text().lastIndexOf('/') + 1);
    seen.commands.add(
        new Command(
            name,
            Arguments.of(name, items.subList(1, items.size())),
            source.span(first.word().start(), Math.max(first.word().end(), end))));
    effects(name, items);
    int wrapped = Wrappers.wrapped(name, items);
    if (wrapped > 0) {
      return command(items.subList(wrapped, items.size()), end, level + 1);
    }
    if (name.equals("find")) {
      for (List<Item> each : Nested.executed(items)) {
        if (!each.isEmpty()) {
          command(each, each.getLast().word().end(), level + 1);
        }
      }
    }
    Optional<Nested.Inner> inner = Nested.script(name, items, variables);
    inner.ifPresent(it -> nested(name, it));
    return inner.isEmpty() && Nested.readsInput(name, items) ? Optional.of(name) : Optional.empty();
  }

  /// What built-in commands do to variables.
  private void effects(String name, List<Item> items) {
    switch (name) {
      case "unset", "read", "mapfile", "readarray", "getopts" ->
          items.subList(1, items.size()).forEach(each -> variables.forget(each.text()));
      case "set" -> seen.pipefail = Pipes.watched(items, seen.pipefail);
      default -> {}
    }
  }

  private void nested(String shell, Nested.Inner inner) {
    if (depth >= DEPTH) {
      return;
    }
    Dialect its = Dialect.of(shell).orElse(dialect);
    Reading reading = ShellReader.read(inner.text().toString(), its);
    boolean before = seen.pipefail;
    seen.pipefail = inner.pipefail();
    new Run(inner.text(), its, variables.copy(), seen, depth + 1).script(reading.script());
    seen.pipefail = before;
  }

  private void assign(Assignment assignment) {
    boolean plain = !assignment.append() && !assignment.array() && assignment.index().isEmpty();
    variables.set(
        assignment.name(),
        plain ? Unfolding.value(source, variables, assignment.value()) : Optional.empty());
  }
}
