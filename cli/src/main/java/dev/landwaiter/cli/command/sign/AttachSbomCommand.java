package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.Addition;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.store.Layer;
import dev.landwaiter.signing.store.Put;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Puts an inventory beside an image, in place of the one that was there. It is not signed.
public final class AttachSbomCommand extends CosignCommand {
  private static final Flag SBOM =
      CosignFlags.text("sbom", "file with the inventory; - for standard input");
  private static final Flag TYPE =
      CosignFlags.text("type", "kind of the inventory")
          .standard("spdx")
          .allowed("spdx", "cyclonedx", "syft");
  private static final Flag INPUT_FORMAT =
      CosignFlags.text("input-format", "form of the inventory").allowed("json", "xml", "text");

  public AttachSbomCommand(boolean cosign) {
    super(cosign, "attach sbom", "Put an inventory beside an image", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(
        new FlagGroup(
            "Attach Flags",
            CosignFlags.TAG_PREFIX,
            CosignFlags.REFERRERS_MODE,
            INPUT_FORMAT,
            SBOM,
            TYPE),
        registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    String file = values.text(SBOM);
    if (file.isEmpty()) {
      throw new UsageException("attach sbom wants --sbom");
    }
    String type = mediaType(values, file);
    Reference image = StoreSettings.reference(argument(invocation));
    invocation.log().warn("an inventory attached this way is not signed: attest it instead");
    Bytes content = FileText.read(invocation, "--sbom", file, (int) StoreOptions.CONTENT_LIMIT);
    try (SignatureStore store = Attaching.open(this, invocation, image)) {
      var layer = new Layer(type, content, Map.of());
      var addition = new Addition(layer, same -> true, other -> true);
      Put put = store.append(Kind.SBOM, store.resolve(image.identifier()).digest(), addition);
      invocation.log().info("the inventory lies in " + put.place());
      return 0;
    }
  }

  private static String mediaType(Values values, String file) throws UsageException {
    String format = values.text(INPUT_FORMAT);
    return switch (values.text(TYPE)) {
      case "cyclonedx" -> {
        require(format, "json", "xml");
        boolean json = format.equals("json") || (format.isEmpty() && file.endsWith(".json"));
        yield "application/vnd.cyclonedx+" + (json ? "json" : "xml");
      }
      case "syft" -> {
        require(format, "json", "json");
        yield "application/vnd.syft+json";
      }
      default -> {
        require(format, "json", "text");
        boolean json = format.equals("json") || (format.isEmpty() && file.endsWith(".spdx.json"));
        yield json ? "text/spdx+json" : "text/spdx";
      }
    };
  }

  private static void require(String format, String one, String other) throws UsageException {
    if (!format.isEmpty() && !format.equals(one) && !format.equals(other)) {
      throw new UsageException(
          "--input-format %s does not go with this --type, %s does"
              .formatted(format, one.equals(other) ? one : one + " or " + other));
    }
  }
}
