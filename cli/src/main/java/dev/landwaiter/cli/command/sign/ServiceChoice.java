package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignSignFlags;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.service.client.RekorV1;
import dev.landwaiter.signing.service.client.TimestampClient;
import dev.landwaiter.signing.sign.SigningServices;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which form is written, and which services take part: those of a signing config, or those that
/// addresses on the command line name.
///
/// @param form the bundle of today, or the older forms
/// @param config empty where addresses are used
/// @param authority the address of the certificate authority on the command line
/// @param issuer the address of the identity provider on the command line
record ServiceChoice(
    Evidence.Form form,
    Optional<SigningConfig> config,
    SigningServices services,
    Instant now,
    String authority,
    String issuer) {
  private static final String PUBLIC_LOG = "https://rekor.sigstore.dev";
  private static final String PUBLIC_AUTHORITY = "https://fulcio.sigstore.dev";
  private static final List<Flag> ADDRESSES =
      List.of(
          CosignFlags.REKOR_URL,
          CosignFlags.FULCIO_URL,
          CosignFlags.OIDC_ISSUER,
          CosignFlags.TSA_SERVER_URL);

  /// @param standard the signing config of the repository of trust
  static ServiceChoice of(Invocation invocation, Web web, Web stamps, TrustRepository standard)
      throws UsageException, IOException {
    Values values = invocation.values();
    String file = values.text(CosignFlags.SIGNING_CONFIG);
    if (!file.isEmpty() && values.isSet(CosignFlags.USE_SIGNING_CONFIG)) {
      throw new UsageException("--signing-config and --use-signing-config exclude each other");
    }
    boolean configured = !file.isEmpty() || values.flag(CosignFlags.USE_SIGNING_CONFIG);
    boolean bundles = values.flag(CosignFlags.NEW_BUNDLE_FORMAT);
    if (configured) {
      refuseWithConfig(values, bundles);
    }
    bundles |= configured;
    Instant now = invocation.world().clock().instant();
    Optional<SigningConfig> config = Optional.empty();
    SigningServices services;
    if (configured) {
      SigningConfig read =
          file.isEmpty()
              ? standard.config()
              : SigningConfigReader.read(file, FileText.read(invocation, "--signing-config", file));
      config = Optional.of(read);
      services = SigningServices.of(read, now, web, stamps, invocation.world().random());
    } else {
      services = named(invocation, web, stamps);
    }
    return new ServiceChoice(
        bundles ? Evidence.Form.BUNDLE_0_3 : Evidence.Form.LEGACY,
        config,
        services,
        now,
        values.text(CosignFlags.FULCIO_URL),
        values.text(CosignFlags.OIDC_ISSUER));
  }

  private static void refuseWithConfig(Values values, boolean bundles) throws UsageException {
    for (Flag address : ADDRESSES) {
      String given = values.text(address);
      if (values.isSet(address) && !given.isEmpty() && !given.equals(address.standard())) {
        throw new UsageException(
            "--%s names a service, but services come from a signing config: add"
                    .formatted(address.name())
                + " --use-signing-config=false, or name it there");
      }
    }
    if (!bundles && values.text(CosignFlags.BUNDLE).isEmpty()) {
      throw new UsageException(
          "a signing config is for bundles: leave --new-bundle-format=false out, name a file with"
              + " --bundle, or add --use-signing-config=false");
    }
    if (!values.flag(CosignSignFlags.TLOG_UPLOAD)) {
      throw new UsageException(
          "--tlog-upload=false does not go with a signing config: name one without a transparency"
              + " log (landwaiter signing-config create makes it), or add"
              + " --use-signing-config=false");
    }
  }

  /// Those of the command line; the log of the public instance where none is named.
  private static SigningServices named(Invocation invocation, Web web, Web stamps)
      throws UsageException, IOException {
    Values values = invocation.values();
    List<SigningServices.Log> logs = new ArrayList<>();
    if (values.flag(CosignSignFlags.TLOG_UPLOAD)) {
      String log = values.text(CosignFlags.REKOR_URL);
      URI address = WebRequest.address("--rekor-url", log.isEmpty() ? PUBLIC_LOG : log);
      logs.add(new SigningServices.Log.Entries(new RekorV1(web, address)));
    }
    List<TimestampClient> authorities = new ArrayList<>();
    String stamp = values.text(CosignFlags.TSA_SERVER_URL);
    if (!stamp.isEmpty()) {
      URI address = WebRequest.address("--timestamp-server-url", stamp);
      authorities.add(new TimestampClient(stamps, address, invocation.world().random()));
    }
    return new SigningServices(logs, authorities);
  }

  /// The address of the certificate authority.
  URI certificateAuthority() throws IOException {
    if (config.isPresent()) {
      return WebRequest.address(
          "the certificate authority", config.get().certificateAuthority(now).url());
    }
    return WebRequest.address("--fulcio-url", authority.isEmpty() ? PUBLIC_AUTHORITY : authority);
  }

  /// The address of the identity provider.
  URI identityProvider() throws IOException {
    return config.isPresent() && !config.get().identityProviders().isEmpty()
        ? WebRequest.address("the identity provider", config.get().identityProvider(now).url())
        : WebRequest.address("--oidc-issuer", issuer);
  }

  boolean bundles() {
    return form != Evidence.Form.LEGACY;
  }
}
