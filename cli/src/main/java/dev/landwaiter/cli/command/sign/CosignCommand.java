package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.NamedCommand;
import dev.landwaiter.cli.command.OutputFile;
import dev.landwaiter.cli.command.network.CosignAccess;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignRegistryFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the commands about signatures share. Each serves our own command line and that of cosign:
/// the same flags, but global flags, registry flags, reports and exit codes of their own.
abstract class CosignCommand extends NamedCommand {
  /// Our own exit codes.
  private static final int REFUSED = 1;

  private static final int TROUBLE = 2;
  private static final int USAGE = 64;

  private final boolean cosign;

  /// @param cosign whether it answers as cosign does
  CosignCommand(boolean cosign, String name, String summary, String usage) {
    super(name, summary, usage);
    this.cosign = cosign;
  }

  /// Its own flags, without the global ones; those of registries come from [#registryFlags].
  abstract List<FlagGroup> groups();

  /// Does the work; standard output may be a file by now.
  ///
  /// @throws RefusedException when something is refused: the exit code follows from its class
  abstract int work(Invocation invocation) throws UsageException, IOException;

  /// Whether it answers as cosign does.
  final boolean cosign() {
    return cosign;
  }

  /// The flags that say how registries are reached.
  final FlagGroup registryFlags() {
    return cosign ? CosignRegistryFlags.GROUP : RegistryFlags.GROUP;
  }

  /// How registries are reached, as the flags of [#registryFlags] say.
  final RegistryOptions registries(Invocation invocation) throws UsageException, IOException {
    return cosign ? CosignAccess.of(invocation) : RegistryAccess.of(invocation);
  }

  @Override
  public final boolean takesGlobalFlags() {
    return !cosign;
  }

  @Override
  public final List<FlagGroup> flags() {
    List<FlagGroup> groups = new ArrayList<>(groups());
    groups.add(cosign ? CosignFlags.GLOBAL : GlobalFlags.GROUP);
    return groups;
  }

  @Override
  public final int run(Invocation invocation) throws UsageException, IOException {
    if (!cosign) {
      try {
        return work(invocation);
      } catch (RefusedException e) {
        invocation.log().error(e.kind().id() + ": " + e.getMessage());
        return exitCode(e.kind());
      }
    }
    String file = invocation.values().text(CosignFlags.OUTPUT_FILE);
    if (file.isEmpty()) {
      return work(invocation);
    }
    var result = new ByteArrayOutputStream();
    World world = invocation.world();
    int code =
        work(
            new Invocation(
                world.withStdout(result),
                invocation.dialect(),
                invocation.values(),
                invocation.arguments(),
                invocation.log()));
    new OutputFile(world, file).write(result::writeTo);
    return code;
  }

  private static int exitCode(FailureClass kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case TRANSPORT -> TROUBLE;
      case PARSE,
          LIMIT,
          NOT_FOUND,
          TRUST_ROOT,
          LOG,
          TIME,
          CHAIN,
          SCT,
          IDENTITY,
          SIGNATURE,
          SUBJECT,
          PREDICATE,
          POLICY,
          REVOKED ->
          REFUSED;
    };
  }

  /// Tells trouble as cosign does, whose callers look for either line.
  static void complain(Invocation invocation, String message) {
    String told = Plain.lines(message);
    invocation.world().stderr().println("Error: " + told);
    invocation.world().stderr().println("error during command execution: " + told);
  }

  /// A path as the user wrote it, from the folder that he is in.
  static Path path(Invocation invocation, String written) {
    return invocation.world().folder().resolve(written);
  }

  /// Writes a result.
  static void print(Invocation invocation, String text) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    invocation.world().stdout().flush();
  }

  /// The only argument.
  ///
  /// @throws UsageException when there is none or more than one
  static String argument(Invocation invocation) throws UsageException {
    if (invocation.arguments().size() != 1) {
      throw new UsageException("one argument is wanted, not " + invocation.arguments().size());
    }
    return invocation.arguments().getFirst();
  }
}
