package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.CosignFlags;
import dev.landwaiter.cli.flags.CosignVerifyFlags;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.store.Kind;
import dev.landwaiter.signing.verify.Requirements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// Verifies the signatures of all images that a manifest or a Dockerfile names.
abstract class FileImagesVerifyCommand extends ImageVerifyCommand {
  private static final int LARGEST = 16 << 20;
  private static final Flag BASE_ONLY =
      CosignFlags.toggle("base-image-only", "only the image that the last stage is built from");

  private final boolean dockerfile;

  FileImagesVerifyCommand(boolean cosign, boolean dockerfile, String name, String summary) {
    super(cosign, name, summary, "[flags] FILE");
    this.dockerfile = dockerfile;
  }

  @Override
  List<FlagGroup> groups() {
    List<Flag> own = new ArrayList<>();
    own.add(CosignFlags.ANNOTATIONS);
    own.add(CosignFlags.TAG_PREFIX);
    own.add(cosign() ? CosignVerifyFlags.OUTPUT : VerifyReport.OUTPUT);
    if (dockerfile) {
      own.add(BASE_ONLY);
    }
    List<FlagGroup> groups = new ArrayList<>();
    groups.add(new FlagGroup("Flags", own));
    groups.addAll(verifying(cosign()));
    groups.add(registryFlags());
    return groups;
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String file = argument(invocation);
    Judging judging = judging(invocation, new Requirements.Wanted.Signature());
    List<String> images = images(invocation, file);
    if (images.isEmpty()) {
      throw new IOException(file + " names no image");
    }
    var run = new ImageRun(invocation, judging, Kind.SIGNATURE, this::registries);
    if (!cosign()) {
      return new OwnImages(invocation, Policies.read(invocation))
          .verify(run, List.copyOf(new LinkedHashSet<>(images)));
    }
    invocation
        .world()
        .stderr()
        .println(Plain.lines("Images in " + file + ": " + String.join(", ", images)));
    return new CosignImages(invocation, judging, run).verify(images);
  }

  private List<String> images(Invocation invocation, String file)
      throws UsageException, IOException {
    if (dockerfile) {
      Bytes text = FileText.read(invocation, "the Dockerfile", file, LARGEST);
      return DockerfileImages.of(
          file, text, invocation.world().environment(), invocation.values().flag(BASE_ONLY));
    }
    String lower = file.toLowerCase(Locale.ROOT);
    if (!lower.endsWith(".yaml") && !lower.endsWith(".yml") && !lower.endsWith(".json")) {
      throw new UsageException("a manifest is a file whose name ends with .yaml, .yml or .json");
    }
    return ManifestImages.of(file, FileText.read(invocation, "the manifest", file, LARGEST));
  }
}
