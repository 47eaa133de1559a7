package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.tuf.EmbeddedRoot;
import dev.landwaiter.signing.trust.tuf.InitialRoot;
import dev.landwaiter.signing.trust.tuf.TrustInitialization;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Chooses the TUF repository that trust comes from, and brings it here.
public final class InitializeCommand extends CosignCommand {
  private static final Flag MIRROR =
      CosignFlags.text("mirror", "address of the TUF repository: https://…, or file:///…")
          .standard(EmbeddedRoot.PUBLIC.mirror());
  private static final Flag ROOT =
      CosignFlags.text("root", "root that trust begins with: a file, or an address");
  private static final Flag CHECKSUM =
      CosignFlags.text("root-checksum", "SHA-256 of that root, or sha512: and its SHA-512");
  private static final Flag STAGING =
      CosignFlags.toggle("staging", "use the staging instance of Sigstore");

  /// @param cosign whether it answers as cosign does
  public InitializeCommand(boolean cosign) {
    super(
        cosign, "initialize", "Choose where trust comes from, and bring it up to date", "[flags]");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", MIRROR, ROOT, CHECKSUM, STAGING));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    if (!invocation.arguments().isEmpty()) {
      throw new UsageException("initialize takes no arguments");
    }
    Values values = invocation.values();
    boolean staging = values.flag(STAGING);
    String location = values.text(ROOT);
    if (staging && (values.isSet(MIRROR) || !location.isEmpty())) {
      throw new UsageException("--staging excludes --mirror and --root");
    }
    String mirror = staging ? EmbeddedRoot.STAGING.mirror() : values.text(MIRROR);
    try (TrustAccess access = TrustAccess.of(invocation)) {
      Optional<Bytes> root =
          location.isEmpty() ? Optional.empty() : Optional.of(root(invocation, access, location));
      TrustInitialization.of(
              access.settings(), mirror, root, access.web(), invocation.world().clock().instant())
          .forEach(invocation.log()::warn);
    }
    if (!cosign()) {
      invocation.log().info("trust comes from " + mirror + " from now on");
    }
    return 0;
  }

  private Bytes root(Invocation invocation, TrustAccess access, String location)
      throws UsageException, IOException {
    String checksum = invocation.values().text(CHECKSUM);
    boolean remote = InitialRoot.isAddress(location);
    if (remote && checksum.isEmpty()) {
      String why =
          "the root from %s is taken for what it is only with --root-checksum".formatted(location);
      if (!cosign()) {
        throw new UsageException(why);
      }
      invocation.log().warn(why + ": give it, whoever is on the way could exchange the root");
    }
    return remote
        ? InitialRoot.download(location, checksum, access.web())
        : InitialRoot.read(path(invocation, location), checksum);
  }
}
