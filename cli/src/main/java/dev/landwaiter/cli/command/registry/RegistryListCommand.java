package dev.landwaiter.cli.command.registry;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import java.io.IOException;
import java.util.List;

/// Lists the repositories of a registry, or the tags of a repository.
public final class RegistryListCommand implements Command {
  @Override
  public String name() {
    return "registry ls";
  }

  @Override
  public String summary() {
    return "List the repositories of a registry, or the tags of a repository";
  }

  @Override
  public String usage() {
    return "[flags] HOST[/REPOSITORY]";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("List the repositories of a registry", "registry ls registry.example:5000"),
        new Example("List the tags of a repository", "registry ls registry.example:5000/team/app"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(RegistryFlags.GROUP, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Answers.requireArguments(
        invocation, 1, "registry ls wants one argument, a host or a host with a repository");
    String argument = invocation.arguments().getFirst();
    String last = argument.substring(argument.lastIndexOf('/') + 1);
    boolean host = isHost(argument);
    if (!host && (last.contains(":") || last.contains("@"))) {
      throw new UsageException("registry ls wants a repository without tag and digest");
    }
    Answers.requireOnline(invocation);
    var registry = new Registry(RegistryAccess.of(invocation), Limits.STANDARD);
    var text = new StringBuilder();
    for (String name : host ? registry.repositories(bare(argument)) : tags(registry, argument)) {
      text.append(name.replace('\n', ' ')).append('\n');
    }
    Answers.text(invocation, text.toString());
    return 0;
  }

  private static List<String> tags(Registry registry, String argument) throws IOException {
    try (var repository = registry.repository(Reference.parse(argument), Purpose.PULL)) {
      return repository.tags();
    }
  }

  private static boolean isHost(String argument) {
    String bare = bare(argument);
    boolean looksSo = bare.contains(".") || bare.contains(":") || bare.equals("localhost");
    return looksSo && !bare.contains("/");
  }

  private static String bare(String argument) {
    return argument.endsWith("/") ? argument.substring(0, argument.length() - 1) : argument;
  }
}
