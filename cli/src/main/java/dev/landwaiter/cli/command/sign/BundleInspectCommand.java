package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Relaxation;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.signing.trust.tuf.TrustRoots;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Shows what a Sigstore bundle holds. It verifies nothing.
public final class BundleInspectCommand extends CosignCommand {
  /// For one program.
  ///
  /// @param cosign whether it answers as cosign does
  public BundleInspectCommand(boolean cosign) {
    super(cosign, "bundle inspect", "Show what a Sigstore bundle holds", "[flags] FILE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", CosignFlags.TRUSTED_ROOT));
  }

  /// What is at hand, without asking anybody: names are no verdict.
  private static TrustedRoot known(Invocation invocation) throws UsageException, IOException {
    try {
      return new TrustRoots(
              RepositoryTrust.settings(invocation),
              Web.closed("a bundle is only shown"),
              invocation.world().clock().instant(),
              TrustRoots.Refresh.NEVER)
          .trustedRoot()
          .content();
    } catch (RefusedException e) {
      invocation.world().stderr().println("services are not named: " + e.getMessage());
      return TrustedRoot.NOTHING;
    }
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String file = argument(invocation);
    invocation
        .world()
        .stderr()
        .println("WARNING: this only shows what the bundle says; nothing of it is verified");
    String root = invocation.values().text(CosignFlags.TRUSTED_ROOT);
    TrustedRoot trusted =
        root.isEmpty()
            ? known(invocation)
            : TrustedRootReader.read(root, FileText.read(invocation, "--trusted-root", root));
    Bytes text = FileText.read(invocation, "the bundle", file);
    Evidence bundle = BundleReader.read(file, text, Set.of(Relaxation.CERTIFICATE_CHAIN_ALLOWED));
    String type = ProtoFields.parse(file, text).text("mediaType");
    print(invocation, InspectedBundle.of(type, bundle, new TrustedNames(trusted)));
    return 0;
  }
}
