package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.flag.Flag;

/// Flags of the commands that make and check signatures of bundles.
final class BuildFlags {
  static final Flag OUTPUT =
      Flag.text("output", "file that is written").shorthand("o").standard("bundle.tar.gz");
  static final Flag REVISION =
      Flag.text("revision", "revision that the manifest names").shorthand("r");
  static final Flag TARGET =
      Flag.text("target", "what the bundle is made for")
          .shorthand("t")
          .standard("rego")
          .allowed("rego", "wasm", "plan");
  static final Flag DEBUG = Flag.toggle("debug", "tell what is done");
  static final Flag PRUNE =
      Flag.toggle("prune-unused", "leave rules that no entrypoint needs out of the plan");
  static final Flag NAMESPACE =
      Flag.text("partial-namespace", "package below data for rules that optimisation adds")
          .standard("partial");
  static final Flag FOLLOW = Flag.toggle("follow-symlinks", "read what symbolic links point to");

  static final Flag SIGNING_KEY =
      Flag.text("signing-key", "secret (HMAC) or file with the private key in PEM");
  static final Flag SIGNING_ALGORITHM =
      Flag.text("signing-alg", "algorithm of the signature").standard("RS256");
  static final Flag SIGNING_PLUGIN =
      Flag.text("signing-plugin", "program that signs; there is none but the built-in one");
  static final Flag CLAIMS = Flag.text("claims-file", "JSON file with claims for the signature");

  static final Flag VERIFICATION_KEY =
      Flag.text("verification-key", "secret (HMAC) or file with the public key in PEM");
  static final Flag VERIFICATION_KEY_ID =
      Flag.text("verification-key-id", "name of the key").standard("default");
  static final Flag SCOPE = Flag.text("scope", "scope that the signature must name");
  static final Flag EXCLUDE_VERIFY =
      Flag.texts("exclude-files-verify", "globs for files that need not be signed");

  private BuildFlags() {}
}
