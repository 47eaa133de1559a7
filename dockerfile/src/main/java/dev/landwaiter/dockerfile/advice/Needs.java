package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the final image asks of its base while it runs.
///
/// @param entry what is started
/// @param probe the program HEALTHCHECK calls, where it calls one
/// @param libraries packages of the distribution that are neither for building nor data
/// @param user the user it runs as, where it says one
/// @param files whether it copies anything in
record Needs(
    Entry entry,
    Optional<String> probe,
    List<String> libraries,
    Optional<String> user,
    boolean files) {
  static Needs of(Stage stage) {
    Set<String> libraries = new LinkedHashSet<>();
    var chain = new ArrayList<Stage>();
    for (Optional<Stage> at = Optional.of(stage); at.isPresent(); at = at.get().parent()) {
      chain.addFirst(at.get());
    }
    for (Stage each : chain) {
      for (Ran ran : each.ran()) {
        Install.of(ran.command())
            .filter(Install::ofSystem)
            .ifPresent(install ->
                install.names().stream()
                    .filter(name -> !BuildTools.builds(name) && !BuildTools.assists(name))
                    .filter(name -> !BuildTools.isData(name) && !name.contains("$"))
                    .filter(name -> !name.contains("python3") && !name.contains("nodejs"))
                    .forEach(libraries::add));
      }
    }
    return new Needs(
        Entry.of(stage),
        stage
            .last(Instruction.Healthcheck.class)
            .flatMap(Instruction.Healthcheck::command)
            .map(Needs::program),
        List.copyOf(libraries),
        stage.last(Instruction.User.class).map(each -> each.user().unquoted()),
        !stage.all(Instruction.Copy.class).isEmpty()
            || !stage.all(Instruction.Add.class).isEmpty());
  }

  private static String program(CommandLine line) {
    return switch (line) {
      case CommandLine.Exec exec -> exec.words().isEmpty() ? "" : exec.words().getFirst().text();
      case CommandLine.Shell shell -> {
        String text = shell.text().toString().strip();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
          end++;
        }
        yield text.substring(0, end);
      }
    };
  }
}
