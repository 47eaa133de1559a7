package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.CosignAccess;
import dev.landwaiter.cli.command.network.Credentials;
import dev.landwaiter.cli.command.network.LoginPlaces;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignRegistryFlags;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Login;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.SignIn;
import java.io.IOException;
import java.util.List;

/// Checks a login at a registry and keeps it where Docker does, behind cosign's flags.
public final class CosignLoginCommand extends CosignCommand {
  private static final Flag USERNAME = Flag.text("username", "user name").shorthand("u");
  private static final Flag PASSWORD =
      Flag.text("password", "password; standard input is safer").shorthand("p");
  private static final Flag PASSWORD_STDIN =
      Flag.toggle("password-stdin", "read the password from standard input");

  public CosignLoginCommand() {
    super(true, "login", "Log in to a registry, and keep the login where Docker does", "SERVER");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup("Login Flags", USERNAME, PASSWORD, PASSWORD_STDIN),
        new FlagGroup(
            "Registry Flags",
            CosignRegistryFlags.ALLOW_HTTP,
            CosignRegistryFlags.ALLOW_INSECURE,
            CosignRegistryFlags.CACERT,
            CosignRegistryFlags.CLIENT_CERT,
            CosignRegistryFlags.CLIENT_KEY));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String server = argument(invocation);
    Login.Password login = login(invocation);
    String host = host(server);
    SignIn.Result result = new SignIn(CosignAccess.as(invocation, Logins.NONE)).check(host, login);
    String kept = LoginPlaces.store(invocation).keep(host, result.login());
    if (!result.wanted()) {
      invocation
          .log()
          .warn(host + " lets everybody in: whether it knows this login is not certain");
    }
    invocation.log().info("logged in to %s; the login is kept in %s".formatted(host, kept));
    return 0;
  }

  private static Login.Password login(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    boolean piped = values.flag(PASSWORD_STDIN);
    // The variable of this name is the password of keys.
    String given = values.onLine(PASSWORD) ? values.text(PASSWORD) : "";
    if (piped && !given.isEmpty()) {
      throw new UsageException("--password and --password-stdin exclude each other");
    }
    String user = values.text(USERNAME);
    String password = piped ? Credentials.fromStdin(invocation) : given;
    if (user.isEmpty() || password.isEmpty() || user.contains(":")) {
      throw new UsageException(
          "login wants --username without ':' and --password-stdin, neither of them empty");
    }
    return new Login.Password(user, password);
  }

  private static String host(String server) throws UsageException {
    try {
      Reference reference = Reference.parse(server + "/all");
      if (!server.contains("/")) {
        return reference.host();
      }
    } catch (ImageException e) {
      // told below
    }
    throw new UsageException("\"" + server + "\" is no registry: it wants HOST or HOST:PORT");
  }
}
