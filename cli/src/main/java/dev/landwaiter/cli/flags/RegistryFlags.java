package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;

/// Who the user is at a registry.
public final class RegistryFlags {
  public static final Flag USERNAME =
      Flag.texts("username", "user names, tried in order").key("registry.username");
  public static final Flag PASSWORD =
      Flag.texts("password", "passwords, one for each user name; the environment is safer")
          .key("registry.password");
  public static final Flag PASSWORD_STDIN =
      Flag.toggle("password-stdin", "read one password from standard input")
          .key("registry.password-stdin");
  public static final Flag TOKEN =
      Flag.text("registry-token", "ready-made bearer token").key("registry.token");

  public static final Flag SECRET =
      Flag.texts(
              "registry-secret",
              "files with pull secrets of Kubernetes, or with the content of one")
          .key("registry.secret");

  public static final FlagGroup GROUP =
      new FlagGroup("Registry Flags", PASSWORD, PASSWORD_STDIN, SECRET, TOKEN, USERNAME);

  /// What a login is made of.
  public static final FlagGroup LOGIN_GROUP =
      new FlagGroup("Registry Flags", PASSWORD, PASSWORD_STDIN, USERNAME);

  private RegistryFlags() {}
}
