package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tells the version in the lines that scripts know from gator.
public final class GatorVersionCommand implements Command {
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
    String text =
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
            .formatted(Version.beside(Version.GATOR));
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
