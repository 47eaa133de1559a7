package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where compilers put what they made, and the plan for one compiled file.
final class Outputs {
  private Outputs() {}

  /// The word behind an option, or what is attached to it.
  static Optional<String> of(Command command, String option) {
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.equals(option) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1).text());
      }
      if (text.startsWith(option + "=")) {
        return Optional.of(text.substring(option.length() + 1));
      }
      if (option.length() == 2 && text.startsWith(option) && text.length() > 2) {
        return Optional.of(text.substring(2));
      }
    }
    return Optional.empty();
  }

  /// The plan for a program that is one file.
  static Planned plan(Stage stage, Needs needs, String path, String base, List<String> prepare) {
    if (!Paths.isPlain(path)) {
      return new Planned.Refused("the path of the program is not plain: " + path);
    }
    if (needs.entry().isEmpty()) {
      return new Planned.Refused("there is no ENTRYPOINT or CMD, so what runs is not known");
    }
    if (!needs.entry().shell().isEmpty()) {
      return new Planned.Refused("the small base has no shell: " + needs.entry().shell());
    }
    String program = needs.entry().program();
    boolean same =
        Paths.resolve(Paths.workdir(stage), program).equals(path)
            || (!program.contains("/") && Paths.name(path).equals(program));
    if (!same) {
      return new Planned.Refused(
          "what is built (`%s`) and what is started (`%s`) do not meet".formatted(path, program));
    }
    String target = "/" + Paths.name(path);
    var entry = new ArrayList<>(needs.entry().words());
    entry.set(0, target);
    return new Planned.Split(
        new Plan(
            prepare,
            List.of(),
            base,
            List.of("COPY --from=%s %s %s".formatted(Rewriter.BUILD, path, target)),
            List.of(),
            entry,
            "",
            user(needs),
            List.of(
                "files the program reads while it runs, such as templates, have to be copied too")));
  }

  /// The user by number: the file's own where it is one, else that of the base.
  static String user(Needs needs) {
    return needs
        .user()
        .filter(each ->
            !each.isEmpty() && each.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ':'))
        .filter(each -> !each.equals("0") && !each.startsWith("0:"))
        .orElse(Bases.NONROOT);
  }
}
