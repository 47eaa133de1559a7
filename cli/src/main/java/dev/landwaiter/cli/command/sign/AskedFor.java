package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.certificate.IdentityMatch;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the flags of a command that verifies ask of a signature.
final class AskedFor {
  private AskedFor() {}

  /// Reads the flags.
  ///
  /// @param wanted what kind of signature
  /// @throws UsageException when they contradict each other, or say nobody who must have signed
  static Requirements of(Invocation invocation, Requirements.Wanted wanted)
      throws UsageException, IOException {
    Values values = invocation.values();
    Requirements.Signer signer = signer(invocation);
    boolean noLog =
        values.flag(CosignVerifyFlags.IGNORE_TLOG)
            || values.flag(CosignVerifyFlags.PRIVATE_INFRASTRUCTURE);
    boolean key = signer instanceof Requirements.Signer.Key;
    return new Requirements(
        signer,
        noLog ? 0 : 1,
        timestamps(values) ? 1 : 0,
        key || values.flag(CosignVerifyFlags.IGNORE_SCT) ? 0 : 1,
        wanted,
        Annotations.of(values),
        relaxations(values));
  }

  /// Whether a timestamp of an authority is asked for.
  static boolean timestamps(Values values) throws UsageException {
    return values.flag(CosignVerifyFlags.SIGNED_TIMESTAMPS)
        || !values.text(CosignVerifyFlags.TSA_CHAIN).isEmpty();
  }

  private static Set<Relaxation> relaxations(Values values) throws UsageException {
    Set<Relaxation> relaxations = EnumSet.noneOf(Relaxation.class);
    if (!values.flag(CosignVerifyFlags.CHECK_CLAIMS)) {
      relaxations.add(Relaxation.CLAIMS_NOT_CHECKED);
    }
    if (values.flag(CosignVerifyFlags.ALLOW_CHAIN)) {
      relaxations.add(Relaxation.CERTIFICATE_CHAIN_ALLOWED);
    }
    return relaxations;
  }

  private static Requirements.Signer signer(Invocation invocation)
      throws UsageException, IOException {
    Values values = invocation.values();
    String key = KeyRing.reference(invocation);
    Identity identity = identity(values);
    if (!key.isEmpty()) {
      if (!identity.subject().isEmpty() || !identity.subjectPattern().isEmpty()) {
        throw new UsageException(
            "--key and --certificate-identity exclude each other: one signature has one signer");
      }
      return new Requirements.Signer.Key(KeyRing.of(invocation).verificationKey(key), Window.OPEN);
    }
    requireWhole(identity);
    for (String warning : IdentityMatch.warnings(identity)) {
      invocation.log().warn(warning);
    }
    return new Requirements.Signer.Identities(List.of(identity));
  }

  private static Identity identity(Values values) throws UsageException {
    Map<Integer, String> extensions = new LinkedHashMap<>();
    extension(values, CosignVerifyFlags.WORKFLOW_TRIGGER, 2, extensions);
    extension(values, CosignVerifyFlags.WORKFLOW_SHA, 3, extensions);
    extension(values, CosignVerifyFlags.WORKFLOW_NAME, 4, extensions);
    extension(values, CosignVerifyFlags.WORKFLOW_REPOSITORY, 5, extensions);
    extension(values, CosignVerifyFlags.WORKFLOW_REF, 6, extensions);
    return new Identity(
        values.text(CosignVerifyFlags.IDENTITY),
        values.text(CosignVerifyFlags.IDENTITY_REGEXP),
        values.text(CosignVerifyFlags.ISSUER),
        values.text(CosignVerifyFlags.ISSUER_REGEXP),
        extensions);
  }

  private static void extension(
      Values values, Flag flag, int number, Map<Integer, String> extensions) throws UsageException {
    String value = values.text(flag);
    if (!value.isEmpty()) {
      extensions.put(number, value);
    }
  }

  private static void requireWhole(Identity identity) throws UsageException {
    if (!identity.subject().isEmpty() && !identity.subjectPattern().isEmpty()) {
      throw new UsageException(
          "--certificate-identity and --certificate-identity-regexp exclude each other");
    }
    boolean subject = !identity.subject().isEmpty() || !identity.subjectPattern().isEmpty();
    boolean issuer = !identity.issuer().isEmpty() || !identity.issuerPattern().isEmpty();
    if (!subject && !issuer) {
      throw new UsageException(
          "who must have signed? add --key KEY, or --certificate-identity NAME and"
              + " --certificate-oidc-issuer ADDRESS");
    }
    if (!subject) {
      throw new UsageException(
          "whom must the certificate name? add --certificate-identity NAME or"
              + " --certificate-identity-regexp PATTERN");
    }
    if (!issuer) {
      throw new UsageException(
          "who must have vouched for that name? add --certificate-oidc-issuer ADDRESS or"
              + " --certificate-oidc-issuer-regexp PATTERN");
    }
  }
}
