package dev.landwaiter.cli.flags;

import static dev.landwaiter.cli.flags.CosignFlags.text;
import static dev.landwaiter.cli.flags.CosignFlags.toggle;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;

/// How registries are reached behind the name `cosign`; our own commands have [RegistryFlags].
public final class CosignRegistryFlags {
  public static final Flag ALLOW_HTTP =
      toggle("allow-http-registry", "speak plain HTTP with registries");
  public static final Flag ALLOW_INSECURE =
      toggle("allow-insecure-registry", "accept any certificate from registries");
  public static final Flag K8S_KEYCHAIN =
      toggle("k8s-keychain", "use the logins of the cluster this runs in");
  public static final Flag CACERT =
      text("registry-cacert", "file with authorities for registries (PEM)");
  public static final Flag CLIENT_CERT =
      text("registry-client-cert", "file with a certificate to show to registries");
  public static final Flag CLIENT_KEY =
      text("registry-client-key", "file with the private key of that certificate");
  public static final Flag SERVER_NAME =
      text("registry-server-name", "name that the registry's certificate must have");
  public static final Flag USERNAME = text("registry-username", "user name at registries");
  public static final Flag PASSWORD = text("registry-password", "password at registries");
  public static final Flag TOKEN = text("registry-token", "ready-made bearer token");

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Registry Flags",
          ALLOW_HTTP,
          ALLOW_INSECURE,
          K8S_KEYCHAIN,
          CACERT,
          CLIENT_CERT,
          CLIENT_KEY,
          SERVER_NAME,
          USERNAME,
          PASSWORD,
          TOKEN);

  private CosignRegistryFlags() {}
}
