package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.service.client.RekorV1;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes a Sigstore bundle of version 0.1 or 0.2 in the form of version 0.3.
public final class BundleUpgradeCommand extends CosignCommand {
  static final Flag OUT = CosignFlags.text("out", "file to write; standard output without it");

  /// For one program.
  ///
  /// @param cosign whether it answers as cosign does
  public BundleUpgradeCommand(boolean cosign) {
    super(cosign, "bundle upgrade", "Write a Sigstore bundle in the newest form", "[flags] FILE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Flags", OUT, CosignFlags.REKOR_URL));
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String file = argument(invocation);
    Bytes text = FileText.read(invocation, "the bundle", file);
    Evidence bundle = BundleReader.read(file, text);
    if (bundle.form() == Evidence.Form.BUNDLE_0_3) {
      invocation.world().stderr().println(file + " is of version 0.3 already");
      write(invocation, text);
      return 0;
    }
    List<LogEntry> entries = new ArrayList<>();
    for (LogEntry each : bundle.entries()) {
      if (each.proof().filter(proof -> !proof.checkpoint().isEmpty()).isPresent()) {
        entries.add(each);
      } else {
        RekorV1 log = LoggedEntry.log(invocation);
        entries.add(LoggedEntry.whole(log, each));
      }
    }
    write(
        invocation,
        BundleWriter.write(
            new Evidence(
                bundle.origin(),
                Evidence.Form.BUNDLE_0_3,
                bundle.signer() instanceof Evidence.Signer.Certificate certificate
                    ? new Evidence.Signer.Certificate(certificate.leaf(), List.of())
                    : bundle.signer(),
                bundle.signed(),
                bundle.signature(),
                entries,
                bundle.timestamps(),
                bundle.certificateTimestamp())));
    return 0;
  }

  /// Writes a bundle to the file that `--out` names, which only its owner may read, or to standard
  /// output.
  static void write(Invocation invocation, Bytes bundle) throws UsageException, IOException {
    String out = invocation.values().text(OUT);
    if (out.isEmpty()) {
      print(invocation, bundle.toText().stripTrailing() + "\n");
    } else {
      new OwnerFile(invocation.world(), out).write(bundle);
    }
  }
}
