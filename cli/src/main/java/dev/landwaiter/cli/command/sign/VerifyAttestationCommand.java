package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.statement.PredicateType;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Verifies the attestations of images, and holds policies against what they say.
public final class VerifyAttestationCommand extends ImageVerifyCommand {
  /// For one program.
  ///
  /// @param cosign whether it answers as cosign does
  public VerifyAttestationCommand(boolean cosign) {
    super(cosign, "verify-attestation", "Verify the attestations of images", "[flags] IMAGE...");
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "provenance that a policy allows",
            "verify-attestation --key cosign.pub --type slsaprovenance1 --policy build.rego"
                + " registry.example/app:1.0"));
  }

  @Override
  List<FlagGroup> groups() {
    List<FlagGroup> groups = new ArrayList<>();
    groups.add(
        new FlagGroup(
            "Flags",
            CosignVerifyFlags.TYPE,
            CosignVerifyFlags.POLICY,
            CosignVerifyFlags.LOCAL_IMAGE,
            CosignFlags.TAG_PREFIX,
            cosign() ? CosignVerifyFlags.OUTPUT : VerifyReport.OUTPUT));
    groups.addAll(verifying(cosign()));
    groups.add(registryFlags());
    return groups;
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().isEmpty()) {
      throw new UsageException("verify-attestation wants at least one image");
    }
    String type = PredicateType.uriOf(invocation.values().text(CosignVerifyFlags.TYPE));
    Policies policies = Policies.read(invocation);
    Judging judging = judging(invocation, new Requirements.Wanted.Attestation(Set.of(type)));
    var run = new ImageRun(invocation, judging, Kind.ATTESTATION, this::registries);
    return cosign()
        ? new CosignAttestations(invocation, judging, policies).verify(run)
        : new OwnImages(invocation, policies).verify(run, invocation.arguments());
  }
}
