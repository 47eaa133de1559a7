package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;

/// Flags that several commands about signatures share; names and values are those of `cosign`.
public final class CosignFlags {
  public static final Flag KEY =
      text("key", "key: a file, an address, env://NAME, k8s://NAMESPACE/NAME, or a key service");
  public static final Flag SECURITY_KEY = toggle("sk", "use a hardware security key");
  public static final Flag SLOT =
      text("slot", "slot of the hardware security key")
          .allowed("authentication", "signature", "card-authentication", "key-management");

  /// Where the key is.
  public static final FlagGroup KEYS = new FlagGroup("Key Flags", KEY, SECURITY_KEY, SLOT);

  public static final Flag IDENTITY_TOKEN =
      text("identity-token", "identity token for the certificate, or a file with it");
  public static final Flag OIDC_CLIENT_ID =
      text("oidc-client-id", "name of this program at the identity provider").standard("sigstore");
  public static final Flag OIDC_CLIENT_SECRET_FILE =
      text("oidc-client-secret-file", "file with the secret of this program at the provider");
  public static final Flag OIDC_REDIRECT_URL =
      text("oidc-redirect-url", "where the browser is sent back to")
          .standard("http://localhost:0/auth/callback");
  public static final Flag OIDC_PROVIDER =
      text("oidc-provider", "where the identity token comes from")
          .allowed("spiffe", "google", "github-actions", "filesystem", "buildkite-agent");
  public static final Flag OIDC_DISABLE_AMBIENT =
      toggle("oidc-disable-ambient-providers", "take no identity token from the surroundings");
  public static final Flag FULCIO_AUTH_FLOW =
      text("fulcio-auth-flow", "how the identity token is asked for")
          .allowed("normal", "device", "token", "client_credentials");
  public static final Flag OIDC_ISSUER =
      text("oidc-issuer", "identity provider; a signing config is the better place")
          .standard("https://oauth2.sigstore.dev/auth");
  public static final Flag FULCIO_URL =
      text("fulcio-url", "certificate authority; a signing config is the better place");
  public static final Flag INSECURE_SKIP_VERIFY =
      toggle("insecure-skip-verify", "do not look at the certificate timestamp in the answer");

  /// Who signs, when no key does.
  public static final FlagGroup OIDC =
      new FlagGroup(
          "Identity Flags",
          IDENTITY_TOKEN,
          OIDC_CLIENT_ID,
          OIDC_CLIENT_SECRET_FILE,
          OIDC_REDIRECT_URL,
          OIDC_PROVIDER,
          OIDC_DISABLE_AMBIENT,
          FULCIO_AUTH_FLOW,
          OIDC_ISSUER,
          FULCIO_URL,
          INSECURE_SKIP_VERIFY);

  public static final Flag TSA_CACERT =
      text("timestamp-client-cacert", "file with authorities for the timestamp server (PEM)");
  public static final Flag TSA_CERT =
      text("timestamp-client-cert", "file with a certificate to show to the timestamp server");
  public static final Flag TSA_KEY =
      text("timestamp-client-key", "file with the private key of that certificate");
  public static final Flag TSA_SERVER_NAME =
      text("timestamp-server-name", "name that the timestamp server's certificate must have");
  public static final Flag TSA_SERVER_URL =
      text("timestamp-server-url", "timestamp authority; a signing config is the better place");

  /// How the timestamp authority is reached.
  public static final FlagGroup TSA =
      new FlagGroup(
          "Timestamp Flags", TSA_CACERT, TSA_CERT, TSA_KEY, TSA_SERVER_NAME, TSA_SERVER_URL);

  public static final Flag SIGNING_CONFIG =
      text("signing-config", "file that says which services sign, log and date");
  public static final Flag USE_SIGNING_CONFIG =
      toggle("use-signing-config", "use the signing config of the trust repository")
          .standard("true");

  /// Which services are used to sign.
  public static final FlagGroup CONFIG =
      new FlagGroup("Service Flags", SIGNING_CONFIG, USE_SIGNING_CONFIG);

  public static final Flag NEW_BUNDLE_FORMAT =
      toggle("new-bundle-format", "write and expect the Sigstore bundle").standard("true");
  public static final Flag REKOR_URL = text("rekor-url", "transparency log of version 1");
  public static final Flag TRUSTED_ROOT =
      text("trusted-root", "file with everything that is trusted");
  public static final Flag YES = toggle("yes", "answer every question with yes").shorthand("y");
  public static final Flag CERTIFICATE =
      text("certificate", "certificate of the signer (PEM)")
          .formerly(new Flag.Former("cert", "signing.cert"));
  public static final Flag CERTIFICATE_CHAIN =
      text("certificate-chain", "certificates from the signer's to the root (PEM)")
          .formerly(new Flag.Former("cert-chain", "signing.cert-chain"));
  public static final Flag ANNOTATIONS =
      Flag.repeated("annotations", "statements in the signature, as KEY=VALUE")
          .shorthand("a")
          .key("signing.annotations");
  public static final Flag BUNDLE = text("bundle", "file with the bundle");

  public static final Flag REFERRERS_MODE =
      text("registry-referrers-mode", "how signatures are attached to an image")
          .standard("legacy")
          .allowed("legacy", "oci-1-1");

  public static final Flag TAG_PREFIX =
      text("attachment-tag-prefix", "text in front of the tags of attachments");

  /// How signatures are attached to images.
  public static final FlagGroup ATTACHING =
      new FlagGroup("Attachment Flags", REFERRERS_MODE, TAG_PREFIX);

  public static final Flag OUTPUT_FILE =
      text("output-file", "write the result to this file instead of standard output");
  public static final Flag TIMEOUT =
      Flag.of("timeout", FlagType.DURATION, "end the run after this time")
          .shorthand("t")
          .standard("3m");
  public static final Flag VERBOSE = toggle("verbose", "tell details of the run").shorthand("d");

  /// Flags of every command behind the name `cosign`.
  public static final FlagGroup GLOBAL =
      new FlagGroup("Global Flags", OUTPUT_FILE, TIMEOUT, VERBOSE, GlobalFlags.HELP);

  private CosignFlags() {}

  /// A flag about signing that takes a text.
  public static Flag text(String name, String help) {
    return Flag.text(name, help).key("signing." + name);
  }

  /// A flag about signing that is on or off.
  public static Flag toggle(String name, String help) {
    return Flag.toggle(name, help).key("signing." + name);
  }
}
