package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.ClusterPolicyFlags;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Verifies the signatures of images.
public final class VerifyImageCommand extends ImageVerifyCommand {
  /// @param cosign whether it answers as cosign does
  public VerifyImageCommand(boolean cosign) {
    super(cosign, "verify", "Verify the signatures of images", "[flags] IMAGE...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("signed with a key", "verify --key cosign.pub registry.example/app:1.0"),
        new Example(
            "signed by a workflow",
            "verify --certificate-identity-regexp '^https://git.example/team/' "
                + "--certificate-oidc-issuer https://tokens.example registry.example/app:1.0"),
        new Example(
            "as the policies of a cluster want it",
            "verify --policy-file policies.yaml registry.example/app:1.0"),
        new Example(
            "signed with the tools of the Notary Project",
            "verify --notation --trust-store ~/.config/notation registry.example/app:1.0"));
  }

  @Override
  List<FlagGroup> groups() {
    List<FlagGroup> groups = new ArrayList<>();
    groups.add(
        new FlagGroup(
            "Flags",
            CosignFlags.ANNOTATIONS,
            CosignVerifyFlags.ATTACHMENT,
            CosignVerifyFlags.LOCAL_IMAGE,
            CosignVerifyFlags.SIGNATURE,
            CosignVerifyFlags.PAYLOAD,
            CosignFlags.TAG_PREFIX,
            cosign() ? CosignVerifyFlags.OUTPUT : VerifyReport.OUTPUT));
    groups.addAll(verifying(cosign()));
    if (!cosign()) {
      groups.add(ClusterPolicyFlags.CLUSTER);
      groups.add(ClusterPolicyFlags.IMAGES);
    }
    groups.add(registryFlags());
    return groups;
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().isEmpty()) {
      throw new UsageException("verify wants at least one image");
    }
    if (!cosign()) {
      OtherWays other = OtherWays.of(invocation);
      if (other == OtherWays.CLUSTER_POLICIES) {
        return new ClusterPolicies(invocation, this::registries).verify(invocation.arguments());
      }
      if (other == OtherWays.NOTARY_PROJECT) {
        return new NotationImages(invocation, this::registries).verify(invocation.arguments());
      }
    }
    Judging judging = judging(invocation, new Requirements.Wanted.Signature());
    var run = new ImageRun(invocation, judging, Kind.SIGNATURE, this::registries);
    return cosign()
        ? new CosignImages(invocation, judging, run).verify(invocation.arguments())
        : new OwnImages(invocation, Policies.read(invocation)).verify(run, invocation.arguments());
  }
}
