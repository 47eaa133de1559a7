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

  public static final Flag MIRROR =
      Flag.texts(
              "registry-mirror",
              "mirrors that are asked before a registry, as HOST=MIRROR[,MIRROR]")
          .key("registry.mirrors");
  public static final Flag HOSTS_DIR =
      Flag.texts("registry-hosts-dir", "folders with hosts.toml files of containerd")
          .key("registry.hosts-dir");
  public static final Flag CERTS_DIR =
      Flag.texts("registry-certs-dir", "folders with certificates for registries, as Docker's")
          .key("registry.certs-dir")
          .standard("/etc/docker/certs.d");
  public static final Flag CLIENT_CERT =
      Flag.text("client-cert", "file with a certificate to show to the registry (PEM)")
          .key("registry.client-cert");
  public static final Flag CLIENT_KEY =
      Flag.text("client-key", "file with the private key of that certificate (PEM)")
          .key("registry.client-key");

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Registry Flags",
          CLIENT_CERT,
          CLIENT_KEY,
          PASSWORD,
          PASSWORD_STDIN,
          CERTS_DIR,
          HOSTS_DIR,
          MIRROR,
          SECRET,
          TOKEN,
          USERNAME);

  /// What a login is made of.
  public static final FlagGroup LOGIN_GROUP =
      new FlagGroup(
          "Registry Flags", CLIENT_CERT, CLIENT_KEY, PASSWORD, PASSWORD_STDIN, CERTS_DIR, USERNAME);

  private RegistryFlags() {}
}
