package dev.landwaiter.cli.flags;

import static dev.landwaiter.cli.flags.CosignFlags.text;
import static dev.landwaiter.cli.flags.CosignFlags.toggle;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;

/// Flags that the commands that verify share; names and values are those of `cosign`.
public final class CosignVerifyFlags {
  public static final Flag IDENTITY =
      text("certificate-identity", "name that the signer's certificate must have")
          .formerly(new Flag.Former("cert-identity", "signing.cert-identity"));
  public static final Flag IDENTITY_REGEXP =
      text("certificate-identity-regexp", "pattern for the name in the signer's certificate");
  public static final Flag ISSUER =
      text("certificate-oidc-issuer", "identity provider that the certificate must name")
          .formerly(new Flag.Former("cert-oidc-issuer", "signing.cert-oidc-issuer"));
  public static final Flag ISSUER_REGEXP =
      text("certificate-oidc-issuer-regexp", "pattern for the identity provider");
  public static final Flag WORKFLOW_TRIGGER = workflow("trigger", "event that started it");
  public static final Flag WORKFLOW_SHA = workflow("sha", "commit");
  public static final Flag WORKFLOW_NAME = workflow("name", "name");
  public static final Flag WORKFLOW_REPOSITORY = workflow("repository", "repository");
  public static final Flag WORKFLOW_REF = workflow("ref", "branch or tag");

  /// Who must have signed.
  public static final FlagGroup IDENTITIES =
      new FlagGroup(
          "Identity Flags",
          IDENTITY,
          IDENTITY_REGEXP,
          ISSUER,
          ISSUER_REGEXP,
          WORKFLOW_TRIGGER,
          WORKFLOW_SHA,
          WORKFLOW_NAME,
          WORKFLOW_REPOSITORY,
          WORKFLOW_REF);

  public static final Flag SIGNED_TIMESTAMPS =
      toggle("use-signed-timestamps", "want a timestamp (RFC 3161)");
  public static final Flag IGNORE_TLOG =
      toggle("insecure-ignore-tlog", "want no entry in a transparency log");
  public static final Flag IGNORE_SCT =
      toggle("insecure-ignore-sct", "want no proof of certificate transparency");
  public static final Flag ALLOW_CHAIN =
      toggle("allow-certificate-chain", "accept a certificate chain in bundles of version 0.3");
  public static final Flag CHECK_CLAIMS =
      toggle("check-claims", "compare what the signature is about").standard("true");
  public static final Flag MAX_WORKERS =
      Flag.of("max-workers", FlagType.NUMBER, "how much is fetched at once")
          .standard("10")
          .key("signing.max-workers");
  public static final Flag OFFLINE = toggle("offline", "ask no transparency log");
  public static final Flag PRIVATE_INFRASTRUCTURE =
      toggle("private-infrastructure", "want no entry in a transparency log");
  public static final Flag EXPERIMENTAL_OCI11 =
      toggle("experimental-oci11", "needless: referrers are always read");
  public static final Flag CA_ROOTS = text("ca-roots", "file with trusted root certificates (PEM)");
  public static final Flag CA_INTERMEDIATES =
      text("ca-intermediates", "file with intermediate certificates (PEM)");
  public static final Flag SCT = text("sct", "file with a signed certificate timestamp");
  public static final Flag TSA_CHAIN =
      text("timestamp-certificate-chain", "file with the certificates of a timestamp authority");
  public static final Flag RFC3161 = text("rfc3161-timestamp", "file with a timestamp");
  public static final Flag SIGNATURE =
      text("signature", "signature: a file, an address, or its text in Base64");
  public static final Flag PAYLOAD = text("payload", "file with the payload of the signature");
  public static final Flag ATTACHMENT =
      text("attachment", "verify this attachment of the image").allowed("sbom");
  public static final Flag LOCAL_IMAGE =
      toggle("local-image", "the argument is a folder written by save");

  public static final Flag OUTPUT =
      text("output", "form of the result, json or text").shorthand("o").standard("json");
  public static final Flag TYPE =
      text("type", "type of the predicate: a short name or an address").standard("custom");
  public static final Flag POLICY =
      Flag.repeated("policy", "file with a policy over attestations, in Rego")
          .key("signing.policy");

  public static final Flag DIGEST =
      text("digest", "digest of the file in hexadecimal digits, instead of the file");
  public static final Flag DIGEST_ALG =
      text("digest-alg", "hash of that digest")
          .formerly(new Flag.Former("digestAlg", "signing.digestAlg"));

  private CosignVerifyFlags() {}

  private static Flag workflow(String name, String what) {
    return text(
        "certificate-github-workflow-" + name,
        what + " of the GitHub workflow that the certificate must name");
  }
}
