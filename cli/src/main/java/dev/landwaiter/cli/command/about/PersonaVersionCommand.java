package dev.landwaiter.cli.command.about;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells the version in the lines that scripts know from the program we stand in for; ours is told
/// beside it.
public final class PersonaVersionCommand implements Command {
  private final String text;

  private PersonaVersionCommand(String text) {
    this.text = text;
  }

  public static PersonaVersionCommand gator() {
    return new PersonaVersionCommand(
        """
         ::::::::      :::     :::::::::::  ::::::::  :::::::::
        :+:    :+:   :+: :+:       :+:     :+:    :+: :+:    :+:
        +:+         +:+   +:+      +:+     +:+    +:+ +:+    +:+
        :#:        +#++:++#++:     +#+     +#+    +:+ +#++:++#:
        +#+   +#+# +#+     +#+     +#+     +#+    +#+ +#+    +#+
        #+#    #+# #+#     #+#     #+#     #+#    #+# #+#    #+#
         ########  ###     ###     ###      ########  ###    ###
        gator: gator is a suite of authorship tools for Gatekeeper

        GitVersion:    %s
        GitCommit:     none
        GitTreeState:  none
        BuildDate:     none
        GoVersion:     none
        Compiler:      none
        Platform:      jvm

        """
            .formatted(Version.beside(Version.GATOR)));
  }

  /// That branch has no release yet, and says so.
  public static PersonaVersionCommand kubesec() {
    return new PersonaVersionCommand(
        """
        version %s
        git commit none
        build date none
        """
            .formatted(Version.beside(Version.KUBESEC)));
  }

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "Tell the version";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public boolean takesGlobalFlags() {
    return false;
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Flags", GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
