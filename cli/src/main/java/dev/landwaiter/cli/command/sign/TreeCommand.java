package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.signing.store.Carried;
import dev.landwaiter.signing.store.SignatureStore;
import java.io.IOException;
import java.util.List;

/// Shows what belongs to an image. Nothing of it is verified.
public final class TreeCommand extends CosignCommand {
  public TreeCommand(boolean cosign) {
    super(cosign, "tree", "Show the signatures and attestations of an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Tree Flags",
            CosignFlags.REFERRERS_MODE,
            CosignFlags.TAG_PREFIX,
            CosignVerifyFlags.EXPERIMENTAL_OCI11),
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String written = argument(invocation);
    Reference image = StoreSettings.reference(written);
    var options = StoreSettings.of(invocation);
    List<Carried> all;
    try (SignatureStore store = StoreAccess.open(this, invocation, image, Purpose.PULL, options)) {
      all = store.list(store.resolve(image.identifier()).digest());
    }
    var text = new StringBuilder();
    text.append("📦 Supply Chain Security Related artifacts for an image: ")
        .append(written)
        .append('\n');
    if (all.isEmpty()) {
      text.append("No Supply Chain Security Related Artifacts found for image ")
          .append(written)
          .append(",\n start creating one with simply running$ cosign sign <img>");
    }
    for (Carried each : all) {
      text.append("└── ").append(heading(each)).append('\n');
      for (int i = 0; i < each.layers().size(); i++) {
        Descriptor layer = each.layers().get(i);
        String branch = i == each.layers().size() - 1 ? "   └── 🍒 " : "   ├── 🍒 ";
        text.append(branch).append(layer.digest()).append('\n');
      }
    }
    print(invocation, Plain.lines(text.toString()));
    return 0;
  }

  private static String heading(Carried carried) {
    if (carried.tag().isEmpty()) {
      String type = carried.type().isEmpty() ? "unknown" : carried.type();
      return "🔗 %s artifacts via OCI referrer: %s".formatted(type, carried.place());
    }
    return switch (carried.kind().orElseThrow()) {
      case SIGNATURE -> "🔐 Signatures for an image tag: " + carried.place();
      case SBOM -> "📦 SBOMs for an image tag: " + carried.place();
      case ATTESTATION -> "💾 Attestations for an image tag: " + carried.place();
      case BUNDLE -> "🔗 Bundles: " + carried.place();
    };
  }
}
