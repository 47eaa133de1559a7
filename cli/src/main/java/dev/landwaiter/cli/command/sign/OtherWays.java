package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.ClusterPolicyFlags;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import java.util.List;

/// What verification goes by.
enum OtherWays {
  /// Flags that say who must have signed.
  NONE,
  /// ClusterImagePolicies.
  CLUSTER_POLICIES,
  /// Trust policy and trust stores of the Notary Project.
  NOTARY_PROJECT;

  /// Flags that say for one command what policies say too.
  private static final List<Flag> ONLY_WITHOUT =
      List.of(
          CosignFlags.KEY,
          CosignFlags.SECURITY_KEY,
          CosignVerifyFlags.IDENTITY,
          CosignVerifyFlags.IDENTITY_REGEXP,
          CosignVerifyFlags.ISSUER,
          CosignVerifyFlags.ISSUER_REGEXP,
          CosignVerifyFlags.WORKFLOW_TRIGGER,
          CosignVerifyFlags.WORKFLOW_SHA,
          CosignVerifyFlags.WORKFLOW_NAME,
          CosignVerifyFlags.WORKFLOW_REPOSITORY,
          CosignVerifyFlags.WORKFLOW_REF,
          CosignFlags.ANNOTATIONS,
          CosignVerifyFlags.SIGNED_TIMESTAMPS,
          CosignVerifyFlags.IGNORE_TLOG,
          CosignVerifyFlags.IGNORE_SCT,
          CosignVerifyFlags.PRIVATE_INFRASTRUCTURE,
          CosignVerifyFlags.ALLOW_CHAIN,
          CosignVerifyFlags.CHECK_CLAIMS,
          CosignFlags.NEW_BUNDLE_FORMAT,
          CosignFlags.REKOR_URL,
          CosignFlags.CERTIFICATE,
          CosignFlags.CERTIFICATE_CHAIN,
          CosignVerifyFlags.CA_ROOTS,
          CosignVerifyFlags.CA_INTERMEDIATES,
          CosignVerifyFlags.SCT,
          CosignVerifyFlags.TSA_CHAIN);

  private static final List<Flag> ONLY_IMAGES =
      List.of(
          CosignVerifyFlags.LOCAL_IMAGE,
          CosignVerifyFlags.ATTACHMENT,
          CosignVerifyFlags.SIGNATURE,
          CosignVerifyFlags.PAYLOAD);

  /// For images, by the flags.
  ///
  /// @throws UsageException when flags of several ways are given
  static OtherWays of(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    boolean cluster = ClusterPolicies.asked(invocation);
    boolean notary = values.flag(ClusterPolicyFlags.NOTATION);
    if (cluster && notary) {
      throw contradiction(ClusterPolicyFlags.POLICY_FILE, ClusterPolicyFlags.NOTATION);
    }
    needs(values, cluster, ClusterPolicyFlags.POLICY_FILE, ClusterPolicyFlags.CLUSTER.flags());
    needs(values, notary, ClusterPolicyFlags.NOTATION, ClusterPolicyFlags.IMAGES.flags());
    if (!cluster && !notary) {
      return NONE;
    }
    if (notary && values.onLine(CosignFlags.TRUSTED_ROOT)) {
      throw contradiction(ClusterPolicyFlags.NOTATION, CosignFlags.TRUSTED_ROOT);
    }
    alone(values, cluster ? ClusterPolicyFlags.POLICY_FILE : ClusterPolicyFlags.NOTATION);
    for (Flag each : ONLY_IMAGES) {
      if (values.onLine(each)) {
        throw contradiction(
            cluster ? ClusterPolicyFlags.POLICY_FILE : ClusterPolicyFlags.NOTATION, each);
      }
    }
    return cluster ? CLUSTER_POLICIES : NOTARY_PROJECT;
  }

  /// For files, by the flags.
  static OtherWays ofFiles(Invocation invocation) throws UsageException {
    Values values = invocation.values();
    boolean notary = values.flag(ClusterPolicyFlags.NOTATION);
    needs(values, notary, ClusterPolicyFlags.NOTATION, ClusterPolicyFlags.FILES.flags());
    if (!notary) {
      return NONE;
    }
    alone(values, ClusterPolicyFlags.NOTATION);
    for (Flag each : List.of(CosignFlags.BUNDLE, CosignFlags.TRUSTED_ROOT)) {
      if (values.onLine(each)) {
        throw contradiction(ClusterPolicyFlags.NOTATION, each);
      }
    }
    return NOTARY_PROJECT;
  }

  private static void needs(Values values, boolean there, Flag wanted, List<Flag> others)
      throws UsageException {
    for (Flag each : others) {
      if (!there && !each.equals(wanted) && values.onLine(each)) {
        throw new UsageException("--%s wants --%s beside it".formatted(each.name(), wanted.name()));
      }
    }
  }

  private static void alone(Values values, Flag way) throws UsageException {
    for (Flag each : ONLY_WITHOUT) {
      if (values.onLine(each)) {
        throw contradiction(way, each);
      }
    }
  }

  private static UsageException contradiction(Flag one, Flag other) {
    return new UsageException(
        "--%s and --%s exclude each other: the policy says what must be signed by whom"
            .formatted(one.name(), other.name()));
  }
}
