package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the commands that verify images share.
abstract class ImageVerifyCommand extends CosignCommand {
  ImageVerifyCommand(boolean cosign, String name, String summary, String usage) {
    super(cosign, name, summary, usage);
  }

  /// The flags of all commands that verify, without the global ones and those of registries.
  static List<FlagGroup> verifying(boolean cosign, Flag... own) {
    List<Flag> flags = new ArrayList<>(List.of(own));
    flags.addAll(
        List.of(
            CosignFlags.TRUSTED_ROOT,
            CosignVerifyFlags.SIGNED_TIMESTAMPS,
            CosignVerifyFlags.IGNORE_TLOG,
            CosignVerifyFlags.IGNORE_SCT,
            CosignVerifyFlags.PRIVATE_INFRASTRUCTURE,
            CosignVerifyFlags.ALLOW_CHAIN,
            CosignVerifyFlags.CHECK_CLAIMS,
            CosignVerifyFlags.MAX_WORKERS,
            CosignVerifyFlags.EXPERIMENTAL_OCI11,
            CosignFlags.NEW_BUNDLE_FORMAT,
            CosignFlags.REKOR_URL,
            CosignFlags.CERTIFICATE,
            CosignFlags.CERTIFICATE_CHAIN,
            CosignVerifyFlags.CA_ROOTS,
            CosignVerifyFlags.CA_INTERMEDIATES,
            CosignVerifyFlags.SCT,
            CosignVerifyFlags.TSA_CHAIN));
    if (cosign) {
      flags.add(CosignVerifyFlags.OFFLINE);
    }
    return List.of(
        new FlagGroup("Verification Flags", flags), CosignFlags.KEYS, CosignVerifyFlags.IDENTITIES);
  }

  /// Everything that judges candidates, by the flags.
  static Judging judging(Invocation invocation, Requirements.Wanted wanted)
      throws UsageException, IOException {
    Values values = invocation.values();
    exclude(values, CosignVerifyFlags.CA_ROOTS, CosignFlags.CERTIFICATE_CHAIN);
    exclude(values, CosignVerifyFlags.CA_INTERMEDIATES, CosignFlags.CERTIFICATE_CHAIN);
    if (!values.text(CosignVerifyFlags.CA_INTERMEDIATES).isEmpty()
        && values.text(CosignVerifyFlags.CA_ROOTS).isEmpty()) {
      throw new UsageException("--ca-intermediates wants --ca-roots beside it");
    }
    if (values.number(CosignVerifyFlags.MAX_WORKERS) < 1) {
      throw new UsageException("--max-workers must be at least 1");
    }
    SwitchedOff.tellOrigin(invocation);
    Requirements requirements = AskedFor.of(invocation, wanted);
    var trust = new VerifyTrust(invocation, requirements, new RepositoryTrust(invocation));
    return new Judging(invocation, requirements, trust, log(invocation, requirements));
  }

  private static void exclude(Values values, Flag one, Flag other) throws UsageException {
    if (!values.text(one).isEmpty() && !values.text(other).isEmpty()) {
      throw new UsageException(
          "--%s and --%s exclude each other".formatted(one.name(), other.name()));
    }
  }

  private static OnlineLog log(Invocation invocation, Requirements requirements)
      throws UsageException {
    Values values = invocation.values();
    String url = values.text(CosignFlags.REKOR_URL);
    boolean closed = values.flag(GlobalFlags.OFFLINE) || values.flag(CosignVerifyFlags.OFFLINE);
    return new OnlineLog(
        requirements.signer(),
        url,
        closed ? Optional.empty() : Optional.of(SigningNetwork.of(invocation)));
  }
}
