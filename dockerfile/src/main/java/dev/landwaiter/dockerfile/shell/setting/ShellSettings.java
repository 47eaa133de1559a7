package dev.landwaiter.dockerfile.shell.setting;

import dev.landwaiter.dockerfile.pragma.Pragma;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The settings of all RUNs of a file, those that ONBUILD postpones included.
///
/// A stage that is built from an earlier one goes on with its shell and its names; triggers of
/// ONBUILD see only what other triggers set.
public final class ShellSettings {
  private static final String DEFAULT = "/bin/sh -c";

  private final IdentityHashMap<Instruction, ShellSetting> settings = new IdentityHashMap<>();

  private ShellSettings() {}

  /// Goes through a file.
  ///
  /// @param pragmas of the file; those that name a shell count
  public static ShellSettings of(List<Instruction> instructions, List<Pragma> pragmas) {
    List<Pragma> shells =
        pragmas.stream().filter(each -> each.kind() == Pragma.Kind.SHELL).toList();
    var settings = new ShellSettings();
    settings.new Pass(shells).all(instructions);
    var triggers = new ArrayList<Instruction>();
    for (Instruction each : instructions) {
      if (each instanceof Instruction.Onbuild onbuild) {
        triggers.add(onbuild.trigger());
      }
    }
    if (!triggers.isEmpty()) {
      settings.new Pass(List.of()).all(triggers);
    }
    return settings;
  }

  /// The setting of a RUN of this file.
  public ShellSetting of(Instruction.Run run) {
    ShellSetting known = settings.get(run);
    return known == null ? new ShellSetting(DEFAULT, List.of()) : known;
  }

  /// One way through a file.
  private final class Pass {
    private final List<Pragma> pragmas;
    private final Map<String, State> stages = new HashMap<>();
    private String start = DEFAULT;
    private State state = new State(DEFAULT, new ArrayList<>());
    private boolean begun;
    private int next;

    Pass(List<Pragma> pragmas) {
      this.pragmas = pragmas;
    }

    void all(List<Instruction> instructions) {
      for (Instruction each : instructions) {
        pragmas(each.line());
        see(each);
      }
    }

    private void pragmas(int line) {
      while (next < pragmas.size() && pragmas.get(next).line() < line) {
        String shell = pragmas.get(next++).ids().getFirst();
        state.shell = shell;
        if (!begun) {
          start = shell;
        }
      }
    }

    private void see(Instruction instruction) {
      switch (instruction) {
        case Instruction.From from -> from(from);
        case Instruction.Arg arg ->
            arg.arguments().forEach(each -> state.names.add(each.name().text()));
        case Instruction.Env env -> env.pairs().forEach(each -> state.names.add(each.key().text()));
        case Instruction.Shell shell -> state.shell = words(shell.command());
        case Instruction.Run run -> settings.put(run, new ShellSetting(state.shell, state.names));
        default -> {}
      }
    }

    private void from(Instruction.From from) {
      begun = true;
      State base = stages.get(from.image().text().toLowerCase(Locale.ROOT));
      state =
          base == null
              ? new State(start, new ArrayList<>())
              : new State(base.shell, new ArrayList<>(base.names));
      from.name().ifPresent(each -> stages.put(each.text().toLowerCase(Locale.ROOT), state));
    }
  }

  /// Of one stage.
  private static final class State {
    String shell;
    final List<String> names;

    State(String shell, List<String> names) {
      this.shell = shell;
      this.names = names;
    }
  }

  private static String words(CommandLine command) {
    return switch (command) {
      case CommandLine.Exec exec ->
          String.join(" ", exec.words().stream().map(Word::text).toList());
      case CommandLine.Shell shell -> shell.text().toString();
    };
  }
}
