package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.Repository;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.FileImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Puts a module of WebAssembly into a registry.
public final class UploadWasmCommand extends CosignCommand {
  private static final Flag FILE =
      CosignFlags.text("file", "file with the module").shorthand("f").key("signing.upload-file");

  public UploadWasmCommand(boolean cosign) {
    super(cosign, "upload wasm", "Put a module of WebAssembly into a registry", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Upload Flags", FILE), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String file = invocation.values().text(FILE);
    if (file.isEmpty()) {
      throw new UsageException("upload wasm wants --file");
    }
    Reference to = StoreSettings.reference(argument(invocation));
    if (to.digest().isPresent()) {
      throw new UsageException("upload wants a tag, the digest comes of itself");
    }
    Bytes content = FileText.read(invocation, "--file", file, (int) StoreOptions.CONTENT_LIMIT);
    if (!Sniffed.type(content).equals("application/wasm")) {
      throw new RefusedException(FailureClass.PARSE, file + ": no module of WebAssembly");
    }
    var image =
        new FileImage(
            content,
            "application/vnd.wasm.content.layer.v1+wasm",
            "application/vnd.wasm.config.v1+json",
            Map.of());
    var registry = new Registry(registries(invocation), Limits.STANDARD);
    try (Repository open = registry.repository(to, Purpose.PUSH)) {
      var pushed = image.push(open, to.tag());
      invocation.log().info("the module lies in " + to.canonicalName() + "@" + pushed.digest());
    }
    return 0;
  }
}
