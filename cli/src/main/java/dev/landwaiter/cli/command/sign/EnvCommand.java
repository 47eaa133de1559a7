package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Prints the environment variables that signing and verification look at.
public final class EnvCommand extends CosignCommand {
  private static final Flag DESCRIPTIONS =
      Flag.toggle("show-descriptions", "tell what each variable is for").standard("true");
  private static final Flag SECRETS =
      Flag.toggle("show-sensitive-values", "show passwords, PINs and tokens too");

  private static final String HIDDEN = "******";

  /// Prefixes of what is printed though no command is known to look at it.
  private static final List<String> OURS = List.of("COSIGN_", "SIGSTORE_", "TUF_");

  /// @param cosign whether it answers as cosign does
  public EnvCommand(boolean cosign) {
    super(
        cosign, "env", "Print the environment variables about signing and verification", "[flags]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", DESCRIPTIONS, SECRETS));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    boolean described = invocation.values().flag(DESCRIPTIONS);
    boolean open = invocation.values().flag(SECRETS);
    Map<String, String> environment = invocation.world().environment();
    var text = new StringBuilder();
    Set<String> known = new TreeSet<>();
    for (EnvVariable each : EnvVariable.ALL) {
      known.add(each.name());
      if (described) {
        text.append("# %s %s\n# Expects: %s\n".formatted(each.name(), each.about(), each.value()));
      }
      text.append(line(each.name(), environment.getOrDefault(each.name(), ""), open));
    }
    Map<String, String> more = new TreeMap<>();
    environment.forEach((name, value) -> {
      if (!known.contains(name) && OURS.stream().anyMatch(name::startsWith)) {
        more.put(name, value);
      }
    });
    if (described && !more.isEmpty()) {
      text.append("# Values of flags, or variables that nothing here looks at\n");
    }
    more.forEach((name, value) -> text.append(line(name, value, open)));
    print(invocation, text.toString());
    return 0;
  }

  private static String line(String name, String value, boolean open) {
    boolean secret = EnvVariable.isSecret(name) || value.contains("pin-value=");
    boolean hidden = !open && !value.isEmpty() && secret;
    return name + "=" + (hidden ? HIDDEN : value) + "\n";
  }
}
