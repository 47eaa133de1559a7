package dev.landwaiter.dockerfile.shell.check;

import dev.landwaiter.dockerfile.pragma.PragmaReader;
import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.shell.setting.ShellSetting;
import dev.landwaiter.dockerfile.shell.setting.ShellSettings;
import dev.landwaiter.dockerfile.shell.view.RunText;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scripts of a file: those of RUN in shell form whose shell ShellCheck knows.
final class Scripts {
  /// What the classic linter lets a document begin with.
  private static final List<String> CLASSIC_INTERPRETERS =
      List.of(
          "#!/bin/sh",
          "#!/bin/bash",
          "#!/bin/ksh",
          "#!/usr/bin/env sh",
          "#!/usr/bin/env bash",
          "#!/usr/bin/env ksh");

  private final boolean classic;
  private final ShellSettings settings;
  private final List<Script> scripts = new ArrayList<>();

  private Scripts(Dockerfile file, List<Instruction> instructions, boolean classic) {
    this.classic = classic;
    this.settings = ShellSettings.of(instructions, PragmaReader.all(file.comments()));
  }

  /// The scripts in file order.
  ///
  /// @param classic whether they are just those of the classic linter, whatever ShellCheck makes of
  ///   them
  static List<Script> of(Dockerfile file, List<Instruction> instructions, boolean classic) {
    var scripts = new Scripts(file, instructions, classic);
    for (Instruction each : instructions) {
      Instruction inner = each instanceof Instruction.Onbuild on ? on.trigger() : each;
      if (inner instanceof Instruction.Run run && run.command() instanceof CommandLine.Shell) {
        scripts.add(run);
      }
    }
    return scripts.scripts;
  }

  private void add(Instruction.Run run) {
    ShellSetting setting = settings.of(run);
    MappedText text = classic ? RunText.classic(run) : RunText.whole(run);
    if (text.toString().isBlank()) {
      return;
    }
    Optional<String> first =
        classic ? classicFirst(setting, text.toString()) : first(setting, text.toString());
    first.ifPresent(shell -> {
      var header = new StringBuilder("#!").append(shell).append('\n');
      int lines = 1;
      for (String name : setting.names()) {
        if (classic || isName(name)) {
          header.append("export ").append(name).append("=1\n");
          lines++;
        }
      }
      scripts.add(new Script(run, header.toString(), lines, text));
    });
  }

  private static Optional<String> classicFirst(ShellSetting setting, String text) {
    boolean other =
        text.startsWith("#!") && CLASSIC_INTERPRETERS.stream().noneMatch(text::startsWith);
    return setting.windows() || other ? Optional.empty() : Optional.of(setting.program());
  }

  /// The shell under a name that ShellCheck knows.
  private static Optional<String> first(ShellSetting setting, String text) {
    Optional<Dialect> dialect =
        text.startsWith("#!") ? ShellSetting.interpreter(text) : setting.dialect();
    String program = text.startsWith("#!") ? "" : setting.program();
    return dialect.flatMap(each ->
        switch (each) {
          case POSIX -> Optional.of(program.endsWith("dash") ? "/bin/dash" : "/bin/sh");
          case BASH -> Optional.of("/bin/bash");
          case KSH -> Optional.of("/bin/ksh");
          case ZSH -> Optional.empty();
        });
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
