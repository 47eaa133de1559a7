package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.type.Capabilities;
import dev.landwaiter.rego.type.CapabilitiesJson;
import dev.landwaiter.rego.type.Versions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Tells which functions, keywords and features a version offers.
public final class CapabilitiesCommand extends RegoCommand {
  private static final Flag CURRENT = Flag.toggle("current", "those of this program");
  private static final Flag VERSION = Flag.text("version", "those of a version, such as v1.0.0");
  private static final Flag FILE = Flag.text("file", "those that a file holds");

  /// @param prefix of its name, such as `rego `
  public CapabilitiesCommand(String prefix) {
    super(
        prefix,
        "capabilities",
        "Tell which functions and keywords there are; without a flag, list the versions known",
        "[flags]");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Capabilities Flags", CURRENT, VERSION, FILE, RegoFlags.V0, GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    var output = new Output(invocation);
    if (!invocation.values().isSet(CURRENT)
        && !invocation.values().isSet(VERSION)
        && !invocation.values().isSet(FILE)) {
      output.out(String.join("\n", Versions.all()) + "\n");
      return 0;
    }
    try {
      Optional<Capabilities> found = asked(invocation);
      if (found.isPresent()) {
        output.json(CapabilitiesJson.of(found.get()));
        return 0;
      }
      return nothing(
          invocation, output, "there is no such version; see capabilities for those known");
    } catch (LoadException e) {
      return nothing(invocation, output, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<Capabilities> asked(Invocation invocation)
      throws UsageException, LoadException {
    if (invocation.values().flag(CURRENT)) {
      RegoVersion version = Language.version(invocation);
      return Optional.of(Capabilities.current(version, Language.declarations()));
    }
    String file = invocation.values().text(FILE);
    return file.isEmpty()
        ? Versions.of(invocation.values().text(VERSION), Language.declarations())
        : Optional.of(Language.file(invocation, file));
  }

  /// The original says nothing at all.
  private static int nothing(Invocation invocation, Output output, String why) {
    if (!invocation.dialect().cobra()) {
      output.err("landwaiter: error: " + why);
    }
    return 1;
  }
}
