package dev.landwaiter.cli.command.registry;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.Credentials;
import dev.landwaiter.cli.command.network.LoginPlaces;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.SignIn;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Checks a user name and a password at a registry and keeps them where Docker does.
public final class RegistryLoginCommand implements Command {
  @Override
  public String name() {
    return "registry login";
  }

  @Override
  public List<String> aliases() {
    return List.of("login");
  }

  @Override
  public String summary() {
    return "Log in to a registry, and keep the login where Docker does";
  }

  @Override
  public String usage() {
    return "[flags] REGISTRY";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "With the password from a file",
            "registry login --username anna --password-stdin registry.example.com < password.txt"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(RegistryFlags.LOGIN_GROUP, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("registry login wants exactly one registry");
    }
    String host = RegistryName.parse(invocation.arguments().getFirst());
    if (invocation.values().flag(GlobalFlags.OFFLINE)) {
      throw new UsageException("registry login asks the registry, which --offline forbids");
    }
    Login.Password login = login(invocation);
    SignIn.Result result =
        new SignIn(RegistryAccess.as(invocation, Logins.NONE)).check(host, login);
    String kept = LoginPlaces.store(invocation).keep(host, result.login());
    if (!result.wanted()) {
      invocation
          .log()
          .warn(host + " lets everybody in: whether it knows this login is not certain");
    }
    String what = result.login() instanceof Login.Identity ? "an identity token" : "the login";
    invocation
        .log()
        .info("logged in to %s as %s; %s is kept in %s".formatted(host, login.user(), what, kept));
    return 0;
  }

  private static Login.Password login(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String user = values.text(RegistryFlags.USERNAME);
    String password = values.text(RegistryFlags.PASSWORD);
    boolean piped = values.flag(RegistryFlags.PASSWORD_STDIN);
    if (piped && !password.isEmpty()) {
      throw new UsageException("--password and --password-stdin exclude each other");
    }
    if (values.onLine(RegistryFlags.PASSWORD)) {
      invocation
          .log()
          .warn("a password on the command line can be read by others; use --password-stdin");
    }
    Login.Password login =
        piped || !password.isEmpty()
            ? new Login.Password(user, piped ? Credentials.fromStdin(invocation) : password)
            : ask(invocation.world().terminal().prompt(), user);
    if (login.user().isEmpty() || login.password().isEmpty() || login.user().contains(":")) {
      throw new UsageException(
          "registry login wants a user name without ':' and a password, neither of them empty");
    }
    return login;
  }

  private static Login.Password ask(World.Prompt prompt, String given) throws UsageException {
    Optional<String> user = given.isEmpty() ? prompt.ask("User name: ", false) : Optional.of(given);
    Optional<String> password = user.flatMap(name -> prompt.ask("Password: ", true));
    if (password.isEmpty()) {
      throw new UsageException(
          "registry login wants --username and --password-stdin where no terminal can ask for"
              + " them");
    }
    return new Login.Password(user.orElseThrow().strip(), password.get());
  }
}
