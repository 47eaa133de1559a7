package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.RegistrySource;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.signing.store.place.SavedTarget;
import java.io.IOException;
import java.util.List;

/// Saves an image with its signatures into a folder.
public final class SaveCommand extends CosignCommand {
  static final Flag DIR = CosignFlags.text("dir", "folder of the image and its signatures");

  public SaveCommand(boolean cosign) {
    super(cosign, "save", "Save an image with its signatures into a folder", "[flags] IMAGE");
  }

  @Override
  List<FlagGroup> groups() {
    return List.of(new FlagGroup("Save Flags", DIR), registryFlags());
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String folder = folder(invocation, "save");
    Reference image = StoreSettings.reference(argument(invocation));
    var registry = new Registry(registries(invocation), Limits.STANDARD);
    try (var source = new RegistrySource(registry.repository(image, Purpose.PULL), image)) {
      source.root();
      try (var target = SavedTarget.open(path(invocation, folder), Limits.STANDARD)) {
        Copy.Done done = Copying.run(source, target, Copying.everything(), "");
        invocation
            .log()
            .info("saved %s with %d attached".formatted(done.root().digest(), done.attached()));
      }
    }
    return 0;
  }

  /// The folder that must be named.
  static String folder(Invocation invocation, String command) throws UsageException {
    String folder = invocation.values().text(DIR);
    if (folder.isEmpty()) {
      throw new UsageException(command + " wants --dir, the folder");
    }
    return folder;
  }
}
