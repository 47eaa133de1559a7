package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Located;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.policy.ImagePolicy;
import dev.landwaiter.signing.policy.ImagePolicyReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The policies for images that `--policy-file` names.
final class ImagePolicies {
  static final Flag FILE =
      CosignFlags.text(
          "policy-file", "file with ClusterImagePolicy documents that say who must have signed");

  private static final int LARGEST = 4 << 20;

  /// Flags that say the same in another way.
  private static final List<Flag> EXCLUDED =
      List.of(
          CosignFlags.KEY,
          CosignVerifyFlags.IDENTITY,
          CosignVerifyFlags.IDENTITY_REGEXP,
          CosignVerifyFlags.ISSUER,
          CosignVerifyFlags.ISSUER_REGEXP,
          CosignVerifyFlags.SIGNATURE,
          CosignFlags.CERTIFICATE,
          CosignFlags.CERTIFICATE_CHAIN,
          CosignVerifyFlags.CA_ROOTS,
          CosignVerifyFlags.TSA_CHAIN);

  private static final List<Flag> SWITCHES =
      List.of(
          CosignFlags.SECURITY_KEY,
          CosignVerifyFlags.IGNORE_TLOG,
          CosignVerifyFlags.IGNORE_SCT,
          CosignVerifyFlags.PRIVATE_INFRASTRUCTURE,
          CosignVerifyFlags.SIGNED_TIMESTAMPS,
          CosignVerifyFlags.LOCAL_IMAGE);

  private ImagePolicies() {}

  /// Reads them.
  ///
  /// @throws UsageException when a flag says something beside them
  static List<ImagePolicy> read(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    for (Flag each : EXCLUDED) {
      if (!values.text(each).isEmpty()) {
        throw excluded(each);
      }
    }
    for (Flag each : SWITCHES) {
      if (values.flag(each)) {
        throw excluded(each);
      }
    }
    String name = values.text(FILE);
    var reader = new ImagePolicyReader(!values.text(CosignFlags.TRUSTED_ROOT).isEmpty());
    List<ImagePolicy> policies = new ArrayList<>();
    for (Value document : documents(invocation, name)) {
      if (!(document instanceof NullValue)) {
        policies.add(reader.read(document));
      }
    }
    if (policies.isEmpty()) {
      throw new UsageException("--policy-file: " + name + " holds no policy");
    }
    return policies;
  }

  private static UsageException excluded(Flag flag) {
    return new UsageException(
        "--policy-file and --%s exclude each other: the policies say it".formatted(flag.name()));
  }

  private static List<Value> documents(Invocation invocation, String name) throws IOException {
    byte[] text = FileText.read(invocation, "--policy-file", name, LARGEST).toArray();
    try {
      return Yaml.parseAll(name, text).stream().map(Located::root).toList();
    } catch (FormatException e) {
      throw new IOException("--policy-file: " + e.getMessage(), e);
    }
  }
}
