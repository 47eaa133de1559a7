package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;

/// Flags of verification by policies: those of a cluster, and those of the Notary Project.
public final class ClusterPolicyFlags {
  public static final Flag POLICY_FILE =
      Flag.repeated(
              "policy-file",
              "file with ClusterImagePolicy documents and the TrustRoots, Secrets and ConfigMaps"
                  + " that they name; the images are judged by them")
          .key("signing.policy-file");
  public static final Flag RESOURCE =
      CosignFlags.text("resource", "file with the object of the cluster that uses the images");
  public static final Flag NO_MATCH =
      CosignFlags.text("no-match-policy", "what becomes of images that no policy is about")
          .standard("deny")
          .allowed("deny", "warn", "allow");
  public static final Flag LAYOUT =
      CosignFlags.text(
          "layout",
          "folder with an OCI layout that holds the images by their tags, and their signatures,"
              + " instead of registries");

  /// All that belong to policies of clusters.
  public static final FlagGroup CLUSTER =
      new FlagGroup("Cluster Policy Flags", POLICY_FILE, RESOURCE, NO_MATCH, LAYOUT);

  public static final Flag NOTATION =
      CosignFlags.toggle("notation", "verify signatures of the Notary Project");
  public static final Flag TRUST_POLICY =
      CosignFlags.text("trust-policy", "file with the trust policy of the Notary Project");
  public static final Flag TRUST_STORE =
      CosignFlags.text(
          "trust-store",
          "configuration folder of the Notary Project: it holds truststore, and the trust policy"
              + " where no other is given");
  public static final Flag USER_METADATA =
      Flag.repeated("user-metadata", "KEY=VALUE that the signer must have written")
          .key("signing.user-metadata");
  public static final Flag MOST_SIGNATURES =
      Flag.of("max-signatures", FlagType.NUMBER, "how many are tried")
          .standard("100")
          .key("signing.max-signatures");
  public static final Flag STATEMENT =
      CosignFlags.text("policy-name", "statement of the trust policy; without it the global one");
  public static final Flag MEDIA_TYPE =
      CosignFlags.text("media-type", "media type that the signature must name for the file");

  /// All that belong to images signed with the tools of the Notary Project.
  public static final FlagGroup IMAGES =
      new FlagGroup(
          "Notary Project Flags",
          NOTATION,
          TRUST_POLICY,
          TRUST_STORE,
          USER_METADATA,
          MOST_SIGNATURES);

  /// All that belong to files.
  public static final FlagGroup FILES =
      new FlagGroup(
          "Notary Project Flags",
          NOTATION,
          TRUST_POLICY,
          TRUST_STORE,
          USER_METADATA,
          STATEMENT,
          MEDIA_TYPE);

  private ClusterPolicyFlags() {}
}
